package cn.publiccredit.subject.record;

import org.jspecify.annotations.Nullable;

/** What a credit subject is (code set {@code subject-kinds} of the catalogue). */
public enum SubjectKind {
    ORGANISATION,
    INDIVIDUAL_BUSINESS,
    PERSON,
    /** An authority of the state: its own honesty is on record, in contracts, promises and arrears. */
    GOVERNMENT_BODY;

    /** What the holder of a unified social credit code is; its first two characters say who registered it and as what (GB 32100). */
    public static SubjectKind ofCode(@Nullable String uscc) {
        if (uscc == null) {
            return ORGANISATION;
        }
        return switch (uscc.substring(0, Math.min(2, uscc.length()))) {
            case "92" -> INDIVIDUAL_BUSINESS;
            case "11" -> GOVERNMENT_BODY;
            default -> ORGANISATION;
        };
    }
}
