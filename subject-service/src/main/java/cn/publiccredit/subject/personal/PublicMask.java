package cn.publiccredit.subject.personal;

/** What becomes of a column's value in public data. */
public enum PublicMask {
    NONE,
    /** The column is left out. */
    HIDE,
    PARTIAL
}
