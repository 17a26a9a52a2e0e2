package cn.publiccredit.subject.record;

import org.jspecify.annotations.Nullable;

/**
 * Something about a row's identity code that cannot be right, or cannot be right together with what is known.
 *
 * @param row the row's number in its batch
 * @param code the code as the row has it; for a placeholder the id under which the subject is kept
 * @param name the subject's name as the row has it; empty when it could not be read
 * @param other the other name of the code, or the other code of the name; null where there is none
 */
public record CodeFinding(Kind kind, long row, String code, String name, @Nullable String other) {

    /** What is wrong. */
    public enum Kind {
        /** The check character does not fit (GB 32100); the row was rejected. */
        WRONG,
        /** One register file gives the same code to two different entries. */
        DUPLICATE,
        /** No real code: the seventeen zeros, or nothing. */
        PLACEHOLDER,
        ONE_CODE_TWO_NAMES,
        ONE_NAME_TWO_CODES
    }
}
