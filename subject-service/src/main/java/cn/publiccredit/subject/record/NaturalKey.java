package cn.publiccredit.subject.record;

/**
 * What tells a row's record from others of its source and item.
 *
 * @param before what stands before the subject's code
 * @param code the subject's unified social credit code; empty where it has none
 * @param after what stands behind it
 */
public record NaturalKey(String before, String code, String after) {

    /** The same under another code of the same subject. */
    NaturalKey under(String otherCode) {
        return new NaturalKey(before, otherCode, after);
    }

    String text() {
        return before + code + after;
    }
}
