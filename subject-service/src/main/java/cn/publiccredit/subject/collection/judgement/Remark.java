package cn.publiccredit.subject.collection.judgement;

/** What was put right or noticed in rows that were accepted all the same. */
public enum Remark {
    FULL_WIDTH("full-width", "代码、日期或数值中的全角字符已转换为半角"),
    LOWER_CASE("lower-case", "统一社会信用代码或证件号码中的小写字母已转换为大写"),
    EMPTY_WORD("empty-word", "“N/A”“NULL”等表示空缺的字样已按空白处理"),
    OTHER_SOURCE("other-source", "数据来源单位代码与上传账号所属单位不一致；记录的来源按上传账号所属单位登记"),
    BLANK_ROW("blank-row", "空白行已跳过，不计入收到行数");

    private final String id;
    private final String zh;

    Remark(String id, String zh) {
        this.id = id;
        this.zh = zh;
    }

    public String id() {
        return id;
    }

    public String zh() {
        return zh;
    }
}
