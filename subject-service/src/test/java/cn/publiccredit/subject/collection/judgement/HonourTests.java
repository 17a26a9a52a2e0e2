package cn.publiccredit.subject.collection.judgement;

import static org.assertj.core.api.Assertions.assertThat;

import cn.publiccredit.subject.collection.file.Row;
import cn.publiccredit.subject.record.IncomingRecord;
import cn.publiccredit.subject.rulebook.CatalogItem;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Honours of different kinds say different things of themselves (公共信用信息报告标准（2022年版）). */
class HonourTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 5, 8);

    private static final Map<String, String> TAXPAYER = Map.of("RY_XDR_MC", "合肥样例商贸有限公司", "RY_XDR_LB", "法人及非法人组织",
            "RY_XDR_SHXYM", "91340100MA2TETA14E", "RY_LX", "A级纳税人", "RY_ND", "2025",
            "RY_LYDW", "样例税务局", "RY_LYDWDM", Penalty.SOURCE);

    private static final Map<String, String> IMPORTER = with(TAXPAYER, Map.of("RY_LX", "海关高级认证企业", "RY_ND", "",
            "RY_HGBM", "3401000001", "RY_SCZCRQ", "2011/03/10", "RY_XYDJ", "高级认证企业", "RY_JDRQ", "2026/04/01"));

    @Test
    void aTaxpayersGradeIsToldByItsYearAndNeedsNoDocumentAndNoDay() {
        IncomingRecord grade = sound(TAXPAYER);

        assertThat(grade.documentDate()).isNull();
        assertThat(grade.documentNumber()).isNull();
        assertThat(grade.naturalKey()).isNotEqualTo(sound(with(TAXPAYER, Map.of("RY_ND", "2024"))).naturalKey());
        assertThat(broken(with(TAXPAYER, Map.of("RY_ND", "")))).containsExactly("RY_ND");
    }

    @Test
    void whatCustomsCertifyIsToldByTheirOwnCode() {
        assertThat(sound(IMPORTER).documentDate()).isEqualTo("2026-04-01");
        for (String column : List.of("RY_HGBM", "RY_SCZCRQ", "RY_XYDJ", "RY_JDRQ")) {
            assertThat(broken(with(IMPORTER, Map.of(column, "")))).containsExactly(column);
        }
    }

    @Test
    void twoKindsOfHonourInOneYearAreTwoRecords() {
        assertThat(sound(with(IMPORTER, Map.of("RY_JDRQ", "2026/04/01", "RY_ND", "2025"))).naturalKey())
                .isNotEqualTo(sound(with(TAXPAYER, Map.of("RY_JDRQ", "2026/04/01"))).naturalKey());
    }

    @Test
    void anAwardHasItsDocumentItsDayAndWhoGaveIt() {
        assertThat(broken(with(TAXPAYER, Map.of("RY_LX", "表彰奖励")))).containsExactly("RY_WSH", "RY_JDRQ", "RY_JG");
    }

    private static List<String> broken(Map<String, String> values) {
        return Items.broken("RY", values, TODAY).stream().map(BrokenRule::column).toList();
    }

    private static IncomingRecord sound(Map<String, String> values) {
        CatalogItem item = Items.item("RY");
        List<String> titles = List.copyOf(values.keySet());
        Header header = ((Header.Match.Matched) Header.match(titles, item)).header();
        ItemJudge judge = new ItemJudge(item, header, new ItemJudge.Circumstances(TODAY, Penalty.SOURCE, Set.of(), false));
        Judgement judgement = judge.judge(new Row(2, titles.stream().map(values::get).toList(), null));
        assertThat(judgement).isInstanceOf(Judgement.Sound.class);
        return ((Judgement.Sound) judgement).row();
    }

    private static Map<String, String> with(Map<String, String> values, Map<String, String> others) {
        Map<String, String> all = new HashMap<>(values);
        all.putAll(others);
        return all;
    }
}
