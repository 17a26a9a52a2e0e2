package cn.publiccredit.subject.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.publiccredit.subject.collection.judgement.Items;
import cn.publiccredit.subject.fixture.Batch;
import cn.publiccredit.subject.fixture.Codes;
import cn.publiccredit.subject.fixture.Row;
import cn.publiccredit.subject.fixture.SubjectServiceFixture;
import cn.publiccredit.testing.Answer;
import cn.publiccredit.testing.Api;
import cn.publiccredit.testing.Token;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PerformanceIT extends SubjectServiceFixture {

    private static final String CONTRACTS = PREFIX + "/performance/contracts";
    private static final String ARREARS = PREFIX + "/performance/arrears";

    private final String body = Codes.of("11340400", Integer.parseInt(Codes.next("340400").substring(9, 17)) + 50_000);
    private final String supplier = Codes.next("340400");
    private final LocalDate today = LocalDate.of(2026, 6, 1);

    @BeforeEach
    void itIsJune() {
        clock.moveTo(today);
    }

    private Api department() {
        return department(body, "340400");
    }

    private Map<String, Object> contract() {
        Map<String, Object> request = new HashMap<>();
        request.put("number", "政采" + supplier);
        request.put("title", "办公楼维修");
        request.put("body", Map.of("name", "淮南样例局"));
        request.put("counterparty", Map.of("uscc", supplier, "name", "淮南样例建筑有限公司"));
        request.put("signedOn", "2026-03-01");
        request.put("amount", "120000.50");
        request.put("milestones", List.of(Map.of("name", "预付款", "dueOn", "2026-04-01", "amount", "20000"),
                Map.of("name", "验收", "dueOn", "2026-05-01"), Map.of("name", "尾款", "dueOn", "2026-09-01")));
        return request;
    }

    private Answer registered() {
        return department().post(CONTRACTS, contract()).expect(201);
    }

    private Answer settled(String address, String collection) {
        String id = address.substring(address.lastIndexOf('/') + 1);
        Awaitility.await().until(() -> Objects.requireNonNull(mongo.getCollection(collection)
                .find(new Document("_id", id)).first()).get("work", Document.class).get("due") == null);
        return province().get(address).expect(200);
    }

    private Answer acted(Api who, String address, String action, Map<String, Object> what) {
        String collection = address.contains("contracts") ? "governmentContracts" : "arrears";
        return who.with("If-Match", settled(address, collection).header("ETag")).post(address + "/" + action, what);
    }

    private List<String> states(String item) {
        return record(item).json().get("items").findValuesAsString(item.equals("HT") ? "HT_LXZT" : "QS_ZT");
    }

    private Answer record(String item) {
        return province().get(PREFIX + "/subjects/" + body + "/records?item=" + item).expect(200);
    }

    private Map<String, String> data(String item) {
        Map<String, String> data = new HashMap<>();
        record(item).json().at("/items/0/data")
                .properties().forEach(e -> data.put(e.getKey(), e.getValue().asString()));
        return data;
    }

    private JsonNode rate() {
        for (JsonNode one : city("340400").get(PREFIX + "/performance/rates?limit=500").expect(200).json().get("items")) {
            if (one.get("body").asString().equals(body)) {
                return one;
            }
        }
        throw new AssertionError("no rate");
    }

    @Test
    void milestonesAreKeptOrOverdueAndTheBodysRateSaysSo() {
        String address = CONTRACTS + "/" + registered().at("/id");
        assertThat(department().get(address).expect(200).at("/milestones/0/overdue")).isEqualTo("true");
        assertThat(department().get(CONTRACTS + "?overdue=true").expect(200).json().get("items")).hasSize(1);
        acted(department(), address, "milestones/0/done", Map.of("on", "2026-03-30")).expect(200);
        assertThat(rate().get("rate").asString()).isEqualTo("0.5");
        Answer late = acted(department(), address, "milestones/1/done", Map.of("on", "2026-05-20")).expect(200);
        assertThat(late.at("/state")).isEqualTo("RUNNING");
        assertThat(department().get(CONTRACTS + "?overdue=true").expect(200).json().get("items")).isEmpty();
        assertThat(rate().get("late").asInt()).isEqualTo(1);
        acted(department(), address, "milestones/1/done", Map.of()).expect(409);
        acted(department(), address, "milestones/9/done", Map.of()).expect(404);
        Answer done = acted(department(), address, "milestones/2/done", Map.of()).expect(200);
        assertThat(done.at("/state")).isEqualTo("FULFILLED");
        settled(address, "governmentContracts");
        assertThat(states("HT")).containsExactly("已履行");
        assertThat(record("HT").at("/items/0/severity")).as("a contract that is kept is no misconduct").isEqualTo("NONE");
        assertThat(rate().get("due").asInt()).as("what was done before its day is not due yet").isEqualTo(2);
    }

    @Test
    void aBreachIsFoundByTheSupervisorComesIntoTheBodysRecordAndIsRemedied() {
        String address = CONTRACTS + "/" + registered().at("/id");
        acted(department(), address, "breach", Map.of("facts", "逾期未付")).expect(403);
        city("341300").with("If-Match", "\"0\"").post(address + "/breach", Map.of("facts", "x")).expect(404);
        assertThat(acted(city("340400"), address, "breach", Map.of("facts", "逾期未付", "on", "2026-05-20")).expect(200).at("/state"))
                .isEqualTo("BREACHED");
        settled(address, "governmentContracts");
        assertThat(province().get(PREFIX + "/subjects/" + body).expect(200).at("/kind")).isEqualTo("GOVERNMENT_BODY");
        assertThat(states("HT")).containsExactly("未履行");
        assertThat(record("HT").at("/items/0/severity")).isEqualTo("GENERAL");
        assertThat(record("HT").at("/items/0/earliestRepair")).as("counted from the breach, not from the signing").isEqualTo("2026-08-20");
        assertThat(data("HT")).containsEntry("HT_WYRQ", "2026-05-20").containsEntry("HT_LX", "其他-政府合同").containsEntry("HT_JE", "12.00005")
                .containsEntry("HT_JG", "淮南样例建筑有限公司").containsEntry("HT_WYQK", "逾期未付").containsEntry("HT_JZRQ", "2026-09-01");
        assertThat(Items.broken("HT", data("HT"), today)).isEmpty();
        assertThat(rate().get("breaches").asInt()).isEqualTo(1);
        acted(city("340400"), address, "breach", Map.of("facts", "再次")).expect(409);
        assertThat(acted(city("340400"), address, "remedy", Map.of("facts", "已补付", "on", "2026-05-19")).expect(422)
                .at("/violations/0/field")).as("before it was broken").isEqualTo("on");
        acted(city("340400"), address, "remedy", Map.of("facts", "已补付", "on", "2026-05-25")).expect(200);
        settled(address, "governmentContracts");
        assertThat(record("HT").at("/items/0/state")).isEqualTo("REPAIRED");
        assertThat(record("HT").at("/items/0/publicity/until")).isEqualTo("2026-05-24");
        Answer before = province().get(PREFIX + "/subjects/" + body + "/records?item=HT&asOf=2026-05-24").expect(200);
        assertThat(before.at("/items/0/state")).as("not before it was put right").isEqualTo("ACTIVE");
        assertThat(before.at("/items/0/publicity/until")).isEqualTo("2027-05-20");
        assertThat(record("HT").at("/items/0/severity")).as("how grave it was stays known").isEqualTo("GENERAL");
        assertThat(rate().get("breaches").asInt()).isZero();
        assertThat(rate().get("breachesEver").asInt()).as("a breach that was remedied was one").isEqualTo(1);
        assertThat(data("HT")).containsEntry("HT_WYRQ", "2026-05-20").containsEntry("HT_ZGRQ", "2026-05-25");
        assertThat(states("HT")).containsExactly("履行中");
        assertThat(data("HT")).containsEntry("BZ", "违约已整改，履行中：已补付").doesNotContainKey("HT_WYQK");
        assertThat(Items.broken("HT", data("HT"), today)).isEmpty();
    }

    private Map<String, String> repair(String number, String effective) {
        return Map.of("case", number + "-" + body, "decidedBy", "审批人", "reason", "已补付，准予修复", "effectiveDate", effective);
    }

    private void decided(Map<String, String> order) {
        service().post(PREFIX + "/records/" + record("HT").at("/items/0/id") + "/publicity-stop", order).expect(200);
        service().post(PREFIX + "/records/" + record("HT").at("/items/0/id") + "/sharing-stop", order).expect(200);
    }

    @Test
    void aBreachWhoseRecordIsRepairedByADecisionStandsNoMoreAndWasOneAllTheSame() {
        String address = CONTRACTS + "/" + registered().at("/id");
        acted(city("340400"), address, "breach", Map.of("facts", "逾期未付", "on", "2026-05-20")).expect(200);
        settled(address, "governmentContracts");
        clock.forward(Duration.ofHours(1));
        decided(repair("R1", "2026-05-28"));
        decided(repair("R1", "2026-05-28"));
        Answer contract = settled(address, "governmentContracts");
        assertThat(contract.at("/state")).isEqualTo("RUNNING");
        assertThat(contract.at("/breach")).isEmpty();
        assertThat(contract.json().get("events").findValuesAsString("kind")).as("told once, however often it is ordered")
                .containsExactly("REGISTERED", "BREACHED", "REPAIRED");
        assertThat(contract.at("/events/2/repairCase")).isEqualTo("R1-" + body);
        assertThat(contract.at("/events/2/on")).isEqualTo("2026-05-28");
        assertThat(contract.at("/events/2/facts")).isEqualTo("已补付，准予修复");
        assertThat(contract.at("/events/2/actor")).isEqualTo("审批人");
        assertThat(rate().get("breaches").asInt()).isZero();
        assertThat(rate().get("breachesEver").asInt()).isEqualTo(1);
        assertThat(data("HT")).containsEntry("HT_WYRQ", "2026-05-20").containsEntry("HT_ZGRQ", "2026-05-28");
        assertThat(Items.broken("HT", data("HT"), today)).isEmpty();
        acted(city("340400"), address, "amendments", Map.of("milestone", 2, "dueOn", "2026-10-01", "agreement", "补1",
                "signedOn", "2026-05-30")).expect(200);
        settled(address, "governmentContracts");
        assertThat(record("HT").at("/items/0/state")).as("what goes on with the contract is no new breach").isEqualTo("REPAIRED");
        assertThat(province().get(PREFIX + "/subjects/" + body + "/records?item=HT&asOf=2026-05-27").expect(200).at("/items/0/state"))
                .isEqualTo("ACTIVE");
    }

    @Test
    void aBreachAfterTheDecisionIsNotCoveredByIt() {
        String address = CONTRACTS + "/" + registered().at("/id");
        acted(city("340400"), address, "breach", Map.of("facts", "逾期未付", "on", "2026-05-20")).expect(200);
        settled(address, "governmentContracts");
        clock.forward(Duration.ofHours(1));
        decided(repair("R2", "2026-05-10"));
        assertThat(settled(address, "governmentContracts").at("/events/2/on")).as("not before it was broken").isEqualTo("2026-05-20");
        clock.forward(Duration.ofHours(1));
        acted(city("340400"), address, "breach", Map.of("facts", "再次逾期", "on", "2026-05-31")).expect(200);
        settled(address, "governmentContracts");
        decided(repair("R2", "2026-05-10"));
        assertThat(settled(address, "governmentContracts").at("/state")).isEqualTo("BREACHED");
        assertThat(record("HT").at("/items/0/state")).isEqualTo("ACTIVE");
        assertThat(rate().get("breaches").asInt()).isEqualTo(1);
        assertThat(rate().get("breachesEver").asInt()).isEqualTo(2);
    }

    @Test
    void theSameContractIsRegisteredOnceSoThatNoBreachOfItIsHidden() {
        Answer first = registered();
        Map<String, Object> again = contract();
        again.put("number", " 政采 " + supplier.toLowerCase(Locale.ROOT) + "　");
        again.put("title", "另一名称");
        Answer refused = department().post(CONTRACTS, again).expect(409);
        assertThat(refused.at("/code")).isEqualTo("subject.performance.contract-known");
        assertThat(refused.at("/detail")).contains(CONTRACTS + "/" + first.at("/id"));
        again.put("signedOn", "2026-03-02");
        department().post(CONTRACTS, again).expect(201);
        Api keyed = department(body, "340400").with("Idempotency-Key", "ht-" + supplier);
        again.put("signedOn", "2026-03-03");
        String id = keyed.post(CONTRACTS, again).expect(201).at("/id");
        assertThat(keyed.post(CONTRACTS, again).expect(201).at("/id")).isEqualTo(id);
    }

    @Test
    void theBodyCannotUploadABreachAwayNorKeepOneOutInAdvance() {
        Map<String, Object> row = new HashMap<>(Map.of("HT_XDR_MC", "淮南样例局", "HT_XDR_SHXYM", body, "HT_WSH", "政采" + supplier,
                "HT_JDRQ", "2026-03-01", "HT_JG", "淮南样例建筑有限公司", "HT_JGDM", supplier, "HT_LX", "政府采购", "HT_LXZT", "履行中"));
        row.put("HT_LYDW", "淮南样例局");
        row.put("HT_LYDWDM", body);
        assertThat(pushed(row).at("/outcome").asString()).startsWith("ACCEPTED");
        row.put("操作类型", "撤销");
        row.put("操作原因", "错报");
        assertThat(pushed(row).at("/outcome").asString()).isEqualTo("UPDATED");

        String address = CONTRACTS + "/" + registered().at("/id");
        acted(city("340400"), address, "breach", Map.of("facts", "逾期未付")).expect(200);
        settled(address, "governmentContracts");
        assertThat(states("HT")).containsExactly("未履行");
        for (String wish : List.of("撤销", "变更", "新增", "")) {
            row.put("操作类型", wish);
            assertThat(pushed(row).at("/errors/0/rule").asString()).as(wish).isEqualTo("kept-here");
        }
        assertThat(states("HT")).containsExactly("未履行");
    }

    private JsonNode pushed(Map<String, Object> row) {
        return department().post(PREFIX + "/records", Map.of("item", "HT", "records", List.of(row))).expect(200).json().at("/results/0");
    }

    @Test
    void arrearsAreReportedConfirmedPaidAndSettled() {
        Map<String, Object> report = Map.of("body", Map.of("uscc", body, "name", "淮南样例局", "division", "340400"),
                "counterparty", Map.of("uscc", supplier, "name", "淮南样例建筑有限公司"), "about", "工程款", "amount", 1000,
                "dueOn", "2026-05-01");
        String address = ARREARS + "/" + owner(supplier).post(ARREARS, report).expect(201).at("/id");
        owner(Codes.next("340400")).post(ARREARS, report).expect(403);
        Map<String, Object> early = new HashMap<>(report);
        early.put("dueOn", today.toString());
        assertThat(owner(supplier).post(ARREARS, early).expect(422).at("/violations/0/rule")).isEqualTo("not-after");
        owner(Codes.next("340400")).get(address).expect(404);
        assertThat(owner(supplier).get(address).expect(200).at("/daysOverdue")).isEqualTo("31");
        province().get(PREFIX + "/subjects/" + body + "/records").expect(404);
        acted(department(), address, "payments", Map.of("amount", 1)).expect(409);
        acted(department(), address, "confirm", Map.of("facts", "x")).expect(403);
        Api supervisor = api.as(Token.of("city", "city-operator").division("340400").org(HUAINAN_MARKET)).purpose("日常监管");
        acted(supervisor, address, "confirm", Map.of("facts", "经核实拖欠属实")).expect(200);
        settled(address, "arrears");
        assertThat(states("QS")).containsExactly("未清偿");
        assertThat(record("QS").at("/items/0/severity")).isEqualTo("GENERAL");
        assertThat(data("QS")).containsEntry("QS_JE", "0.1").containsEntry("QS_ZQR", "淮南样例建筑有限公司")
                .containsEntry("QS_JDRQ", "2026-06-01").containsEntry("QS_DQRQ", "2026-05-01")
                .containsEntry("QS_JGDM", HUAINAN_MARKET).containsEntry("QS_LYDWDM", body);
        assertThat(Items.broken("QS", data("QS"), today)).isEmpty();
        assertThat(rate().get("outstanding").asString()).isEqualTo("1000");
        acted(department(), address, "payments", Map.of("amount", 5000)).expect(422);
        for (String odd : List.of("1e-100000000", "0.001", "-1")) {
            assertThat(acted(department(), address, "payments", Map.of("amount", new BigDecimal(odd))).expect(422)
                    .at("/violations/0/field")).as(odd).isEqualTo("amount");
        }
        assertThat(acted(department(), address, "payments", Map.of("amount", 1000, "on", "2026-05-01")).expect(422).at("/violations/0/rule"))
                .as("paid in time it was no arrears").isEqualTo("after-due");
        assertThat(acted(department(), address, "payments", Map.of("amount", 400, "on", "2026-05-30")).expect(200).at("/outstanding/amount"))
                .isEqualTo("600");
        settled(address, "arrears");
        assertThat(states("QS")).containsExactly("部分清偿");
        assertThat(Items.broken("QS", data("QS"), today)).isEmpty();
        clock.moveTo(today.plusDays(9));
        assertThat(acted(department(), address, "payments", Map.of("amount", 600, "on", "2026-05-20")).expect(200).at("/state"))
                .isEqualTo("SETTLED");
        assertThat(settled(address, "arrears").at("/daysOverdue")).isEqualTo("0");
        assertThat(states("QS")).containsExactly("已清偿");
        assertThat(record("QS").at("/items/0/state")).isEqualTo("REPAIRED");
        assertThat(record("QS").at("/items/0/severity")).isEqualTo("GENERAL");
        assertThat(data("QS")).as("the day of the last payment, not of its entry").containsEntry("QS_QCRQ", "2026-05-30");
        assertThat(Items.broken("QS", data("QS"), today.plusDays(9))).isEmpty();
        assertThat(rate().get("arrears").asInt()).isZero();
        assertThat(rate().get("arrearsEver").asInt()).isEqualTo(1);
        assertThat(rate().get("arrearsSettled").asInt()).isEqualTo(1);
        assertThat(rate().get("arrearsSettledInTime").asInt()).isEqualTo(1);
    }

    @Test
    void whatIsNotTrueLeavesNoTraceInTheRecord() {
        Map<String, Object> report = Map.of("body", Map.of("uscc", body, "name", "淮南样例局", "division", "340400"),
                "counterparty", Map.of("uscc", supplier, "name", "样例"), "about", "货款", "amount", "10.5", "dueOn",
                "2026-05-01");
        String address = ARREARS + "/" + owner(supplier).post(ARREARS, report).expect(201).at("/id");
        acted(city("340400"), address, "dismiss", Map.of("facts", "合同已解除")).expect(200);
        province().get(PREFIX + "/subjects/" + body + "/records").expect(404);
        acted(city("340400"), address, "confirm", Map.of("facts", "x")).expect(409);
    }

    @Test
    void whatIsWrongIsNamedAllAtOnceAndOthersSeeNothing() {
        assertThat(city("340400").post(CONTRACTS, "{}").expect(422).json().get("violations").findValuesAsString("field"))
                .containsExactlyInAnyOrder("body", "counterparty", "number", "title", "signedOn", "milestones");
        assertThat(owner(supplier).post(ARREARS, "{}").expect(422).json().get("violations").findValuesAsString("field"))
                .containsExactlyInAnyOrder("body", "counterparty", "about", "amount", "dueOn");
        String address = CONTRACTS + "/" + registered().at("/id");
        owner(supplier).get(address).expect(200);
        owner(Codes.next("340400")).get(address).expect(404);
        department(SUZHOU_MARKET, "341300").get(address).expect(404);
        bank().get(address).expect(403);
        city("341300").post(CONTRACTS, Map.of("number", "x", "title", "x", "signedOn", "2026-01-01",
                "body", Map.of("uscc", body, "name", "x", "division", "340400"),
                "counterparty", Map.of("uscc", supplier, "name", "x"),
                "milestones", List.of(Map.of("name", "x", "dueOn", "2026-02-01")))).expect(403);
    }

    @Test
    void whoseContractsTheyAreIsForTheCatalogueAndTheRegisterToSayAndNotForWhoeverFilesThem() {
        Api suzhou = city("341300");
        Map<String, Object> claimed = contract();
        for (Map<String, Object> told : List.<Map<String, Object>>of(
                Map.of("uscc", REGISTERED, "name", "宿州样例局"), Map.of("uscc", body, "name", "宿州样例局"))) {
            claimed.put("body", told);
            suzhou.post(CONTRACTS, claimed).expect(403);
        }
        claimed.put("body", Map.of("uscc", REGISTERED, "name", "宿州样例局", "division", "341300"));
        assertThat(suzhou.post(CONTRACTS, claimed).expect(422).at("/violations/0/field")).isEqualTo("body.division");
        claimed.put("body", Map.of("uscc", supplier, "name", "淮南样例建筑有限公司"));
        assertThat(province().post(CONTRACTS, claimed).expect(422).at("/violations/0/rule")).isEqualTo("government-body");
        claimed.put("body", Map.of("uscc", REGISTERED, "name", "随便写的名称"));
        Answer made = city("340400").post(CONTRACTS, claimed).expect(201);
        assertThat(made.at("/body/name")).isEqualTo("虚构样例·淮南市公共资源交易中心");
        assertThat(made.at("/body/division")).isEqualTo("340400");
        claimed.put("body", Map.of("uscc", body));
        assertThat(department(REGISTERED, "340400").post(CONTRACTS, claimed).expect(403).at("/code")).isEqualTo("request.forbidden");
        assertThat(city("340400").post(CONTRACTS, claimed).expect(422).at("/violations/0/rule")).isEqualTo("required");
        Batch.of("DJ", HUAINAN_MARKET, clock.instant()).into(intake, Row.registering(body, "淮南样例登记局", today, "淮南市"));
        assertThat(city("340400").post(CONTRACTS, claimed).expect(201).at("/body/name")).isEqualTo("淮南样例登记局");
    }

    @Test
    void arrearsThatWerePaidLongAfterTheyWereConfirmedWereNotSettledInTime() {
        Map<String, Object> report = Map.of("body", Map.of("uscc", body, "name", "淮南样例局"),
                "counterparty", Map.of("uscc", supplier, "name", "样例"), "about", "货款", "amount", "10.5", "dueOn", "2026-05-01");
        String address = ARREARS + "/" + owner(supplier).post(ARREARS, report).expect(201).at("/id");
        acted(city("340400"), address, "confirm", Map.of("facts", "属实")).expect(200);
        clock.moveTo(LocalDate.of(2026, 7, 2));
        acted(department(), address, "payments", Map.of("amount", "10.5")).expect(200);
        assertThat(rate().get("arrearsSettled").asInt()).isEqualTo(1);
        assertThat(rate().get("arrearsSettledInTime").asInt()).as("31 days").isZero();
    }

    private Api second() {
        return api.as(Token.of("city-second", "city-operator").division("340400")).purpose("日常监管");
    }

    @Test
    void aBreachFoundInErrorIsTakenBackByASecondPersonAndTheRecordIsAsBefore() {
        String address = CONTRACTS + "/" + registered().at("/id");
        acted(city("340400"), address, "annulment", Map.of("what", "BREACH", "reason", "x")).expect(422);
        acted(city("340400"), address, "breach", Map.of("facts", "逾期未付")).expect(200);
        Map<String, Object> proposal = Map.of("what", "BREACH", "reason", "付款凭证已核实，并未逾期");
        acted(department(), address, "annulment", proposal).expect(403);
        acted(city("340400"), address, "annulment", Map.of("what", "BREACH")).expect(422);
        Answer open = acted(city("340400"), address, "annulment", proposal).expect(200);
        assertThat(open.at("/state")).as("nothing has changed yet").isEqualTo("BREACHED");
        assertThat(acted(city("340400"), address, "annulment", proposal).expect(409).at("/code")).isEqualTo("subject.annulment.state");
        assertThat(acted(city("340400"), address, "annulment/approve", Map.of()).expect(403).at("/code")).isEqualTo("subject.same-person");
        second().post(address + "/annulment/approve", Map.of()).expect(428);
        assertThat(acted(second(), address, "annulment/approve", Map.of()).expect(200).at("/state")).isEqualTo("RUNNING");
        settled(address, "governmentContracts");
        assertThat(states("HT")).containsExactly("履行中");
        assertThat(record("HT").at("/items/0/state")).isEqualTo("ACTIVE");
        assertThat(record("HT").at("/items/0/severity")).isEqualTo("NONE");
        assertThat(data("HT")).doesNotContainKeys("HT_WYRQ", "HT_ZGRQ", "HT_WYQK");
        assertThat(province().get(PREFIX + "/subjects/" + body + "/records/" + record("HT").at("/items/0/id") + "/versions").expect(200)
                .json().get("items")).as("that it was there stays known").hasSize(3);
        acted(second(), address, "annulment/approve", Map.of()).expect(409);
        assertThat(rate().get("breachesEver").asInt()).isZero();
    }

    @Test
    void ofTwoBreachesOnlyTheOneThatWasProposedIsTakenBack() {
        String address = CONTRACTS + "/" + registered().at("/id");
        acted(city("340400"), address, "breach", Map.of("facts", "一次", "on", "2026-05-02")).expect(200);
        acted(city("340400"), address, "remedy", Map.of("facts", "已改", "on", "2026-05-10")).expect(200);
        acted(city("340400"), address, "annulment", Map.of("what", "BREACH", "reason", "第一次认定有误")).expect(200);
        acted(city("340400"), address, "breach", Map.of("facts", "二次", "on", "2026-05-20")).expect(200);
        assertThat(acted(second(), address, "annulment/approve", Map.of()).expect(409).at("/code")).isEqualTo("subject.annulment.state");
        acted(second(), address, "annulment/reject", Map.of()).expect(422);
        assertThat(acted(second(), address, "annulment/reject", Map.of("reason", "情况已变化")).expect(200).at("/annulment/state"))
                .isEqualTo("REJECTED");
        acted(city("340400"), address, "annulment", Map.of("what", "BREACH", "reason", "第二次认定有误")).expect(200);
        acted(second(), address, "annulment/approve", Map.of()).expect(200);
        settled(address, "governmentContracts");
        assertThat(data("HT")).as("the first one stands as it was").containsEntry("HT_WYRQ", "2026-05-02").containsEntry("HT_ZGRQ", "2026-05-10");
        assertThat(record("HT").at("/items/0/state")).isEqualTo("REPAIRED");
        assertThat(rate().get("breachesEver").asInt()).isEqualTo(1);
    }

    @Test
    void aContractRegisteredInErrorIsTakenBackWithItsRecordAndMayBeRegisteredAnew() {
        String address = CONTRACTS + "/" + registered().at("/id");
        acted(department(), address, "annulment", Map.of("reason", "金额登记有误")).expect(200);
        acted(department(), address, "annulment/approve", Map.of()).expect(403);
        acted(city("341300"), address, "annulment/approve", Map.of()).expect(404);
        assertThat(acted(city("340400"), address, "annulment/approve", Map.of()).expect(200).at("/state")).isEqualTo("ANNULLED");
        settled(address, "governmentContracts");
        assertThat(record("HT").at("/items/0/state")).isEqualTo("WITHDRAWN");
        assertThat(department().get(CONTRACTS + "?overdue=true").expect(200).json().get("items")).isEmpty();
        acted(city("340400"), address, "breach", Map.of("facts", "x")).expect(409);
        acted(department(), address, "milestones/0/done", Map.of()).expect(409);
        assertThat(rate().get("contracts").asInt()).isZero();

        String anew = CONTRACTS + "/" + registered().at("/id");
        settled(anew, "governmentContracts");
        assertThat(record("HT").at("/items/0/state")).isEqualTo("ACTIVE");
        assertThat(rate().get("contracts").asInt()).isEqualTo(1);
    }

    @Test
    void aSupplementaryAgreementMovesADayButTheBodyMovesNoneThatHasPassed() {
        String address = CONTRACTS + "/" + registered().at("/id");
        Map<String, Object> last = Map.of("milestone", 2, "dueOn", "2026-12-01", "agreement", "补〔2026〕1号", "signedOn", "2026-05-28");
        Answer amended = acted(department(), address, "amendments", last).expect(200);
        assertThat(amended.at("/milestones/2/dueOn")).isEqualTo("2026-12-01");
        assertThat(amended.at("/amendments/0/from")).isEqualTo("2026-09-01");
        settled(address, "governmentContracts");
        assertThat(data("HT")).containsEntry("HT_JZRQ", "2026-12-01");
        Map<String, Object> passed = new HashMap<>(last);
        passed.put("milestone", 1);
        acted(department(), address, "amendments", passed).expect(403);
        acted(city("340400"), address, "breach", Map.of("facts", "逾期未付")).expect(200);
        assertThat(acted(city("340400"), address, "amendments", passed).expect(200).at("/milestones/1/overdue")).isEqualTo("false");
        settled(address, "governmentContracts");
        assertThat(states("HT")).as("the breach stands").containsExactly("未履行");
        assertThat(Items.broken("HT", data("HT"), today)).isEmpty();
        assertThat(acted(department(), address, "amendments", Map.of()).expect(422).json().get("violations").findValuesAsString("field"))
                .containsExactly("milestone", "signedOn", "dueOn", "agreement");
    }

    @Test
    void arrearsConfirmedInErrorAreTakenBackWithTheirRecord() {
        Map<String, Object> report = Map.of("body", Map.of("uscc", body, "name", "淮南样例局"),
                "counterparty", Map.of("uscc", supplier, "name", "样例"), "about", "货款", "amount", "10.5", "dueOn", "2026-05-01");
        String address = ARREARS + "/" + owner(supplier).post(ARREARS, report).expect(201).at("/id");
        acted(city("340400"), address, "annulment", Map.of("reason", "x")).expect(409);
        acted(city("340400"), address, "confirm", Map.of("facts", "属实")).expect(200);
        acted(department(), address, "annulment", Map.of("reason", "x")).expect(403);
        acted(city("340400"), address, "annulment", Map.of("reason", "账款已于应付日付清")).expect(200);
        acted(city("340400"), address, "annulment/approve", Map.of()).expect(403);
        assertThat(acted(second(), address, "annulment/approve", Map.of()).expect(200).at("/state")).isEqualTo("ANNULLED");
        settled(address, "arrears");
        assertThat(record("QS").at("/items/0/state")).isEqualTo("WITHDRAWN");
        assertThat(rate().get("arrearsEver").asInt()).isZero();
        acted(department(), address, "payments", Map.of("amount", 1)).expect(409);
    }

    @Test
    void ratesComePageByPageAndEachBodyIsOnOneOfThem() {
        registered();
        String other = Codes.of("11340400", Integer.parseInt(Codes.next("340400").substring(9, 17)) + 60_000);
        department(other, "340400").post(CONTRACTS, contract()).expect(201);

        List<String> seen = new ArrayList<>();
        String after = "";
        do {
            Answer page = city("340400").get(PREFIX + "/performance/rates?limit=1&after=" + after).expect(200);
            seen.addAll(page.json().get("items").findValuesAsString("body"));
            after = page.at("/next");
        } while (!after.isEmpty());

        assertThat(seen).contains(body, other).isSorted().doesNotHaveDuplicates();
        assertThat(city("341300").get(PREFIX + "/performance/rates?limit=500").expect(200).text()).doesNotContain(body);
        assertThat(department().get(PREFIX + "/performance/rates").expect(200).json().get("items")).hasSize(1);
    }

    @Test
    void whatIsOverdueLongestComesFirstAndPagesFollow() {
        List<String> due = List.of("2026-05-02", "2026-04-03", "2026-05-31");
        for (String day : due) {
            Map<String, Object> request = contract();
            request.put("number", "政采" + supplier + day);
            request.put("milestones", List.of(Map.of("name", "验收", "dueOn", day)));
            department().post(CONTRACTS, request).expect(201);
        }

        List<String> seen = new ArrayList<>();
        String after = "";
        do {
            Answer page = department().get(CONTRACTS + "?overdue=true&limit=1&after=" + after).expect(200);
            seen.add(page.at("/items/0/milestones/0/dueOn"));
            after = page.at("/next");
        } while (!after.isEmpty());

        assertThat(seen).containsExactly("2026-04-03", "2026-05-02", "2026-05-31");
        assertThat(city("340400").get(CONTRACTS + "?overdue=true&body=" + body).expect(200).json().get("items")).hasSize(3);
        assertThat(city("341300").get(CONTRACTS + "?overdue=true&body=" + body).expect(200).json().get("items")).isEmpty();
    }

    @Test
    void arrearsAreListedByStateForThoseWhoSeeThemAndForNobodyElse() {
        Map<String, Object> report = new HashMap<>(Map.of("body", Map.of("uscc", body, "name", "淮南样例局"),
                "counterparty", Map.of("uscc", supplier, "name", "样例"), "about", "货款", "amount", "10.5", "dueOn", "2026-05-01"));
        String one = owner(supplier).post(ARREARS, report).expect(201).at("/id");
        report.put("dueOn", "2026-05-02");
        String other = department().post(ARREARS, report).expect(201).at("/id");
        acted(city("340400"), ARREARS + "/" + one, "confirm", Map.of("facts", "属实")).expect(200);

        for (Api reader : List.of(owner(supplier), department(), city("340400"), province())) {
            assertThat(listed(reader, "")).containsExactlyInAnyOrder(one, other);
            assertThat(listed(reader, "&state=CONFIRMED")).containsExactly(one);
            assertThat(listed(reader, "&state=REPORTED")).containsExactly(other);
        }
        for (Api stranger : List.of(owner(Codes.next("340400")), department(SUZHOU_MARKET, "341300"), city("341300"))) {
            assertThat(listed(stranger, "")).isEmpty();
        }
        bank().get(ARREARS).expect(403);
    }

    private List<String> listed(Api reader, String query) {
        return reader.get(ARREARS + "?limit=500&body=" + body + query).expect(200).json().get("items").findValuesAsString("id");
    }

    @Test
    void aDebtThatCreditorAndBodyBothReportIsOne() {
        Map<String, Object> report = new HashMap<>();
        report.put("body", Map.of("uscc", body, "name", "淮南样例局"));
        report.put("counterparty", Map.of("uscc", supplier, "name", "淮南样例建筑有限公司"));
        report.put("about", "尾款");
        report.put("amount", "5000");
        report.put("dueOn", "2026-04-01");
        Answer first = owner(supplier).post(ARREARS, report).expect(201);
        report.put("about", "维修工程款");
        report.put("amount", "5000.00");
        Answer again = department().post(ARREARS, report).expect(409);
        assertThat(again.at("/code")).isEqualTo("subject.arrears.known");
        assertThat(again.at("/detail")).contains(first.at("/number"));
        report.put("dueOn", "2026-04-02");
        Answer other = department().post(ARREARS, report).expect(201);
        acted(city("340400"), ARREARS + "/" + other.at("/id"), "dismiss", Map.of("facts", "未到期")).expect(200);
        department().post(ARREARS, report).expect(201);
    }

    @Test
    void reportedByBothInTheSameMomentADebtIsOneAllTheSame() throws Exception {
        Map<String, Object> report = Map.of("body", Map.of("uscc", body, "name", "淮南样例局"),
                "counterparty", Map.of("uscc", supplier, "name", "淮南样例建筑有限公司"),
                "about", "尾款", "amount", "7000", "dueOn", "2026-04-01");
        List<Callable<Integer>> reports = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            Api by = i % 2 == 0 ? owner(supplier) : department();
            reports.add(() -> by.post(ARREARS, report).status());
        }
        List<Integer> answers = new ArrayList<>();
        try (ExecutorService all = Executors.newFixedThreadPool(reports.size())) {
            for (Future<Integer> answer : all.invokeAll(reports)) {
                answers.add(answer.get());
            }
        }
        assertThat(answers).containsExactlyInAnyOrder(201, 409, 409, 409, 409, 409);
        Document kept = Objects.requireNonNull(mongo.getCollection("arrears").find(new Document("body.uscc", body)).first());
        assertThat(mongo.getCollection("arrears").countDocuments(new Document("body.uscc", body))).isEqualTo(1);
        assertThatThrownBy(() -> mongo.getCollection("arrears").insertOne(kept.append("_id", "another")))
                .as("whoever has not seen the other one yet").hasMessageContaining("E11000");
    }
}
