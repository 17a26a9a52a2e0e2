package cn.publiccredit.subject.personal;

/** What kind of personal data a column holds (个人信息保护法 第28条 names the sensitive ones). */
public enum PersonalClass {
    NONE,
    NAME,
    ID_NUMBER,
    PHONE,
    ADDRESS;

    /** Whether values of this kind are never stored in clear. */
    public boolean isSealed() {
        return this == ID_NUMBER || this == PHONE || this == ADDRESS;
    }
}
