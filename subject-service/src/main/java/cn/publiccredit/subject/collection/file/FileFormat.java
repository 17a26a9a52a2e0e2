package cn.publiccredit.subject.collection.file;

/** The formats that rows come in; told by a file's content, never by its name. */
public enum FileFormat {
    CSV,
    XLSX,
    NDJSON
}
