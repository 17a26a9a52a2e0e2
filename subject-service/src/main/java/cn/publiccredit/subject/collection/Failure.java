package cn.publiccredit.subject.collection;

import cn.publiccredit.subject.collection.file.FileDefect;
import cn.publiccredit.subject.collection.judgement.UnfitHeader;
import org.jspecify.annotations.Nullable;

/** Why a batch failed as a whole: a stable code, and what to do. */
record Failure(String code, Said message) {

    static final Failure NO_ROWS = new Failure("no-rows", new Said("文件只有表头，没有数据行，请检查导出是否成功后重新上传。",
            "The file has a header and no rows; check that the export succeeded and upload again."));

    static Failure of(FileDefect defect) {
        return new Failure(defect.code(), new Said(defect.zh(), defect.en()));
    }

    /** @param line where the file shows it; null when it is the file as a whole */
    static Failure of(FileDefect defect, @Nullable Long line) {
        return line == null
                ? of(defect)
                : new Failure(defect.code(), new Said(defect.zh() + "见第 " + line + " 行（按换行计）。",
                        defect.en() + " See line " + line + "."));
    }

    /** Not the file is to blame, or nobody knows. */
    static Failure keepsFailing(int times) {
        return new Failure("keeps-failing", new Said(
                "本批次连续处理失败 " + times + " 次，已停止；已计数的记录保留。请告知平台运维人员，排除故障后重新上传原文件即可继续。",
                "The batch failed " + times + " times in a row and was stopped; what was counted stays. Tell the operators of"
                        + " the platform; once they have found the cause, upload the same file to go on."));
    }

    /** The file itself may be to blame: each time the process that read it died. */
    static Failure keepsBreakingOff(int times) {
        return new Failure("keeps-breaking-off", new Said(
                "处理本批次的进程连续 " + times + " 次中途终止（如内存不足），已停止；已计数的记录保留。请检查文件是否异常，可改存为 CSV 或拆分为几个较小的文件后重新上传；仍不成功的，请告知平台运维人员。",
                "The process that worked on the batch died " + times + " times in a row, perhaps for want of memory, and the batch was"
                        + " stopped; what was counted stays. Check the file, save it as CSV or part it, and upload again; if that"
                        + " fails, too, tell the operators of the platform."));
    }

    static Failure of(UnfitHeader header) {
        return new Failure(header.code(), new Said(header.zh(), header.en()));
    }

    static Failure unreadableHeader(long row) {
        return new Failure("header", new Said(
                "表头无法读取：双引号不成对，或内容、列数过多；请检查第 " + row + " 行后重新上传。",
                "The header cannot be read: a stray quotation mark, or too long, or too many columns; check row " + row
                        + " and upload again."));
    }
}
