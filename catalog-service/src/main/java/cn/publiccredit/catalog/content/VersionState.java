package cn.publiccredit.catalog.content;

/** A version's state; it only ever moves on. */
public enum VersionState {
    /** Being edited; nobody is judged by it. */
    DRAFT,
    /** Approved by a second person; in force on its effective dates. */
    PUBLISHED,
    /** No longer in force from a day on; answers for days before that stay. */
    RETIRED
}
