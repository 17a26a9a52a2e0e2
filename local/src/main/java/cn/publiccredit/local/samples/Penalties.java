package cn.publiccredit.local.samples;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.random.RandomGenerator;

/** Invents administrative penalties of every kind and gravity. */
final class Penalties {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy/MM/dd");
    private static final List<Offence> OFFENCES = List.of(
            new Offence("违反《中华人民共和国食品安全法》第三十四条", "经营超过保质期的食品", "《中华人民共和国食品安全法》第一百二十四条"),
            new Offence("违反《中华人民共和国广告法》第二十八条", "发布虚假广告", "《中华人民共和国广告法》第五十五条"),
            new Offence("违反《中华人民共和国产品质量法》第三十二条", "销售不合格产品", "《中华人民共和国产品质量法》第五十条"),
            new Offence("违反《中华人民共和国安全生产法》第二十八条", "未按规定开展安全生产教育培训", "《中华人民共和国安全生产法》第九十七条"),
            new Offence("违反《中华人民共和国价格法》第十三条", "未明码标价", "《中华人民共和国价格法》第四十二条"));
    /** Weighted as in life: mostly fines, seldom the grave kinds. */
    private static final List<String> KINDS = List.of("罚款", "罚款", "罚款", "罚款", "罚款", "罚款", "罚款", "罚款", "警告", "警告",
            "警告;罚款", "警告;罚款", "罚款;没收违法所得", "罚款;没收违法所得", "没收非法财物", "通报批评", "暂扣许可证件", "降低资质等级",
            "罚款;责令停产停业", "罚款;吊销许可证件", "限制开展生产经营活动", "限制从业", "责令关闭", "其他-责令改正");

    private final RandomGenerator random;
    private final LocalDate asOf;

    Penalties(RandomGenerator random, LocalDate asOf) {
        this.random = random;
        this.asOf = asOf;
    }

    private record Offence(String type, String fact, String basis) {}

    /** Completes the party's row to a penalty of this department. */
    Row penalty(Row party, Department department, int number) {
        LocalDate decided = asOf.minusDays(1 + random.nextInt(1250));
        Offence offence = OFFENCES.get(random.nextInt(OFFENCES.size()));
        String kinds = KINDS.get(random.nextInt(KINDS.size()));
        String fine = kinds.contains("罚款") ? amount() : "";
        String seized = kinds.contains("没收") ? amount() : "";
        return party
                .with("CF_WSH", "样例市监处罚〔" + decided.getYear() + "〕" + department.division().substring(2) + "-" + number + "号")
                .with("CF_WFXW", offence.type())
                .with("CF_SY", "（虚构样例）经查，当事人" + offence.fact() + "。")
                .with("CF_YJ", offence.basis())
                .with("CF_CFLB", kinds)
                .with("CF_NR", "（虚构样例）" + kinds.replace(";", "、") + (fine.isEmpty() ? "" : "，罚款" + fine + "万元") + "。")
                .with("CF_NR_FK", fine)
                .with("CF_NR_WFFF", seized)
                .with("CF_NR_ZKDX", kinds.contains("许可证件") ? "样例经营许可证 YL" + number : "")
                .with("CF_JDRQ", DAY.format(decided))
                .with("CF_YXQ", "2099/12/31")
                .with("CF_CFJG", department.name())
                .with("CF_CFJGDM", department.uscc())
                .with("CF_SJLY", department.name())
                .with("CF_SJLYDM", department.uscc())
                .with("BZ", "虚构样例数据");
    }

    /** In 万元, from 200 yuan to 30 万元. */
    private String amount() {
        int yuan = (1 + random.nextInt(random.nextInt(10) == 0 ? 1500 : 100)) * 200;
        return BigDecimal.valueOf(yuan, 4).stripTrailingZeros().toPlainString();
    }
}
