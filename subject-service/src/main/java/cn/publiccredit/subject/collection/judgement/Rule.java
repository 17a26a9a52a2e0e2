package cn.publiccredit.subject.collection.judgement;

import java.util.Arrays;
import java.util.Optional;

/** The rules that a row can break, with the stable ids that reject files carry, and what to do in English. */
public enum Rule {
    REQUIRED("required", "must not be blank; fill it in"),
    REQUIRED_WHEN("required-when", "must not be blank here, because of another column's value; fill it in"),
    EMPTY_WHEN("empty-when", "must be blank here, because of another column's value; clear it"),
    TOO_LONG("too-long", "is longer than the data standard allows; shorten it"),
    NOT_ALLOWED("not-allowed", "has a value that the data standard does not list; use one that it lists"),
    PATTERN("pattern", "does not have the form that the data standard asks for; correct it"),
    FORMULA("formula", "is a formula or looks like one; write plain text or the value itself"),
    CONTROL_CHARACTER("control-character", "holds invisible control characters; write it anew"),
    USCC_LENGTH("uscc-length", "must be a credit code of 18 characters; see the business licence"),
    USCC_CHARACTER("uscc-character", "holds characters that no credit code has; see the business licence"),
    USCC_CHECK_DIGIT("uscc-check-digit", "is a credit code with a wrong check digit; see the business licence"),
    USCC_PLACEHOLDER("uscc-placeholder", "must be a real credit code, not the placeholder"),
    ID_NUMBER_LENGTH("id-number-length", "must be an identity number of 18 characters"),
    ID_NUMBER_CHARACTER("id-number-character", "holds characters that no identity number has"),
    ID_NUMBER_BIRTH_DATE("id-number-birth-date", "holds no real date of birth at digits 7 to 14"),
    ID_NUMBER_CHECK_DIGIT("id-number-check-digit", "is an identity number with a wrong check digit"),
    DATE_FORMAT("date-format", "is no date; write it as 2026/11/22, and 2099/12/31 for no end"),
    DATE_IMPOSSIBLE("date-impossible", "is a day that does not exist; see the document"),
    DATE_IN_FUTURE("date-in-future", "lies in the future; see the document"),
    DATE_ORDER("date-order", "comes before or after another date that it must not; see the document"),
    DECIMAL_FORMAT("decimal-format", "is no number; write digits only, in the column's unit"),
    DECIMAL_SCALE("decimal-scale", "has too many decimal places; check the amount and its unit"),
    DECIMAL_MINIMUM("decimal-minimum", "is smaller than it may be; see the document"),
    LOST_DIGITS("lost-digits", "was typed as a number and has lost its last digits; format the cell as text and type it again"),
    CELL_ERROR("cell-error", "holds a spreadsheet's error value; write the value itself"),
    NESTED("nested", "must be a text, a number or null, no object or array"),
    CELL_COUNT("cell-count", "The row has more or fewer cells than the header; check its separators"),
    STRAY_QUOTE("stray-quote", "The row has a quotation mark where none belongs; take it out or double it"),
    FIELD_TOO_LONG("field-too-long", "A cell of the row is too long to be read; shorten it"),
    ROW_TOO_LONG("row-too-long", "The row is too long or has too many cells; check its line breaks and separators"),
    JSON("json", "The line is no JSON object, or names a field twice; write one object a line"),
    OPERATION("operation", "must be 新增 (add), 变更 (change), 撤销 (withdraw) or blank"),
    OPERATION_REASON("operation-reason", "must say in at most 500 characters why the record is withdrawn"),
    WITHDRAWN("withdrawn", "The source has withdrawn this record; to bring it back, write 新增 into 操作类型"),
    NOTHING_TO_CHANGE("nothing-to-change", "The source has no such record in force, so there is nothing to change; check the key columns"),
    NOTHING_TO_WITHDRAW("nothing-to-withdraw", "The source has no such record, so there is nothing to withdraw; check the key columns"),
    KEPT_HERE("kept-here", "The platform made this record itself, of a commitment, a contract or arrears; take the row out and have it dealt with there");

    private final String id;
    private final String en;

    Rule(String id, String en) {
        this.id = id;
        this.en = en;
    }

    public static Optional<Rule> ofId(String id) {
        return Arrays.stream(values()).filter(rule -> rule.id.equals(id)).findFirst();
    }

    public String id() {
        return id;
    }

    /** What is wrong and what to do; to be read after the column's name, or by itself when it begins with a capital. */
    public String en() {
        return en;
    }
}
