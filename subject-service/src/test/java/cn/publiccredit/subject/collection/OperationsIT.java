package cn.publiccredit.subject.collection;

import static org.assertj.core.api.Assertions.assertThat;

import cn.publiccredit.subject.collection.judgement.Penalty;
import cn.publiccredit.subject.fixture.Codes;
import cn.publiccredit.testing.Answer;
import cn.publiccredit.testing.Api;
import cn.publiccredit.testing.Token;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** Corrections and withdrawals by the source, and what the public sees of them. */
class OperationsIT extends CollectionFixture {

    private final String company = Codes.next("340100");

    private Penalty penalty(long number) {
        return Penalty.row().number(number).with("CF_XDR_SHXYM", company);
    }

    @Test
    void aWithdrawnRecordIsAtOnceNoLongerPublicAndKeepsItsVersionsAndReason() {
        collected("CF", Penalty.header() + penalty(6001).line() + penalty(6002).line());
        assertThat(publicNumbers()).containsExactlyInAnyOrder("皖市监处罚〔2026〕6001号", "皖市监处罚〔2026〕6002号");
        Answer batch = collected("CF", file(penalty(6001).with("CF_SY", ""), "撤销", "复议决定撤销"));
        assertThat(counts(batch)).isEqualTo("1 0 1 0 0");
        assertThat(publicNumbers()).containsExactly("皖市监处罚〔2026〕6002号");

        Answer seen = api.as(Token.of("province", "province-operator").division("340000")).purpose("日常监管")
                .get("/api/subject/v1/subjects/" + company + "/records?item=CF").expect(200);
        assertThat(seen.text()).contains("\"state\":\"WITHDRAWN\"", "\"withdrawnBecause\":\"复议决定撤销\"");
        Document record = record(batch.at("/id"), 2);
        assertThat(record.getList("past", Document.class)).hasSize(1);
        assertThat(record.get("current", Document.class).get("content", Document.class).getString("documentNumber"))
                .as("what was known stays known").isEqualTo("皖市监处罚〔2026〕6001号");

        Answer unchanged = collected("CF", Penalty.header() + penalty(6001).line());
        assertThat(counts(unchanged)).isEqualTo("1 0 0 1 0");
        Answer changed = collected("CF", Penalty.header() + penalty(6001).with("CF_NR_FK", "0.9").line());
        assertThat(counts(changed)).isEqualTo("1 0 0 0 1");
        assertThat(rejects(changed).text()).contains("withdrawn", "新增");
        assertThat(publicNumbers()).hasSize(1);
        assertThat(counts(collected("CF", file(penalty(6001), "新增", "")))).isEqualTo("1 0 1 0 0");
        assertThat(publicNumbers()).hasSize(2);
    }

    @Test
    void aPenaltyOfSummaryProcedureIsCollectedAndSharedButNotPublished() {
        Answer batch = collected("CF", Penalty.header() + penalty(6021).with("CF_CXLX", "简易程序").line() + penalty(6022).line());
        assertThat(counts(batch)).isEqualTo("2 2 0 0 0");
        assertThat(publicNumbers()).containsExactly("皖市监处罚〔2026〕6022号");
        Answer seen = api.as(Token.of("province", "province-operator").division("340000")).purpose("日常监管")
                .get("/api/subject/v1/subjects/" + company + "/records?item=CF").expect(200);
        assertThat(seen.json().at("/items").valueStream().map(record -> record.at("/documentNumber").asString() + record.at("/severity").asString()))
                .containsExactlyInAnyOrder("皖市监处罚〔2026〕6021号MINOR", "皖市监处罚〔2026〕6022号GENERAL");
    }

    @Test
    void noIdOrPhoneNumberThatASourceWritesIntoAReasonIsKeptOrShown() {
        collected("CF", Penalty.header() + penalty(6020).line() + penalty(6021).line());
        String reason = "当事人李样例（340102199001011236，电话 138 5550 1234）申诉成立";
        Answer batch = collected("CF", file(penalty(6020), "撤销", reason));
        assertThat(warnings(batch)).containsEntry("personal-number", 1L);
        Answer push = pushed(penalty(6021).with("CF_NR_FK", "0.6"), "变更", reason).expect(200);
        assertThat(push.at("/results/0/warnings/0/column")).isEqualTo("操作原因");
        Api operator = api.as(Token.of("province", "province-operator").division("340000")).purpose("日常监管");
        String subject = "/api/subject/v1/subjects/" + company;
        Answer seen = operator.get(subject + "/records?item=CF").expect(200);
        assertThat(seen.text()).contains("\"withdrawnBecause\":\"当事人李样例（3");
        Answer versions = operator.get(subject + "/records/" + record(push.at("/batch"), 1).getString("_id") + "/versions").expect(200);
        assertThat(versions.text()).contains("当事人李样例（3", "申诉成立");
        String kept = mongo.getCollection("records").find(new Document("subject", company)).into(new ArrayList<>()).toString();
        assertThat(seen.text() + versions.text() + kept).doesNotContain("340102199001011236").doesNotContain("138 5550 1234");
    }

