package cn.publiccredit.subject.record;

/** How grave the conduct is that a record tells of, by its item's rule; NONE where the item has no such rule. */
public enum Severity {
    MINOR,
    GENERAL,
    SERIOUS,
    NONE;

    boolean isAdverse() {
        return this != NONE;
    }
}
