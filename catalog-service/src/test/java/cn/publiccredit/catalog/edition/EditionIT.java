package cn.publiccredit.catalog.edition;

import static cn.publiccredit.catalog.Catalogue.BASE;
import static cn.publiccredit.catalog.Catalogue.matter;
import static cn.publiccredit.catalog.Catalogue.newCode;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.publiccredit.catalog.Catalogue;
import cn.publiccredit.catalog.content.Actor;
import cn.publiccredit.catalog.content.StoredVersion;
import cn.publiccredit.support.time.TimeConfiguration;
import cn.publiccredit.testing.Answer;
import cn.publiccredit.testing.Api;
import cn.publiccredit.testing.ServiceTest;
import cn.publiccredit.testing.Token;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;

@ServiceTest
class EditionIT {

    private static final String IMPORTS = BASE + "/editions/imports";

    @Autowired
    Api api;

    @Autowired
    MongoTemplate mongo;

    @Autowired
    Imports imports;

    private static String file(String... matters) {
        return "{\"format\": 1, \"edition\": \"national-2024\", \"asOf\": \"2026-11-22\", \"content\": {\"matters\": ["
                + String.join(",", matters) + "]}}";
    }

    private Answer stage(String file) {
        return api.as(Catalogue.EDITOR).post(IMPORTS, file);
    }

    private Answer approve(Answer staged) {
        return api.as(Catalogue.APPROVER).with("If-Match", staged.header("ETag"))
                .post(IMPORTS + "/" + staged.at("/id") + "/publish", "{}");
    }

    private Answer finished(Answer staged) {
        return await().atMost(Duration.ofSeconds(30)).until(
                () -> api.as(Catalogue.APPROVER).get(IMPORTS + "/" + staged.at("/id")).expect(200),
                answer -> answer.at("/state").equals("PUBLISHED"));
    }

    @Test
    void aWholeEditionLeavesAsOneFileAndSaysTheSameWhenItComesBack() {
        Answer exported = api.get(BASE + "/editions/national-2024").expect(200);

        assertThat(exported.header("Content-Disposition")).contains("national-2024_");
        assertThat(exported.json().at("/content/items")).hasSizeGreaterThan(40);
        assertThat(stage(exported.text()).expect(409).at("/code")).isEqualTo("catalog.import.unchanged");
        api.get(BASE + "/editions/none").expect(404);
    }

    @Test
    void theListOfEditionsSaysHowMuchIsInEach() {
        Answer editions = api.get(BASE + "/editions").expect(200);

        assertThat(editions.json().at("/items").findValuesAsString("code")).contains("anhui-supplement", "national-2024");
        assertThat(editions.at("/items/0/content/items")).isEqualTo("2");
    }

    @Test
    void aProvinceRegistersItsSourcesByAFile() {
        String file = """
                {"format": 1, "edition": "anhui-supplement", "content": {"sources": [{"uscc": "%s", "name": "虚构样例·登记局",
                 "edition": "anhui-supplement", "effectiveFrom": "2025-01-01", "division": "340400", "items": ["DJ", "XK", "CF"],
                 "legalBasis": "虚构样例", "source": "虚构样例"}]}}""";
        assertThat(stage(file.formatted("11340400TE5T00001X")).expect(422).at("/violations/0/rule")).isEqualTo("uscc-check-digit");
        Answer staged = stage(file.formatted("11340400TE5T00001E")).expect(201);
        api.get(BASE + "/sources/11340400TE5T00001E").expect(404);
        approve(staged).expect(202);
        finished(staged);
        assertThat(api.get(BASE + "/sources/11340400TE5T00001E").expect(200).at("/name")).isEqualTo("虚构样例·登记局");
        assertThat(stage(file.formatted("11340400TE5T00001E")).expect(409).at("/code")).isEqualTo("catalog.import.unchanged");
    }

    @Test
    void onlyWhatTheFileChangesIsPublishedAndOnlyAfterASecondPersonAgreed() {
        String changed = newCode();
        String added = newCode();
        String same = newCode();
        Catalogue.of(api).publish("matters", matter(changed, "旧"));
        Catalogue.of(api).publish("matters", matter(same, "不变"));
        Answer staged = stage(file(matter(changed, "新"), matter(added, "增"), matter(same, "不变"))).expect(201);

        assertThat(staged.at("/unchanged")).isEqualTo("1");
        assertThat(staged.json().at("/pieces").findValuesAsString("code")).containsExactly(changed, added);
        assertThat(api.get(BASE + "/matters/" + changed).at("/name")).isEqualTo("旧");
        api.get(BASE + "/matters/" + added).expect(404);

        Answer approved = approve(staged).expect(202);
        assertThat(approved.header("Location")).isEqualTo(IMPORTS + "/" + staged.at("/id"));
        assertThat(finished(staged).at("/progress/done")).isEqualTo("2");
        assertThat(api.get(BASE + "/matters/" + changed).at("/name")).isEqualTo("新");
        assertThat(api.get(BASE + "/matters/" + added).at("/name")).isEqualTo("增");
        assertThat(api.as(Catalogue.EDITOR).get(BASE + "/matters/" + changed + "/versions").at("/items/1/events/1/by"))
                .isEqualTo("approver-wang");
    }