    @Test
    void aSubjectThatWasTakenOffAListIsNoLongerShownAsListed() {
        LocalDate today = LocalDate.now(clock);
        String listed = "YC_XDR_MC,YC_XDR_SHXYM,YC_WSH,YC_LRRQ,YC_LRYY,YC_LRJG,YC_LRJGDM,YC_LYDW,YC_LYDWDM,YC_YCRQ\n"
                + String.join(",", "合肥样例食品有限公司", company, "异常〔2026〕6300号", today.minusDays(20).toString(), "通过登记的住所无法联系",
                        "样例监督管理局", Penalty.SOURCE, "样例监督管理局", Penalty.SOURCE, "%s") + "\n";
        assertThat(counts(collected("YC", listed.formatted("")))).isEqualTo("1 1 0 0 0");
        assertThat(publicOf("YC")).containsExactly("异常〔2026〕6300号");
        assertThat(counts(collected("YC", listed.formatted(today)))).isEqualTo("1 0 1 0 0");
        assertThat(publicOf("YC")).isEmpty();
        clock.moveTo(today.plusDays(1));
        assertThat(publicOf("YC")).isEmpty();
    }

    @Test
    void aFileOfTheKeysAloneWithdraws() {
        collected("CF", Penalty.header() + penalty(6005).line() + penalty(6006).line());
        String key = "皖市监处罚〔2026〕%d号," + company + ",2026/05/06," + Penalty.SOURCE + ",%s,错报\n";
        Answer batch = collected("CF", "CF_WSH,CF_XDR_SHXYM,CF_JDRQ,CF_CFJGDM,操作类型,操作原因\n"
                + key.formatted(6005, "撤销") + key.formatted(6006, "变更"));
        assertThat(counts(batch)).isEqualTo("2 0 1 0 1");
        assertThat(rejects(batch).text()).contains("违法事实（CF_SY）", "文件中没有这一列");
        assertThat(publicNumbers()).containsExactly("皖市监处罚〔2026〕6006号");
    }

    @Test
    void whatIsNotThereIsRejectedWithTheRuleAndTheRowCanBeMended() {
        Answer batch = collected("CF", file(penalty(6010), "撤销", "错报"));
        assertThat(counts(batch)).isEqualTo("1 0 0 0 1");
        assertThat(rejects(batch).text()).contains("nothing-to-withdraw", "操作类型,操作原因,行号", "撤销,错报,2,整行");
        assertThat(rejects(collected("CF", file(penalty(6010), "变更", ""))).text()).contains("nothing-to-change");
        assertThat(rejects(collected("CF", file(penalty(6010), "删掉", ""))).text()).contains("操作类型（操作类型）,operation,");
        assertThat(counts(collected("CF", rejects(batch).text().replace("撤销,错报", "新增,")))).isEqualTo("1 1 0 0 0");
    }

    @Test
    void addChangeAndWithdrawOfOneRecordInOneFileAreTakenInTheirOrderEvenWhenTheWorkerDies() {
        StringBuilder file = new StringBuilder(header());
        for (int i = 0; i < 60; i++) {
            Penalty row = penalty(6100 + i);
            file.append(line(row, "新增", "")).append(line(row.with("CF_NR_FK", "0.6"), "变更", ""))
                    .append(line(row, "撤销", "错报")).append(line(row, "撤销", "错报"))
                    .append(line(row.with("CF_NR_FK", "0.7"), "变更", ""));
        }
        intake.diesSoOften(6, 3);
        Answer batch = collected("CF", file.toString());
        assertThat(counts(batch)).isEqualTo("300 60 120 60 60");
        assertThat(publicNumbers()).isEmpty();
        assertThat(mongo.getCollection("rejects").countDocuments(new Document("batch", batch.at("/id")))).isEqualTo(60);
    }

    @Test
    void aFileThatSaysWhatStandsIsInForceAgainstOneReceivedBefore() {
        collected("CF", Penalty.header() + penalty(6200).line());
        CountDownLatch held = holdingTheNextWorker();
        String earlier = uploaded(Penalty.header() + penalty(6200).with("CF_NR_FK", "0.6").line());
        String later = uploaded(Penalty.header() + penalty(6200).line());
        held.countDown();
        assertThat(counts(finished(earlier))).isEqualTo("1 0 1 0 0");
        Answer last = finished(later);
        assertThat(counts(last)).isEqualTo("1 0 1 0 0");
        assertThat(data(record(last.at("/id"), 2))).containsEntry("CF_NR_FK", "0.5");
    }

