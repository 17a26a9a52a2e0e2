package cn.publiccredit.subject.collection.file;

/** Why a file as a whole cannot be read; none of its rows is looked at. */
public enum FileDefect {
    EMPTY("empty", "文件没有内容，请检查导出是否成功后重新上传。",
            "The file is empty; check that the export succeeded and upload again."),
    PACKED("packed", "文件是压缩包或其他格式（无论扩展名是什么），不会被解压；请上传 CSV、XLSX 或 NDJSON 文件，可用 gzip 压缩。",
            "The file is an archive or of another format, whatever its name; upload CSV, XLSX or NDJSON, gzip allowed."),
    OLD_WORKBOOK("old-workbook", "文件是旧版 .xls 或设有打开密码的工作簿，无法读取；请取消密码，另存为“Excel 工作簿（*.xlsx）”后上传。",
            "This is an old .xls or a workbook with a password; take the password off, save as .xlsx and upload again."),
    MACROS("macros", "工作簿含有宏（.xlsm 或宏表），为安全起见不予接收；请另存为不含宏的“Excel 工作簿（*.xlsx）”后上传。",
            "The workbook has macros and is refused for safety; save it as a workbook without macros (.xlsx)."),
    WORKBOOK("workbook", "文件不是完整有效的 Excel 工作簿（可能已损坏或未传完），未导入任何行；请用表格软件打开后另存为 .xlsx 再上传。",
            "This is no whole and valid workbook, perhaps damaged; open it, save it as .xlsx again and upload that."),
    NO_SHEET("no-sheet", "工作簿中没有可见的工作表，请取消隐藏数据所在的工作表后重新上传。",
            "The workbook has no visible sheet; unhide the one with the data and upload again."),
    BOMB("bomb", "文件解压后过大或压缩比异常，已停止读取；请拆分文件，或改以未压缩的 CSV 上传。",
            "The file grows too large when unpacked; split it, or upload it as plain CSV."),
    GZIP("gzip", "gzip 压缩内容已损坏或不完整，未导入任何行；请重新压缩后上传。",
            "The gzip data are damaged or incomplete; compress the file again and upload it."),
    GZIP_TAIL("gzip-tail", "gzip 压缩内容之后还有不是 gzip 的内容（可能拼接或传输有误），未导入任何行；请对完整的文件重新压缩后上传。",
            "After the gzip data there are bytes that are none, perhaps from joining or sending; compress the whole file again and upload it."),
    JSON_ARRAY("json-array", "文件是一个 JSON 数组；请改为每行一个 JSON 对象（NDJSON）后上传。",
            "The file is one JSON array; write one JSON object a line (NDJSON) and upload again."),
    JSON_LINES("json-lines", "文件以“{”开头，却没有一行是完整的 JSON 对象（可能是分行缩进的 JSON，或整个文件只有一个过长的对象），未导入任何行；请每行写一个对象，对象内不换行（NDJSON），再上传。",
            "No line of the file is a whole JSON object, perhaps because objects are spread over lines; write one object a line (NDJSON) and "
                    + "upload again."),
    UTF_16("utf-16", "文件是 UTF-16/UTF-32 编码（Excel 的“Unicode 文本”），请另存为“CSV UTF-8（逗号分隔）”后上传。",
            "The file is UTF-16 or UTF-32 (Excel's \"Unicode text\"); save it as \"CSV UTF-8\" and upload again."),
    NUL_BYTES("nul-bytes", "文件中含有空字节（NUL），不是文本文件或已损坏，请重新导出后上传。",
            "The file holds NUL bytes, so it is no text or damaged; export it again."),
    ENCODING("encoding", "文件既不是 UTF-8 也不是 GB18030 编码，或混用了两种编码，或其中有损坏的字符，请以 UTF-8 或 GB18030 重新导出后上传。",
            "The file is neither UTF-8 nor GB18030, mixes both or is damaged; export it in one of them.");

    private final String code;
    private final String zh;
    private final String en;

    FileDefect(String code, String zh, String en) {
        this.code = code;
        this.zh = zh;
        this.en = en;
    }

    public String code() {
        return code;
    }

    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }
}
