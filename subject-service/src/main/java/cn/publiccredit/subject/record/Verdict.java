package cn.publiccredit.subject.record;

/** What became of a row that broke no rule. */
public enum Verdict {
    /** A new record. */
    ACCEPTED,
    /** A new version of a record; a withdrawal is one, too. */
    UPDATED,
    /** Nothing new. */
    DUPLICATE,
    /** The row changes or withdraws a record that is not there, or not in force: to be rejected. */
    NOTHING_THERE,
    /** The row is about a record that the platform made itself, which no source changes or withdraws: to be rejected. */
    KEPT_HERE;

    /** Whether nothing came of the row but a reject. */
    public boolean isRefusal() {
        return this == NOTHING_THERE || this == KEPT_HERE;
    }
}