    @Test
    void aWithdrawalSentRightAfterTheFileThatBringsTheRecordIsNotLost() {
        CountDownLatch held = holdingTheNextWorker();
        uploaded(Penalty.header() + penalty(6210).line() + penalty(6211).line());
        String withdrawal = uploaded(file(penalty(6210), "撤销", "错报"));
        held.countDown();
        assertThat(counts(finished(withdrawal))).isEqualTo("1 0 1 0 0");
        assertThat(publicNumbers()).containsExactly("皖市监处罚〔2026〕6211号");
    }

    @Test
    void aWithdrawalThatIsPushedRightAfterTheFileTakesItsPlaceBehindIt() {
        CountDownLatch held = holdingTheNextWorker();
        uploaded(Penalty.header() + penalty(6220).line());
        Answer pushed = pushed(penalty(6220), "撤销", "错报").expect(202);
        assertThat(pushed.at("/state")).isEqualTo("RECEIVED");
        assertThat(pushed.at("/results")).isEqualTo("[]");
        String location = pushed.header("Location");
        assertThat(department().get(location).at("/queue/reason")).isEqualTo("item-order");
        held.countDown();
        assertThat(counts(finished(location))).isEqualTo("1 0 1 0 0");
        assertThat(publicNumbers()).isEmpty();
    }

    @Test
    void aPushWaitsForAFileThatTakesNoLonger() {
        CountDownLatch held = holdingTheNextWorker();
        uploaded(Penalty.header() + penalty(6230).line());
        held.countDown();
        assertThat(pushed(penalty(6230), "撤销", "错报").expect(200).at("/results/0/outcome")).isEqualTo("UPDATED");
    }

    @Test
    void aRowThatIsRefusedIsRefusedAsOftenAsItComesWhereverChunksEnd() {
        for (int before : new int[] {0, 48, 49}) {
            StringBuilder file = new StringBuilder(header());
            for (int i = 0; i < before; i++) {
                file.append(line(penalty(6400 + 100 * before + i), "", ""));
            }
            file.append(line(penalty(6300), "变更", "")).append(line(penalty(6300), "变更", ""));
            Answer batch = collected("CF", file.toString());
            assertThat(counts(batch)).as("%d rows before", before)
                    .isEqualTo(before + 2 + " " + before + " 0 0 2");
            assertThat(rejects(batch).text().split("nothing-to-change", -1)).hasSize(3);
        }
    }

    @Test
    void aSubjectThatChangedItsNameKeepsItsRecordsAndTheOldNameIsInTheirHistory() {
        Penalty renamed = penalty(6240).with("CF_XDR_MC", "合肥更名食品有限公司");
        collected("CF", Penalty.header() + penalty(6240).line() + penalty(6241).line());
        assertThat(counts(collected("CF", Penalty.header() + renamed.line()))).isEqualTo("1 0 1 0 0");
        Answer seen = api.as(Token.of("province", "province-operator").division("340000")).purpose("日常监管")
                .get("/api/subject/v1/subjects/" + company + "/records?item=CF&limit=100").expect(200);
        assertThat(publicNumbers()).containsExactlyInAnyOrder("皖市监处罚〔2026〕6240号", "皖市监处罚〔2026〕6241号");
        Document record = inForce("皖市监处罚〔2026〕6240号");
        assertThat(name(record.get("current", Document.class))).isEqualTo("合肥更名食品有限公司");
        assertThat(record.getList("past", Document.class)).singleElement()
                .satisfies(version -> assertThat(name(version)).isEqualTo("合肥样例食品有限公司"));
        assertThat(seen.json().get("items")).hasSize(2);
        Answer both = collected("CF", Penalty.header() + penalty(6242).line()
                + penalty(6242).with("CF_XDR_MC", "合肥更名食品有限公司").line());
        assertThat(counts(both)).as("both names in one file").isEqualTo("2 1 1 0 0");
        assertThat(counts(collected("CF", file(renamed.with("CF_XDR_LB", ""), "撤销", "复议决定撤销")))).isEqualTo("1 0 1 0 0");
        assertThat(counts(collected("CF", file(penalty(6241).with("CF_XDR_MC", "合肥更名食品有限公司"), "变更", ""))))
                .isEqualTo("1 0 1 0 0");
        assertThat(publicNumbers()).containsExactlyInAnyOrder("皖市监处罚〔2026〕6241号", "皖市监处罚〔2026〕6242号");
        assertThat(pushed(penalty(6242), "撤销", "错报").expect(200).at("/results/0/outcome")).isEqualTo("UPDATED");
    }

