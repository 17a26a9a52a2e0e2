package cn.publiccredit.repair.decision;

/** The public credit commitment that every applicant makes (国家发展改革委令第36号: 公开作出信用承诺). */
public final class Commitment {

    /** Its text, as it is published with the decision. */
    public static final String TEXT = "本单位郑重承诺：所提交的信用修复申请材料真实、合法、有效；已纠正失信行为并履行相关义务；"
            + "今后严格遵守法律法规，依法诚信经营；如违背承诺，自愿承担相应的法律责任和信用惩戒。同意将本承诺向社会公开。";

    private Commitment() {}
}
