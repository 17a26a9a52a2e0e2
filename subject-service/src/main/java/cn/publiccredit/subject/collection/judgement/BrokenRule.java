package cn.publiccredit.subject.collection.judgement;

import org.jspecify.annotations.Nullable;

/**
 * A rule that a row breaks.
 *
 * @param column the column's code; empty when it is the row as a whole
 * @param name the column's 中文名
 * @param rule the rule's id
 * @param message a sentence that names field, rule and remedy
 * @param detail the same in English, to be read after the column's name; null where the rule has nothing particular to say
 */
public record BrokenRule(String column, String name, String rule, String message, @Nullable String detail) {

    public BrokenRule(String column, String name, String rule, String message) {
        this(column, name, rule, message, null);
    }

    /** The sentence in English. */
    public String english() {
        String text = detail != null ? detail : Rule.ofId(rule).map(Rule::en).orElse(rule);
        return column.isEmpty() ? text : name + " (" + column + ") " + text;
    }
}
