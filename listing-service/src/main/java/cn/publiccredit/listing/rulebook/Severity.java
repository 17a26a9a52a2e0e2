package cn.publiccredit.listing.rulebook;

/** How grave a record is, least first; NONE is for records that are no misconduct. */
public enum Severity {
    NONE("无", "none"),
    MINOR("轻微", "minor"),
    GENERAL("一般", "general"),
    SERIOUS("严重", "serious");

    private final String zh;
    private final String en;

    Severity(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }
}
