package cn.publiccredit.subject.collection.judgement;

/** The rules that a row can break, with the stable ids that reject files carry. */
public enum Rule {
    REQUIRED("required"),
    REQUIRED_WHEN("required-when"),
    EMPTY_WHEN("empty-when"),
    TOO_LONG("too-long"),
    NOT_ALLOWED("not-allowed"),
    PATTERN("pattern"),
    FORMULA("formula"),
    CONTROL_CHARACTER("control-character"),
    USCC_LENGTH("uscc-length"),
    USCC_CHARACTER("uscc-character"),
    USCC_CHECK_DIGIT("uscc-check-digit"),
    USCC_PLACEHOLDER("uscc-placeholder"),
    ID_NUMBER_LENGTH("id-number-length"),
    ID_NUMBER_CHARACTER("id-number-character"),
    ID_NUMBER_BIRTH_DATE("id-number-birth-date"),
    ID_NUMBER_CHECK_DIGIT("id-number-check-digit"),
    DATE_FORMAT("date-format"),
    DATE_IMPOSSIBLE("date-impossible"),
    DATE_IN_FUTURE("date-in-future"),
    DATE_ORDER("date-order"),
    DECIMAL_FORMAT("decimal-format"),
    DECIMAL_SCALE("decimal-scale"),
    DECIMAL_MINIMUM("decimal-minimum"),
    CELL_COUNT("cell-count"),
    STRAY_QUOTE("stray-quote"),
    FIELD_TOO_LONG("field-too-long"),
    ROW_TOO_LONG("row-too-long");

    private final String id;

    Rule(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }
}
