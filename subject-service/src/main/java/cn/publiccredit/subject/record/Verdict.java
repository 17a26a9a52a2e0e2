package cn.publiccredit.subject.record;

/** What became of a row that broke no rule. */
public enum Verdict {
    /** A new record. */
    ACCEPTED,
    /** A new version of a record. */
    UPDATED,
    /** Nothing new. */
    DUPLICATE
}
