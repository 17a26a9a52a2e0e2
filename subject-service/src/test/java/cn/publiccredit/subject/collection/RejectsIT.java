package cn.publiccredit.subject.collection;

import static org.assertj.core.api.Assertions.assertThat;

import cn.publiccredit.subject.collection.judgement.Penalty;
import cn.publiccredit.testing.Answer;
import cn.publiccredit.testing.Api;
import cn.publiccredit.testing.Token;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RejectsIT extends CollectionFixture {

    @Test
    void aRejectWorkbookCorrectedInPlaceIsAcceptedAsItIs() {
        Answer batch = collectedAs(Workbooks.TYPE, Workbooks.of(
                Penalty.row().number(8001).with("CF_JDRQ", "2026-02-30"),
                Penalty.row().number(8002),
                Penalty.row().number(8003).with("CF_XDR_SHXYM", "91340100MA2TETA140").with("BZ", "+86 551"),
                Penalty.row().number(8004).with("CF_SY", "=HYPERLINK(\"http://x\")")));
        assertThat(counts(batch)).isEqualTo("4 1 0 0 3");
        Answer file = department().get(BATCHES + "/" + batch.at("/id") + "/rejects?format=xlsx").expect(200);
        assertThat(file.header("Content-Type")).isEqualTo(Workbooks.TYPE);
        assertThat(file.header("Content-Disposition")).contains(".xlsx").doesNotContain(".csv");
        List<List<String>> table = Workbooks.table(file.bytes());
        assertThat(table).hasSize(4);
        assertThat(table.getFirst()).startsWith("CF_XDR_MC").endsWith("行号", "错误列", "错误规则", "错误说明");
        assertThat(table.get(1)).endsWith("2", "处罚决定日期（CF_JDRQ）", "date-impossible", table.get(1).getLast());
        assertThat(table.get(3)).as("text, which no spreadsheet runs").contains("=HYPERLINK(\"http://x\")");

        Answer unchanged = collectedAs(Workbooks.TYPE, file.bytes());
        assertThat(counts(unchanged)).isEqualTo("3 0 0 0 3");
        List<List<String>> corrected = new ArrayList<>();
        table.forEach(row -> corrected.add(row.stream().map(cell -> cell.replace("2026-02-30", "2026-02-28")
                .replace("91340100MA2TETA140", "91340100MA2TETA14E").replace("=HYPERLINK(\"http://x\")", "链接")).toList()));
        assertThat(counts(collectedAs(Workbooks.TYPE, Workbooks.of(corrected)))).isEqualTo("3 3 0 0 0");
    }

    @Test
    void whoReadsEnglishGetsTheReasonsInItTooAndUploadsTheFileAsItIs() {
        Answer batch = collected("CF", Penalty.header() + Penalty.row().number(8301).with("CF_XDR_LB", "公司").line());
        String path = BATCHES + "/" + batch.at("/id") + "/rejects";
        String csv = department().with("Accept-Language", "en").get(path).expect(200).text().substring(1);
        List<List<String>> table = Workbooks.tableOfCsv(csv);
        assertThat(table.getFirst()).endsWith("行号", "错误列", "错误规则", "错误说明", "Problem");
        assertThat(table.get(1).getLast()).contains("(CF_XDR_LB) has the value \"公司\"; allowed are: 法人及非法人组织");
        byte[] xlsx = department().with("Accept-Language", "en").get(path + "?format=xlsx").expect(200).bytes();
        assertThat(Workbooks.table(xlsx)).isEqualTo(table);
        assertThat(counts(collectedAs(Workbooks.TYPE, xlsx))).as("none of the five is unknown").isEqualTo("1 0 0 0 1");
        assertThat(counts(collected("CF", csv.replace(",公司,", ",法人及非法人组织,")))).isEqualTo("1 1 0 0 0");
        assertThat(department().get(path).expect(200).text()).doesNotContain("Problem");
    }

    @Test
    void aRejectWorkbookHoldsNoCellThatSpreadsheetsCallDamagedAndReadsAsItWasWritten() {
        Answer batch = collectedAs(Workbooks.TYPE, Workbooks.of(
                Penalty.row().number(8401).with("CF_SY", "字".repeat(40_000)),
                Penalty.row().number(8402).with("CF_JDRQ", "0026-05-06").with("BZ", "行一_x000D_行二 _x005F_x0041_")));
        List<List<String>> table = Workbooks.table(department().get(BATCHES + "/" + batch.at("/id") + "/rejects?format=xlsx")
                .expect(200).bytes());
        assertThat(table.get(1)).allSatisfy(cell -> assertThat(cell.length()).isLessThanOrEqualTo(32_767));
        assertThat(table.get(1)).anyMatch(cell -> cell.length() == 32_767 && cell.endsWith("字…"));
        assertThat(table.get(2).toString()).contains("行一\r行二").contains("date-impossible");
    }

    @Test
    void rejectsOfAnyFormatComeInAnyFormat() {
        Answer batch = collectedAs("application/x-ndjson",
                "{\"CF_WSH\":\"甲1号\",\"CF_SY\":\"x\",\"CF_XDR_MC\":1}\n{broken\n".getBytes(StandardCharsets.UTF_8));
        assertThat(batch.at("/failure/code")).isEqualTo("missing-column");
        GeneratedFile generated = new GeneratedFile(81, 120);
        Answer lines = collectedAs("application/x-ndjson",
                generated.ndjson().getBytes(StandardCharsets.UTF_8));
        assertThat(counts(lines)).isEqualTo(generated.counts());
        String path = BATCHES + "/" + lines.at("/id") + "/rejects";
        List<List<String>> csv = Workbooks.tableOfCsv(department().get(path).expect(200).text().substring(1));
        List<List<String>> xlsx = Workbooks.table(department().get(path + "?format=XLSX").expect(200).bytes());
        assertThat(xlsx).hasSameSizeAs(csv).hasSize(generated.rejected() + 1);
        assertThat(department().get(path + "?format=pdf").expect(400).at("/code"))
                .isEqualTo("subject.batch.reject-format");
    }

    @Test
    void whatCouldNotBeTakenApartIsGivenBackWholeToBeMendedByHand() {
        String fact = "违法事实".repeat(200);
        String broken = "{\"CF_WSH\":\"皖市监处罚〔2026〕8501号\",\"CF_SY\":\"" + fact + "\",\"CF_NR\"";
        Answer lines = collectedAs("application/x-ndjson", (new String(FormatsIT.ndjson(Penalty.row().number(8500)), StandardCharsets.UTF_8) + "\n" + broken)
                .getBytes(StandardCharsets.UTF_8));
        assertThat(counts(lines)).isEqualTo("2 1 0 0 1");
        List<List<String>> table = Workbooks.tableOfCsv(rejects(lines).text().substring(1));
        assertThat(table.getFirst()).endsWith("行号", "错误列", "错误规则", "错误说明", "原文");
        assertThat(table.get(1)).startsWith("", "").endsWith(broken);
        assertThat(api.as(Token.of("province", "province-operator").division("340000")).purpose("督查")
                .get(BATCHES + "/" + lines.at("/id") + "/rejects").expect(200).text()).contains("json")
                .doesNotContain("原文").doesNotContain("违法事实违法事实");

        String cell = "字".repeat(70_000);
        String tooLong = Penalty.row().number(8502).with("CF_SY", cell).line();
        Answer csv = collected("CF", Penalty.header() + tooLong + "只有,三个,\"单元\"格\r\n" + "多".repeat(3) + ",".repeat(60) + "末\r\n"
                + Penalty.row().number(8503).with("CF_SY", "").line());
        assertThat(counts(csv)).isEqualTo("4 0 0 0 4");
        List<List<String>> rows = Workbooks.tableOfCsv(rejects(csv).text().substring(1));
        assertThat(rows).extracting(List::getLast).containsExactly("原文", tooLong.strip(), "只有,三个,\"单元\"格",
                "多".repeat(3) + ",".repeat(60) + "末", "");

        List<List<String>> mended = new ArrayList<>(rows.subList(0, 2));
        List<String> row = new ArrayList<>(rows.get(1));
        for (int i = 0; i < Penalty.codes().size(); i++) {
            row.set(i, Penalty.row().number(8502).cells().get(i));
        }
        mended.set(1, row);
        assertThat(counts(collectedAs(Workbooks.TYPE, Workbooks.of(mended.stream()
                .map(cells -> cells.stream().map(text -> text.length() > 30_000 ? text.substring(0, 30_000) : text).toList()).toList()))))
                .as("the last column is passed over").isEqualTo("1 1 0 0 0");
    }

    @Test
    void theSummaryNamesEachCauseWithItsNumberAndAnExample() {
        StringBuilder file = new StringBuilder(Penalty.header());
        for (int i = 0; i < 70; i++) {
            file.append(Penalty.row().number(8100 + i).with("CF_JDRQ", "第" + i + "日").line());
        }
        for (int i = 0; i < 5; i++) {
            file.append(Penalty.row().number(8200 + i).with("CF_XDR_SHXYM", "91340100MA2TETA140").with("CF_SY", "").line());
        }
        file.append("只有,三个,单元格\r\n");
        Answer batch = collected("CF", file.toString());
        Answer summary = department().get(BATCHES + "/" + batch.at("/id") + "/rejects/summary").expect(200);
        assertThat(summary.at("/rejected")).isEqualTo("76");
        List<String> groups = new ArrayList<>();
        for (JsonNode group : summary.json().at("/rules")) {
            groups.add(group.get("column").asString() + " " + group.get("rule").asString() + " " + group.get("rows").asLong());
        }
        assertThat(groups).hasSize(4).startsWith("CF_JDRQ date-format 70")
                .contains("CF_XDR_SHXYM uscc-check-digit 5", "CF_SY required 5", " cell-count 1");
        assertThat(summary.at("/rules/0/example/row")).isEqualTo("2");
        assertThat(summary.at("/rules/0/example/cell")).isEqualTo("第0日");
        assertThat(summary.at("/rules/0/name")).isEqualTo("处罚决定日期");
        assertThat(summary.at("/rules/0/example/message")).contains("处罚决定日期（CF_JDRQ）", "2026/11/22");
        assertThat(department().with("Accept-Language", "en").get(BATCHES + "/" + batch.at("/id") + "/rejects/summary")
                .at("/rules/0/example/message")).contains("(CF_JDRQ) is no date");
        api.as(Token.of("dept-other", "department-user").division("340400").org("12340000MA8TETT91D"))
                .get(BATCHES + "/" + batch.at("/id") + "/rejects/summary").expect(404);
    }

    @Test
    void theSourceGetsItsRowsAsTheyCameAndOperatorsGetThemMaskedForAPurpose() {
        Answer batch = collected("CF", Penalty.header()
                + Penalty.ofPerson().number(8501).with("CF_JDRQ", "昨天").with("CF_SY", "李样例无证经营").line()
                + Penalty.row().number(8502).with("CF_JDRQ", "前天").with("CF_FRDB", "=张样例").line()
                + "王样例,自然人,34010219900101 1236\r\n");
        assertThat(counts(batch)).isEqualTo("3 0 0 0 3");
        String path = BATCHES + "/" + batch.at("/id") + "/rejects";
        assertThat(rejects(batch).text()).contains("李样例无证经营", "340102199001011236", "王样例", "张样例");

        Api operator = api.as(Token.of("province", "province-operator").division("340000"));
        assertThat(operator.get(path).expect(400).at("/code")).isEqualTo("purpose.required");
        Answer csv = operator.purpose("核查数据质量8501").with("Accept-Language", "en").get(path).expect(200);
        String xlsx = Workbooks.table(operator.purpose("核查数据质量8501").get(path + "?format=xlsx").expect(200)
                .bytes()).toString();
        for (String shown : List.of(csv.text(), xlsx)) {
            assertThat(shown).contains("3401************36", "李**无证经营", "合肥样例食品有限公司", "91340100MA2TETA14E", "昨天", "cell-count",
                            "formula")
                    .doesNotContain("340102199001011236").doesNotContain("李样例").doesNotContain("34010219900101 1236")
                    .doesNotContain("王样例").doesNotContain("张样例");
        }
        assertThat(URLDecoder.decode(csv.header("Content-Disposition"), StandardCharsets.UTF_8)).contains("退回（已脱敏）");
        assertThat(api.as(Token.of("auditor", "auditor")).get("/api/subject/v1/audit?limit=500").expect(200).text())
                .contains("核查数据质量8501");
    }

    @Test
    void theSummaryShowsNobodysNumberAndLeavesATrace() {
        Answer batch = collected("CF", Penalty.header()
                + Penalty.ofPerson().number(8301).with("CF_XDR_ZJHM", "340102199001011237").line()
                + Penalty.row().number(8302).with("CF_JDRQ", "34010219900101 1236").line()
                + Penalty.row().number(8303).with("CF_FRDB", "张样\u0001例").line()
                + Penalty.row().number(8304).with("CF_XDR_MC", "合肥\u0001食品").line());
        assertThat(counts(batch)).isEqualTo("4 0 0 0 4");
        Answer summary = api.as(Token.of("province", "province-operator").division("340000"))
                .get(BATCHES + "/" + batch.at("/id") + "/rejects/summary").expect(200);
        assertThat(summary.text()).contains("3401************37", "张**", "合肥", "食品").doesNotContain("340102199001011237")
                .doesNotContain("34010219900101 1236").doesNotContain("张样");
        assertThat(api.as(Token.of("auditor", "auditor")).get("/api/subject/v1/audit?limit=500").expect(200).text())
                .contains("batch.reject-summary");
    }
}
