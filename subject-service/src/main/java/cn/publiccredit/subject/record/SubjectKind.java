package cn.publiccredit.subject.record;

/** What a credit subject is (code set {@code subject-kinds} of the catalogue). */
public enum SubjectKind {
    ORGANISATION,
    INDIVIDUAL_BUSINESS,
    PERSON
}
