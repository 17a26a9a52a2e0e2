package cn.publiccredit.local.samples;

/** What a sample subject is; the code's first two characters tell it too. */
enum Kind {
    COMPANY("91", "法人及非法人组织", "有限责任公司(自然人投资或控股)"),
    COOPERATIVE("93", "法人及非法人组织", "农民专业合作社"),
    INDIVIDUAL("92", "个体工商户", "个体工商户"),
    ASSOCIATION("51", "法人及非法人组织", "社会团体"),
    INSTITUTION("12", "法人及非法人组织", "事业单位"),
    GOVERNMENT("11", "法人及非法人组织", "机关");

    private final String prefix;
    private final String subjectKind;
    private final String type;

    Kind(String prefix, String subjectKind, String type) {
        this.prefix = prefix;
        this.subjectKind = subjectKind;
        this.type = type;
    }

    String prefix() {
        return prefix;
    }

    /** The words of the national columns. */
    String subjectKind() {
        return subjectKind;
    }

    String type() {
        return type;
    }
}