    @Test
    void fiveFaultsAreToldAtOnceAndNothingIsStored() {
        String good = newCode();
        long versions = mongo.count(new Query(), StoredVersion.class);
        long imports = mongo.count(new Query(), EditionImport.class);
        Answer refused = stage("""
                {"format": 1, "edition": "national-2024", "content": {
                  "matters": [%s, {"code": "BAD1", "effectiveFrom": "2024-02-18", "name": "缺依据", "source": "x"}],
                  "measures": [%s],
                  "calendars": [{"year": 2031, "effectiveFrom": "2024-02-18", "legalBasis": "x", "source": "x",
                    "holidays": ["2031-01-04"], "workdays": []}],
                  "code-sets": [{"name": "twice", "title": "重复", "effectiveFrom": "2024-02-18", "legalBasis": "x", "source": "x",
                    "entries": [{"code": "A", "name": "甲", "source": "x"}, {"code": "A", "name": "乙", "source": "x"}]}],
                  "colours": []}}""".formatted(matter(good, "好"), measureOf("NOWHERE"))).expect(422);

        assertThat(refused.json().at("/violations").findValuesAsString("field")).containsExactlyInAnyOrder(
                "content.colours", "content.matters[1].legalBasis", "content.measures[0].matters",
                "content.calendars[0].holidays", "content.code-sets[0].entries");
        assertThat(mongo.count(new Query(), StoredVersion.class)).isEqualTo(versions);
        assertThat(mongo.count(new Query(), EditionImport.class)).isEqualTo(imports);
        api.get(BASE + "/matters/" + good).expect(404);
    }

    private static String measureOf(String matter) {
        return """
                {"code": "%s", "effectiveFrom": "%s", "group": "C", "name": "试", "content": "试", "target": "试",
                 "legalBasis": "试", "executors": [], "mandatory": false, "matters": ["%s"], "source": "试"}"""
                .formatted(newCode(), LocalDate.now(TimeConfiguration.ZONE), matter);
    }

    @Test
    void whatAFileBringsAlongMayBeNamedInIt() {
        String matter = newCode();
        Answer staged = stage("""
                {"format": 1, "edition": "national-2024", "content": {"measures": [%s], "matters": [%s]}}"""
                .formatted(measureOf(matter), matter(matter, "随带"))).expect(201);
        approve(staged).expect(202);

        assertThat(finished(staged).json().at("/pieces").findValuesAsString("kind")).containsExactly("matters", "measures");
    }

    @Test
    void whatAFileBringsAlongBeginsNoLaterThanWhatNamesIt() {
        String matter = newCode();
        String file = "{\"format\": 1, \"edition\": \"national-2024\", \"content\": {\"measures\": [%s], \"matters\": [%s]}}";
        LocalDate today = LocalDate.now(TimeConfiguration.ZONE);
        Answer refused = stage(file.formatted(measureOf(matter), matter(matter, "随带", today.plusDays(1).toString()))).expect(422);

        assertThat(refused.json().at("/violations").findValuesAsString("field")).containsExactly("content.measures[0].matters");
        assertThat(refused.at("/violations/0/rule")).isEqualTo("not-yet-in-force");
        stage(file.formatted(measureOf(matter).replace(today.toString(), today.plusDays(1).toString()),
                matter(matter, "随带", today.plusDays(1).toString()))).expect(201);
    }

    @Test
    void aFileMayNotDropWhatContentOutsideItNames() {
        String classes = Catalogue.fromToday(api.get(BASE + "/code-sets/classes"))
                .replaceAll("\\{\"code\":\"(02|13)\"[^}]*},?", "").replace(",]", "]");
        Answer refused = stage("{\"format\": 1, \"edition\": \"national-2024\", \"content\": {\"code-sets\": [" + classes
                + "], \"measures\": [" + measureOf("NOWHERE") + "]}}").expect(422);

        assertThat(refused.json().at("/violations").findValuesAsString("field"))
                .contains("items/SF.classCode", "items/ZY.classCode", "content.measures[0].matters");
    }

