package cn.publiccredit.local.samples;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.random.RandomGenerator;

/** Invents administrative licences. */
final class Licences {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy/MM/dd");
    private static final List<String> KINDS = List.of("普通", "普通", "普通", "核准", "登记", "认可", "特许", "其他-备案");
    private static final List<String> PAPERS = List.of("食品经营许可证", "道路运输经营许可证", "医疗器械经营许可证", "排污许可证",
            "卫生许可证", "建筑业企业资质证书", "", "");

    private final RandomGenerator random;
    private final LocalDate asOf;

    Licences(RandomGenerator random, LocalDate asOf) {
        this.random = random;
        this.asOf = asOf;
    }

    /** Completes the party's row to a licence of this department. */
    Row licence(Row party, Department department, int number) {
        LocalDate decided = asOf.minusDays(1 + random.nextInt(2200));
        String paper = PAPERS.get(random.nextInt(PAPERS.size()));
        String matter = paper.isEmpty() ? "经营场所变更登记" : paper + "核发";
        int years = 1 + random.nextInt(5);
        String document = "样例许可〔" + decided.getYear() + "〕" + department.division().substring(2) + "-" + number + "号";
        return party
                .with("XK_XKWS", "关于准予" + matter + "的决定")
                .with("XK_WSH", document)
                .with("XK_XKLB", KINDS.get(random.nextInt(KINDS.size())))
                .with("XK_XKZS", paper)
                .with("XK_XKBH", paper.isEmpty() ? "" : "YL" + department.division() + "%06d".formatted(number))
                .with("XK_NR", "（虚构样例）经审查，申请符合法定条件，准予" + matter + "。")
                .with("XK_JDRQ", DAY.format(decided))
                .with("XK_YXQZ", DAY.format(decided))
                .with("XK_YXQZI", years == 5 ? "2099/12/31" : DAY.format(decided.plusYears(years)))
                .with("XK_XKJG", department.name())
                .with("XK_XKJGDM", department.uscc())
                .with("XK_ZT", "1")
                .with("XK_LYDW", department.name())
                .with("XK_LYDWDM", department.uscc())
                .with("BZ", "虚构样例数据");
    }
}
