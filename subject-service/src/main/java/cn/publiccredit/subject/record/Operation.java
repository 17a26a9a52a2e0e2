package cn.publiccredit.subject.record;

/** What a source wants to be done with one of its records. */
public enum Operation {
    /** Nothing said: a new record, or a new version of it; a withdrawn one stays so. */
    PUT,
    /** As {@link #PUT}, and a record that was withdrawn is in force again. */
    ADD,
    /** A new version of a record that is in force; refused where there is none. */
    CHANGE,
    /** The record is not in force any more: its decision was revoked, or it was sent by mistake. */
    WITHDRAW;

    /** Whether it makes a record where there is none. */
    boolean mayBegin() {
        return this == PUT || this == ADD;
    }
}