    @Test
    void whatAFileChangesBeginsTodayOrLater() {
        String changed = newCode();
        String same = newCode();
        Catalogue.of(api).publish("matters", matter(changed, "旧", "2024-02-18"));
        Catalogue.of(api).publish("matters", matter(same, "不变", "2024-02-18"));
        Answer refused = stage(file(matter(same, "不变", "2024-02-18"), matter(changed, "新", "2024-02-18"))).expect(422);

        assertThat(refused.json().at("/violations").findValuesAsString("field"))
                .containsExactly("content.matters[1].effectiveFrom");
        assertThat(refused.at("/violations/0/rule")).isEqualTo("not-retroactive");
    }

    @Test
    void whoeverImportedAFileCannotApproveIt() {
        Answer staged = api.as(Catalogue.BOTH).post(IMPORTS, file(matter(newCode(), "自"))).expect(201);

        assertThat(api.as(Catalogue.BOTH).with("If-Match", staged.header("ETag"))
                .post(IMPORTS + "/" + staged.at("/id") + "/publish", "{}").expect(409).at("/code"))
                .isEqualTo("catalog.four-eyes");
        api.as(Catalogue.APPROVER).post(IMPORTS + "/" + staged.at("/id") + "/publish", "{}").expect(428);
    }

    @Test
    void anImportThatWasOvertakenIsNotPublished() {
        String code = newCode();
        Answer staged = stage(file(matter(code, "来自文件"))).expect(201);
        Catalogue.of(api).publish("matters", matter(code, "后来居上"));

        Answer refused = approve(staged).expect(409);
        assertThat(refused.at("/code")).isEqualTo("catalog.import.outdated");
        assertThat(refused.at("/violations/0/field")).isEqualTo("matters/" + code);
        assertThat(api.get(BASE + "/matters/" + code).at("/name")).isEqualTo("后来居上");
    }

    /** Approves it as far as the store knows, and leaves the rest to whichever worker comes by. */
    private void approvedBefore(Answer staged) {
        assertThat(imports.approve(imports.require(staged.at("/id")), new Actor("approver-wang", "approver-wang"), Instant.now()))
                .isPresent();
    }

    @Test
    void whatSomebodyPublishedAfterTheApprovalIsNotUndone() {
        String overtaken = newCode();
        String other = newCode();
        Catalogue.of(api).publish("matters", matter(overtaken, "旧"));
        Answer staged = stage(file(matter(overtaken, "来自文件"), matter(other, "照旧"))).expect(201);
        Catalogue.of(api).publish("matters", matter(overtaken, "后来居上"));
        approvedBefore(staged);

        Answer done = finished(staged);
        assertThat(done.json().at("/pieces").findValuesAsString("stopped")).containsExactly("OVERTAKEN", "");
        assertThat(done.at("/progress/done") + done.at("/progress/stopped") + done.at("/progress/total")).isEqualTo("112");
        assertThat(api.get(BASE + "/matters/" + overtaken).at("/name")).isEqualTo("后来居上");
        assertThat(api.get(BASE + "/matters/" + overtaken + "/versions").json().at("/items")).hasSize(2);
        assertThat(api.get(BASE + "/matters/" + other).expect(200).at("/name")).isEqualTo("照旧");
    }

    @Test
    void whatRefersToAStoppedPieceIsNotPublishedEither() {
        String matter = newCode();
        Answer staged = stage("{\"format\": 1, \"edition\": \"national-2024\", \"content\": {\"measures\": ["
                + measureOf(matter) + "], \"matters\": [" + matter(matter, "随带") + "]}}").expect(201);
        Catalogue.of(api).open("matters", matter(matter, "草稿"));
        approvedBefore(staged);

        Answer done = finished(staged);
        assertThat(done.json().at("/pieces").findValuesAsString("stopped")).containsExactly("OVERTAKEN", "GROUND_GONE");
        api.get(BASE + "/measures/" + done.at("/pieces/1/code")).expect(404);
        api.as(Catalogue.EDITOR).get(BASE + "/matters/" + matter + "/draft").expect(200);
    }

    @Test
    void anImportWhoseGroundHasGoneMeanwhileIsNotPublished() {
        String matter = newCode();
        Catalogue.of(api).publish("matters", matter(matter, "将停用"));
        Answer staged = stage("{\"format\": 1, \"edition\": \"national-2024\", \"content\": {\"measures\": ["
                + measureOf(matter) + "]}}").expect(201);
        Catalogue.of(api).retire(BASE + "/matters/" + matter, Map.of("reason", "停用")).expect(200);

        Answer refused = approve(staged).expect(409);
        assertThat(refused.at("/code")).isEqualTo("catalog.import.outdated");
        assertThat(refused.at("/violations/0/message")).contains(matter);
    }