    @Test
    void twoPeopleOfOneDocumentAreTwoRecordsAndEachKeepsItsOwnUnderAMendedName() {
        Penalty one = Penalty.ofPerson().number(6250);
        Penalty other = one.with("CF_XDR_ZJHM", "340102199001011252");
        assertThat(counts(collected("CF", Penalty.header() + one.line() + other.line()))).isEqualTo("2 2 0 0 0");
        assertThat(counts(collected("CF", Penalty.header() + other.with("CF_XDR_MC", "李正名").line()))).isEqualTo("1 0 1 0 0");
        assertThat(counts(collected("CF", file(one.with("CF_XDR_MC", ""), "撤销", "错报")))).isEqualTo("1 0 1 0 0");
        List<String> states = mongo.getCollection("records")
                .find(new Document("current.content.documentNumber", "皖市监处罚〔2026〕6250号"))
                .map(r -> r.get("current", Document.class).getString("state")).into(new ArrayList<>());
        assertThat(states).containsExactlyInAnyOrder("WITHDRAWN", "ACTIVE");
    }

    @Test
    void aPenaltyIsOneRecordHoweverItsDocumentsNumberIsWrittenInFilesAndPushes() {
        Penalty inFull = penalty(6260).with("CF_WSH", "皖市监处罚（２０２６）６２６０号");
        assertThat(counts(collected("CF", Penalty.header() + penalty(6260).line() + inFull.line())))
                .as("both in one file").isEqualTo("2 1 1 0 0");
        assertThat(publicNumbers()).as("shown as the source wrote it last").containsExactly("皖市监处罚（２０２６）６２６０号");
        assertThat(counts(collected("CF", Penalty.header() + inFull.line()))).isEqualTo("1 0 0 1 0");
        assertThat(pushed(penalty(6260).with("CF_WSH", "皖市监处罚[2026] 6260 号"), "", "").expect(200)
                .at("/results/0/outcome")).isEqualTo("UPDATED");
        assertThat(publicNumbers()).containsExactly("皖市监处罚[2026] 6260 号");
        assertThat(counts(collected("CF", Penalty.header() + penalty(6260).line()))).isEqualTo("1 0 1 0 0");
        assertThat(pushed(inFull, "撤销", "复议决定撤销").expect(200).at("/results/0/outcome")).isEqualTo("UPDATED");
        assertThat(publicNumbers()).isEmpty();
    }

    private Document inForce(String number) {
        return Objects.requireNonNull(mongo.getCollection("records").find(new Document("subject", company)
                .append("current.content.documentNumber", number)).first());
    }

    private static String name(Document version) {
        return version.get("content", Document.class).getString("subjectName");
    }

    private Answer pushed(Penalty row, String operation, String reason) {
        Map<String, String> record = new LinkedHashMap<>();
        for (int i = 0; i < Penalty.codes().size(); i++) {
            record.put(Penalty.codes().get(i), row.cells().get(i));
        }
        record.put("操作类型", operation);
        record.put("操作原因", reason);
        record.remove("BZ");
        return department().post("/api/subject/v1/records", Map.of("item", "CF", "records", List.of(record)));
    }

    private String uploaded(String text) {
        return upload("CF", text).expect(202).header("Location");
    }

    private CountDownLatch holdingTheNextWorker() {
        CountDownLatch held = new CountDownLatch(1);
        intake.beforeWriting(context -> hold(held));
        return held;
    }

    private static Document data(Document record) {
        return record.get("current", Document.class).get("content", Document.class).get("data", Document.class);
    }

    private static void hold(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<String> publicNumbers() {
        return publicOf("CF");
    }

    private List<String> publicOf(String item) {
        List<String> numbers = new ArrayList<>();
        api.get("/api/subject/v1/public/records?item=" + item + "&subject=" + company + "&limit=100").expect(200).json().at("/items")
                .forEach(record -> numbers.add(record.get("documentNumber").asString()));
        return numbers;
    }

    private static String header() {
        List<String> titles = new ArrayList<>(Penalty.codes());
        titles.addAll(List.of("操作类型", "操作原因"));
        return Penalty.line(titles);
    }

    private static String line(Penalty row, String operation, String reason) {
        List<String> cells = new ArrayList<>(row.cells());
        cells.addAll(List.of(operation, reason));
        return Penalty.line(cells);
    }

    private static String file(Penalty row, String operation, String reason) {
        return header() + line(row, operation, reason);
    }
}
