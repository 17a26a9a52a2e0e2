package cn.publiccredit.subject.collection.file;

/** Why a row cannot be taken apart into cells. */
public enum RowDefect {
    /** A quotation mark that does not belong, or that is never closed. */
    QUOTE,
    FIELD_TOO_LONG,
    ROW_TOO_LONG,
    /** A line of NDJSON that is no JSON object, or names a field twice. */
    JSON
}
