package cn.publiccredit.subject.collection.judgement;

/**
 * A rule that a row breaks.
 *
 * @param column the column's code; empty when it is the row as a whole
 * @param name the column's 中文名
 * @param rule the rule's id
 * @param message a sentence that names field, rule and remedy
 */
public record BrokenRule(String column, String name, String rule, String message) {

    /** The sentence in English: less particular than the Chinese one, which quotes the cell. */
    public String english() {
        String text = Rule.ofId(rule).map(Rule::en).orElse(rule);
        return column.isEmpty() ? text : name + " (" + column + ") " + text;
    }
}
