package cn.publiccredit.subject.collection.file;

/** Why a file as a whole cannot be read as CSV; none of its rows is looked at. */
public enum FileDefect {
    EMPTY("empty", "文件没有内容，请检查导出是否成功后重新上传。"),
    PACKED("packed", "文件是压缩包或 Excel 工作簿（扩展名虽为 .csv），不会被解压；请另存为 CSV（UTF-8 或 GB18030）后上传。"),
    UTF_16("utf-16", "文件是 UTF-16/UTF-32 编码（Excel 的“Unicode 文本”），请另存为“CSV UTF-8（逗号分隔）”后上传。"),
    NUL_BYTES("nul-bytes", "文件中含有空字节（NUL），不是文本文件或已损坏，请重新导出后上传。"),
    ENCODING("encoding", "文件既不是 UTF-8 也不是 GB18030 编码，或其中有损坏的字符，请以 UTF-8 或 GB18030 重新导出后上传。");

    private final String code;
    private final String zh;

    FileDefect(String code, String zh) {
        this.code = code;
        this.zh = zh;
    }

    public String code() {
        return code;
    }

    public String zh() {
        return zh;
    }
}
