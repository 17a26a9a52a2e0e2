package cn.publiccredit.catalog.protection;

import java.util.Arrays;
import java.util.Optional;

/**
 * What data are about, as far as the law treats it apart. A column says its class itself; names are read for tell-tale words
 * as well, so that leaving the class out helps nobody.
 */
public enum DataClass {
    /** Nothing that the law treats apart. */
    ORDINARY(Treatment.ALLOWED, "", "", ""),

    RELIGION(Treatment.FORBIDDEN, "宗教|信仰|教派", "religions?|religious|faith|creed", "征信业管理条例第十四条第一款"),
    GENES(Treatment.FORBIDDEN, "基因|遗传信息", "genes?|genetics?|genomes?|genomic|dna", "征信业管理条例第十四条第一款"),
    BIOMETRICS(Treatment.FORBIDDEN, "指纹|掌纹|虹膜|人脸|面部识别|声纹|步态|生物识别|生物特征",
            "finger ?prints?|palm ?prints?|voice ?prints?|iris|retina|gait|facial|face (?:recognition|scans?|prints?)|biometrics?",
            "征信业管理条例第十四条第一款；个人信息保护法第二十八条、第二十九条"),
    BLOOD_TYPE(Treatment.FORBIDDEN, "血型", "blood ?(?:types?|groups?)", "征信业管理条例第十四条第一款"),
    DISEASE(Treatment.FORBIDDEN, "疾病|病史|病历|病情|诊断|健康状况|传染病|残疾类型",
            "diseases?|illness(?:es)?|sickness|diagnos[ei]s|diagnosed|infectious|(?:medical|health) (?:history|histories|records?|conditions?|status)"
                    + "|types? of disability|disability types?",
            "征信业管理条例第十四条第一款"),
    ONLINE_BEHAVIOUR(Treatment.FORBIDDEN, "网络行为|上网行为|上网记录|浏览记录|搜索记录|聊天记录|网购记录",
            "online behaviou?r|(?:browsing|browser|search|chat) (?:history|histories|records?|logs?)|online shopping",
            "个人信息保护法第六条；国办发〔2020〕49号（不得超出目录范围归集）"),

    INCOME(Treatment.WITH_CONSENT, "个人收入|工资收入|收入金额", "personal income|salary|salaries", "征信业管理条例第十四条第二款"),
    DEPOSITS(Treatment.WITH_CONSENT, "存款", "bank deposits?", "征信业管理条例第十四条第二款"),
    SECURITIES(Treatment.WITH_CONSENT, "有价证券", "securities", "征信业管理条例第十四条第二款"),
    COMMERCIAL_INSURANCE(Treatment.WITH_CONSENT, "商业保险", "commercial insurance", "征信业管理条例第十四条第二款"),
    REAL_ESTATE(Treatment.WITH_CONSENT, "不动产", "real estate", "征信业管理条例第十四条第二款"),
    TAX_AMOUNT(Treatment.WITH_CONSENT, "纳税数额|纳税金额|纳税额", "tax amounts?", "征信业管理条例第十四条第二款");

    /** How the law treats a class. */
    public enum Treatment {
        ALLOWED,
        /** Never collected about anybody. */
        FORBIDDEN,
        /** Of natural persons only with their written consent. */
        WITH_CONSENT
    }

    private final Treatment treatment;
    private final TellTale words;
    private final String article;

    DataClass(Treatment treatment, String chinese, String english, String article) {
        this.treatment = treatment;
        this.words = new TellTale(chinese, english);
        this.article = article;
    }

    public Treatment treatment() {
        return treatment;
    }

    /** The articles that the treatment rests on. */
    public String article() {
        return article;
    }

    /** The class that one of these words gives away; the gravest first. */
    public static Optional<DataClass> toldBy(String name) {
        TellTale.Name searched = TellTale.Name.of(name);
        return Arrays.stream(values()).filter(c -> c.words.in(searched)).findFirst();
    }
}