    @Test
    void anExportComesBackUnchangedThoughANextVersionIsAnnounced() {
        String code = newCode();
        Catalogue.of(api).publish("matters", matter(code, "现行"));
        Catalogue.of(api).publish("matters", matter(code, "将行", LocalDate.now(TimeConfiguration.ZONE).plusDays(9).toString()));

        assertThat(stage(file(matter(code, "现行"))).expect(409).at("/code")).isEqualTo("catalog.import.unchanged");
    }

    @Test
    void anImportDoesNotPassByAnOpenDraft() {
        String code = newCode();
        Catalogue.of(api).open("matters", matter(code, "草稿"));

        assertThat(stage(file(matter(code, "来自文件"))).expect(422).at("/violations/0/rule")).isEqualTo("draft-open");
    }

    @Test
    void aWithdrawnImportIsNeverPublished() {
        String code = newCode();
        Answer staged = stage(file(matter(code, "撤"))).expect(201);
        api.as(Catalogue.EDITOR).with("If-Match", staged.header("ETag"))
                .post(IMPORTS + "/" + staged.at("/id") + "/withdraw", "{}").expect(200);

        Answer later = api.as(Catalogue.EDITOR).get(IMPORTS + "/" + staged.at("/id")).expect(200);
        assertThat(approve(later).expect(409).at("/code")).isEqualTo("catalog.import.decided");
        api.get(BASE + "/matters/" + code).expect(404);
    }

    @Test
    void approvedTwiceAnImportIsPublishedOnce() {
        String code = newCode();
        Answer staged = stage(file(matter(code, "一次"))).expect(201);
        approve(staged).expect(202);
        approve(staged).expect(202);
        finished(staged);

        assertThat(api.get(BASE + "/matters/" + code + "/versions").json().at("/items")).hasSize(1);
    }

    @Test
    void whatIsPublishedByImportIsInTheFeed() {
        List<String> codes = List.of(newCode(), newCode(), newCode());
        Answer staged = stage(file(codes.stream().map(code -> matter(code, "入流")).toArray(String[]::new))).expect(201);
        approve(staged).expect(202);
        finished(staged);

        assertThat(api.get(BASE + "/changes?limit=500").expect(200).json().at("/items").valueStream()
                .map(change -> change.at("/code").asString()).filter(codes::contains).collect(Collectors.toList()))
                .containsExactlyInAnyOrderElementsOf(codes);
    }

    @Test
    void whatIsTooLargeIsRefusedBeforeItIsRead() {
        byte[] blanks = " ".repeat((10 << 20) + 1).getBytes(StandardCharsets.US_ASCII);
        Api editor = api.as(Catalogue.EDITOR).with("Content-Type", "application/json");

        for (BodyPublisher body : List.of(BodyPublishers.ofByteArray(blanks),
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(blanks)))) {
            assertThat(editor.send("POST", IMPORTS, body).expect(413).at("/code")).isEqualTo("request.too-large");
        }
        assertThat(editor.with("Idempotency-Key", newCode()).send("POST", BASE + "/matters",
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(blanks))).expect(413).at("/code"))
                .isEqualTo("request.too-large");
    }

    @Test
    void whatIsStoredIsCountedInBytesAndNotInCharacters() {
        // Of two bytes a character when it is sent, and of three in the store.
        String[] matters = Stream.generate(() -> matter(newCode(), "长".repeat(1_150_000))).limit(4).toArray(String[]::new);
        byte[] all = file(matters).getBytes(StandardCharsets.UTF_16);
        byte[] one = file(matter(newCode(), "长".repeat(1_400_000))).getBytes(StandardCharsets.UTF_16);

        assertThat(api.as(Catalogue.EDITOR).post(IMPORTS, "application/json", all).expect(413).at("/code"))
                .isEqualTo("request.too-large");
        api.as(Catalogue.EDITOR).post(IMPORTS, "application/json", one).expect(413);
    }

    @Test
    void filesAreForEditorsAndWhatTheySayForThoseWhoWorkOnIt() {
        api.post(IMPORTS, file()).expect(401);
        api.as(Catalogue.APPROVER).post(IMPORTS, file()).expect(403);
        api.as(Token.of("clerk", "department-user")).get(IMPORTS).expect(403);
        api.as(Token.of("province", "province-operator")).get(IMPORTS).expect(200);
        assertThat(stage("{}").expect(422).json().at("/violations").findValuesAsString("field"))
                .containsExactly("format", "edition", "content");
    }
}
