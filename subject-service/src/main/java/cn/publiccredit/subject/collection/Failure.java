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
