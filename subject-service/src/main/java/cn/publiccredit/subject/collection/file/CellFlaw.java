package cn.publiccredit.subject.collection.file;

/** What is wrong with a cell before anybody looks at its column. */
public enum CellFlaw {
    /** A spreadsheet computes it. */
    FORMULA,
    /** A whole number of more digits than a spreadsheet keeps: the last ones are made up. */
    LOST_DIGITS,
    /** A date that a spreadsheet counts as 0, or as a part of a day: none was given, or a time alone. */
    NO_DAY,
    /** A spreadsheet shows an error such as {@code #N/A} in it. */
    ERROR,
    /** It holds a JSON object or array. */
    NESTED
}
