package cn.publiccredit.subject.record;

/** Where a record stands (domain rules, "Credit record"). EXPIRED is never stored: it follows from the end of publicity. */
public enum RecordState {
    ACTIVE,
    /** An objection is being examined; the record stands, marked. */
    DISPUTED,
    REPAIRED,
    WITHDRAWN,
    EXPIRED;

    /** Whether a record in this state may be public at all. */
    public boolean mayBePublic() {
        return this == ACTIVE || this == DISPUTED;
    }
}
