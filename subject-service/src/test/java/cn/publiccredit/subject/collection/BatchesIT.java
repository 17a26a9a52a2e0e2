package cn.publiccredit.subject.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.publiccredit.subject.collection.file.Encoding;
import cn.publiccredit.subject.collection.judgement.Penalty;
import cn.publiccredit.subject.fixture.Codes;
import cn.publiccredit.testing.Answer;
import cn.publiccredit.testing.Api;
import cn.publiccredit.testing.EveryStore;
import cn.publiccredit.testing.Token;
import jakarta.servlet.ServletContext;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@EveryStore
class BatchesIT extends CollectionFixture {

    @Autowired
    private ServletContext context;

    private static final Token OTHER_DEPARTMENT =
            Token.of("dept-other", "department-user").division("340400").org("12340000MA8TETT91D");

    @Test
    void aFileIsTakenInAndItsRowsCounted() {
        String file = Penalty.header() + Penalty.row().number(1001).line() + Penalty.row().number(1002).line()
                + Penalty.row().number(1001).line() + Penalty.row().number(1003).with("CF_JDRQ", "x").line() + "\r\n";
        Answer taken = department().with("Content-Disposition", "attachment; filename*=UTF-8''%E5%A4%84%E7%BD%9A.csv")
                .post(BATCHES + "?item=CF", "text/csv", file.getBytes(StandardCharsets.UTF_8)).expect(202);
        assertThat(taken.at("/state")).isEqualTo("RECEIVED");
        assertThat(taken.header("Location")).isEqualTo(BATCHES + "/" + taken.at("/id"));

        Answer done = finished(taken.header("Location"));
        assertThat(counts(done)).isEqualTo("4 2 0 1 1");
        assertThat(done.at("/progress/done")).isEqualTo("4");
        assertThat(done.at("/progress/total")).isEqualTo("4");
        assertThat(done.at("/fileName")).isEqualTo("处罚.csv");
        assertThat(done.at("/source/name")).isEqualTo("安徽省样例监督管理局");
        assertThat(done.at("/source/uscc")).isEqualTo(Penalty.SOURCE);
        assertThat(done.at("/encoding")).isEqualTo("UTF-8");
        assertThat(done.at("/sha256")).hasSize(64);
        assertThat(done.at("/bytes")).isEqualTo(Integer.toString(file.getBytes(StandardCharsets.UTF_8).length));
        assertThat(done.at("/warnings/0/rule")).isEqualTo("blank-row");
        assertThat(done.at("/catalogueNote")).isEmpty();
        assertThat(done.at("/failure")).isEmpty();

        String tag = done.header("ETag");
        department().with("If-None-Match", tag).get(BATCHES + "/" + done.at("/id")).expect(304);
        assertThat(collected("CF", file).at("/counts/duplicate")).isEqualTo("3");
        String changed = Penalty.header() + Penalty.row().number(1002).with("CF_NR_FK", "0.6").line();
        assertThat(counts(collected("CF", changed))).isEqualTo("1 0 1 0 0");
    }

    @Test
    void aChangeWithinOneFileIsANewVersion() {
        Penalty row = Penalty.row().number(1101);
        String file = Penalty.header() + row.line() + row.with("CF_NR_FK", "0.7").line() + row.line() + row.line();
        assertThat(counts(collected("CF", file))).isEqualTo("4 1 2 1 0");
    }

    @Test
    void gb18030WithRareCharactersComesInAndItsRejectsGoOutTheSameWay() {
        Penalty good = Penalty.row().number(1201).with("CF_FRDB", "㐂𠮷");
        Penalty bad = Penalty.row().number(1202).with("CF_FRDB", "𬭎龘").with("CF_JDRQ", "2026/13/01");
        byte[] file = (Penalty.header() + good.line() + bad.line()).getBytes(Encoding.GB18030.charset());
        Answer done = finished(department()
                .with("Content-Disposition", "attachment; filename*=UTF-8''%E5%8D%81%E4%B8%80%E6%9C%88.csv")
                .post(BATCHES + "?item=CF", "application/octet-stream", file).expect(202).header("Location"));
        assertThat(done.at("/encoding")).isEqualTo("GB18030");
        assertThat(counts(done)).isEqualTo("2 1 0 0 1");

        Answer rejects = rejects(done);
        assertThat(rejects.header("Content-Type")).isEqualToIgnoringCase("text/csv;charset=GB18030");
        assertThat(rejects.header("Content-Disposition"))
                .contains("attachment", "filename*=UTF-8''%E9%80%80%E5%9B%9E-%E5%8D%81%E4%B8%80");
        String text = new String(rejects.bytes(), Encoding.GB18030.charset());
        assertThat(text).contains("𬭎龘", "行号,错误列,错误规则,错误说明", "3,处罚决定日期（CF_JDRQ）,date-impossible,");
        Answer utf8 = department().get(BATCHES + "/" + done.at("/id") + "/rejects?charset=utf-8").expect(200);
        assertThat(utf8.text()).startsWith("\uFEFFCF_XDR_MC,").contains("𬭎龘");
        assertThat(department().get(BATCHES + "/" + done.at("/id") + "/rejects?charset=UTF-16").expect(400).at("/code"))
                .isEqualTo("subject.batch.charset");
    }

    @Test
    void aRejectFileCorrectedInPlaceIsAcceptedAsItIs() {
        Penalty wrongDate = Penalty.row().number(1301).with("CF_JDRQ", "2026-02-30");
        Penalty wrongCode = Penalty.row().number(1302).with("CF_XDR_SHXYM", "91340100MA2TETA140")
                .with("BZ", "+86 551, \"座机\"\n二楼");
        Penalty formula = Penalty.row().number(1303).with("CF_SY", "=HYPERLINK(\"http://x\")");
        Answer first = collected("CF", Penalty.header() + wrongDate.line() + wrongCode.line() + formula.line());
        assertThat(counts(first)).isEqualTo("3 0 0 0 3");

        String file = rejects(first).text();
        assertThat(file).as("no cell is run when the file is opened")
                .contains("'+86 551", "\"'=HYPERLINK(\"\"http://x\"\")\"");
        Answer unchanged = collected("CF", file);
        assertThat(counts(unchanged)).isEqualTo("3 0 0 0 3");
        assertThat(rejects(unchanged).text()).as("the four columns are not doubled, the cells not changed")
                .isEqualTo(file);

        String corrected = file.replace("2026-02-30", "2026-02-28").replace("91340100MA2TETA140", "91340100MA2TETA14E")
                .replace("\"'=HYPERLINK(\"\"http://x\"\")\"", "链接");
        assertThat(counts(collected("CF", corrected))).isEqualTo("3 3 0 0 0");
    }

    @Test
    void formsAreTakenAsWellAsBodies() {
        String file = Penalty.header() + Penalty.row().number(1401).line();
        Answer taken = form("name=\"file\"; filename=\"upload/十月.csv\"", file).expect(202);
        assertThat(taken.at("/fileName")).isEqualTo("十月.csv");
        assertThat(counts(finished(taken.header("Location")))).isEqualTo("1 1 0 0 0");
        assertThat(form("name=\"other\"; filename=\"x.csv\"", file).expect(400).at("/code"))
                .isEqualTo("subject.batch.file-missing");
    }

    @Test
    void aFormIsHeldInMemoryAndALargerOneIsToldToComeAsBody() throws Exception {
        Path folder = ((File) Objects.requireNonNull(context.getAttribute(ServletContext.TEMPDIR))).toPath();
        String rest = Penalty.row().number(1402).with("BZ", "备".repeat(1000)).line();
        try (WatchService watch = folder.getFileSystem().newWatchService()) {
            folder.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
            form("name=\"file\"; filename=\"a.csv\"", Penalty.header() + rest.repeat(1000)).expect(202);
            assertThat(watch.poll(200, TimeUnit.MILLISECONDS)).as("a file in " + folder).isNull();
        }
        Answer refused = form("name=\"file\"; filename=\"a.csv\"", "x".repeat(13 << 20)).expect(413);
        assertThat(refused.at("/code")).isEqualTo("subject.form.too-large");
        assertThat(refused.at("/detail")).contains("12 MB", "请求正文");
    }

    private Answer form(String disposition, String file) {
        String body = """
                ------form\r
                Content-Disposition: form-data; %s\r
                Content-Type: application/vnd.ms-excel\r
                \r
                %s\r
                ------form--\r
                """.formatted(disposition, file);
        return department().post(BATCHES + "?item=CF", "multipart/form-data; boundary=----form",
                body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void theSameKeyGivesTheSameBatchAndAnotherBodyIsRefused() {
        String file = Penalty.header() + Penalty.row().number(1501).line();
        Api keyed = department().with("Idempotency-Key", "upload-1501");
        Answer first = keyed.post(BATCHES + "?item=CF", "text/csv", file.getBytes(StandardCharsets.UTF_8)).expect(202);
        Answer again = keyed.post(BATCHES + "?item=CF", "text/csv", file.getBytes(StandardCharsets.UTF_8)).expect(202);
        assertThat(again.at("/id")).isEqualTo(first.at("/id"));
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(keyed.post(BATCHES + "?item=CF", "text/csv", (file + " ").getBytes(StandardCharsets.UTF_8))
                .expect(422).at("/code"))
                .isEqualTo("request.idempotency-key-reused");
        assertThat(counts(finished(first.header("Location")))).isEqualTo("1 1 0 0 0");
    }

    @Test
    void aKeyedFormGivesTheSameBatchAndAnotherFileIsRefused() {
        String file = Penalty.header() + Penalty.row().number(1521).line();
        Api keyed = department().with("Idempotency-Key", "form-1521");
        Answer first = form(keyed, file).expect(202);
        Answer again = form(keyed, file).expect(202);
        assertThat(again.at("/id")).isEqualTo(first.at("/id"));
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(form(keyed, file + " ").expect(422).at("/code")).isEqualTo("request.idempotency-key-reused");
        assertThat(counts(finished(first.header("Location")))).isEqualTo("1 1 0 0 0");
    }

    private static Answer form(Api caller, String file) {
        String body = "------form\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n" + file
                + "\r\n------form--\r\n";
        return caller.post(BATCHES + "?item=CF", "multipart/form-data; boundary=----form",
                body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void requestsThatCannotBecomeABatchAreAnsweredClearly() {
        byte[] file = Penalty.header().getBytes(StandardCharsets.UTF_8);
        assertThat(department().post(BATCHES + "?item=ZZ", "text/csv", file).expect(422).at("/code"))
                .isEqualTo("subject.batch.unknown-item");
        assertThat(department().post(BATCHES + "?item=..%2Flists", "text/csv", file).expect(422).at("/code"))
                .isEqualTo("subject.batch.unknown-item");
        assertThat(department().post(BATCHES, "text/csv", file).expect(400).at("/code")).isEqualTo("request.malformed");
        List<String> types = List.of("application/json", "application/x-www-form-urlencoded", "application/zip");
        for (String type : types) {
            Answer refused = department().post(BATCHES + "?item=CF", type, file).expect(415);
            assertThat(refused.at("/code")).isEqualTo("subject.batch.format");
            assertThat(refused.at("/detail")).contains("CSV", "XLSX", "NDJSON");
        }
        assertThat(department().with("Content-Encoding", "br").post(BATCHES + "?item=CF", "text/csv", file).expect(415)
                .at("/code")).isEqualTo("subject.batch.coding");
    }

    @Test
    void aFileBeyondTheLimitIsRefusedAndLeavesNothing() {
        long pieces = mongo.getCollection("batchChunks").countDocuments();
        byte[] large = "甲,乙\n".repeat(9_000_000).getBytes(StandardCharsets.UTF_8);
        Answer refused = upload("CF", large).expect(413);
        assertThat(refused.at("/code")).isEqualTo("subject.batch.too-large");
        assertThat(refused.at("/detail")).contains("64 MB");
        Answer streamed = department().with("Content-Type", "text/csv").send("POST", BATCHES + "?item=CF",
                java.net.http.HttpRequest.BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(large)));
        assertThat(streamed.status()).isEqualTo(413);
        await().until(() -> mongo.getCollection("batchChunks").countDocuments() == pieces);
        assertThat(mongo.getCollection("uploads").countDocuments()).isZero();
    }

    @Test
    void onlySourcesUploadAndOnlyTheirOwnAndTheirOperatorsLook() {
        String file = Penalty.header() + Penalty.row().number(1601).line();
        byte[] bytes = file.getBytes(StandardCharsets.UTF_8);
        api.post(BATCHES + "?item=CF", "text/csv", bytes).expect(401);
        for (String role : List.of("bank", "subject-user", "auditor", "list-approver", "province-operator")) {
            api.as(Token.of("someone", role).division("340000").org(Penalty.SOURCE)).post(BATCHES
                    + "?item=CF", "text/csv", bytes).expect(403);
        }
        assertThat(api.as(Token.of("stray", "department-user")).post(BATCHES + "?item=CF", "text/csv", bytes)
                .expect(403).at("/code"))
                .isEqualTo("subject.batch.no-source");

        Api huainan = api.as(Token.of("dept-huainan", "department-user").division("340403").org("51340000123456788K"));
        String location = huainan.post(BATCHES + "?item=CF", "text/csv", bytes).expect(202).header("Location");
        await().until(() -> huainan.get(location).at("/state").equals("DONE"));
        api.as(OTHER_DEPARTMENT).get(location).expect(404);
        api.as(OTHER_DEPARTMENT).get(location + "/rejects").expect(404);
        api.as(Token.of("city-suzhou", "city-operator").division("341300").org("12340000MA8TETT91D")).get(location)
                .expect(404);
        api.as(Token.of("city-huainan", "city-operator").division("340400")).get(location).expect(200);
        Api province = api.as(Token.of("province", "province-operator").division("340000"));
        province.get(location).expect(200);
        api.as(Token.of("a", "auditor").division("340000")).get(location).expect(403);
        assertThat(province.get(BATCHES + "?limit=500").expect(200).text())
                .contains(location.substring(location.lastIndexOf('/') + 1));
        assertThat(api.as(OTHER_DEPARTMENT).get(BATCHES).expect(200).json().at("/items").size()).isZero();
    }

    @Test
    void theListIsPagedNewestFirst() {
        Api lister = api.as(Token.of("lister", "department-user").division("341500").org("92340102MA2TETA148"));
        for (int i = 0; i < 5; i++) {
            lister.post(BATCHES + "?item=CF", "text/csv", "x".getBytes(StandardCharsets.UTF_8)).expect(202);
        }
        Answer first = lister.get(BATCHES + "?limit=3").expect(200);
        assertThat(first.json().at("/items").size()).isEqualTo(3);
        Answer rest = lister.get(BATCHES + "?limit=3&after=" + first.at("/next")).expect(200);
        assertThat(rest.json().at("/items").size()).isEqualTo(2);
        assertThat(rest.at("/next")).isEmpty();
        assertThat(first.at("/items/0/submittedAt")).isGreaterThanOrEqualTo(rest.at("/items/1/submittedAt"));
        lister.get(BATCHES + "?after=rubbish").expect(400);
    }

    @Test
    void rejectsOfAnUnfinishedBatchAreNotGivenOut() {
        CountDownLatch held = new CountDownLatch(1);
        intake.afterWriting(() -> {
            try {
                held.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        String location = upload("CF", Penalty.header() + Penalty.row().number(1701).line()).expect(202)
                .header("Location");
        await().until(() -> department().get(location).at("/state").equals("RUNNING"));
        assertThat(department().get(location + "/rejects").expect(409).at("/code"))
                .isEqualTo("subject.batch.not-finished");
        held.countDown();
        assertThat(counts(finished(location))).isEqualTo("1 1 0 0 0");
    }

    @Test
    void neitherFileNorRejectsLieInTheStoreInPlainText() {
        Penalty person = Penalty.ofPerson().number(1901).with("CF_XDR_ZJHM", "340102199001011237").with("CF_FRDB", "");
        Answer done = collected("CF", Penalty.header() + person.line());
        assertThat(rejects(done).text()).contains("340102199001011237");
        Document batch = mongo.getCollection("batches").find(new Document("_id", done.at("/id"))).first();
        String content = batch == null ? "" : batch.get("file", Document.class).getString("content");
        Document piece = mongo.getCollection("batchChunks").find(new Document("_id", content + "/0")).first();
        Document reject = mongo.getCollection("rejects").find(new Document("batch", done.at("/id"))).first();
        for (Document stored : Stream.of(batch, piece, reject).map(Objects::requireNonNull).toList()) {
            String plain = stored + stored.values().stream()
                    .filter(Binary.class::isInstance)
                    .map(value -> new String(((Binary) value).getData(), StandardCharsets.UTF_8))
                    .collect(Collectors.joining());
            assertThat(plain).doesNotContain("340102199001011237");
        }
    }

    @Test
    void uploadsAndRejectsLeaveATrace() {
        Answer done = collected("CF", Penalty.header() + Penalty.row().number(1801).with("CF_JDRQ", "").line());
        rejects(done);
        Answer trail = api.as(Token.of("auditor", "auditor")).get("/api/subject/v1/audit?limit=500").expect(200);
        assertThat(trail.text()).contains("batch.upload", "batch.rejects", done.at("/id"));
    }

    @Test
    void anItemThatSourcesAreRegisteredForIsTakenFromTheseAlone() {
        Token registered = Token.of("dept-arrears", "department-user").division("340400").org(Catalogue.REGISTERED);
        Answer refused = department().post(BATCHES + "?item=QS", "text/csv", "x".getBytes(StandardCharsets.UTF_8)).expect(403);
        assertThat(refused.at("/code")).isEqualTo("subject.batch.not-supplier");
        assertThat(refused.at("/detail")).contains("QS", "信源单位", "登记");
        assertThat(department().post("/api/subject/v1/records", Map.of("item", "QS", "records", List.of(Map.of("QS_JE", 1))))
                .expect(403).at("/code")).isEqualTo("subject.batch.not-supplier");
        api.as(registered).post(BATCHES + "?item=QS", "text/csv", "x".getBytes(StandardCharsets.UTF_8)).expect(202);
        api.as(registered).post(BATCHES + "?item=CF", "text/csv", "x".getBytes(StandardCharsets.UTF_8)).expect(202);
    }

    @Test
    void aCitySeesTheBatchesOfItsSourcesAndItsOwnPageByPage() {
        String org = Codes.of("11341600", 771_001);
        Token operator = Token.of("city-341600", "city-operator").division("341600").org(org);
        Token county = Token.of("dept-county", "department-user").division("341602").org(Codes.of("11341602", 771_002));
        List<String> sent = new ArrayList<>();
        for (Token who : List.of(county, operator, county)) {
            String text = Penalty.header() + Penalty.row().number(1900 + sent.size()).line();
            sent.add(api.as(who).post(BATCHES + "?item=CF", "text/csv", text.getBytes(StandardCharsets.UTF_8)).expect(202)
                    .at("/id"));
            clock.forward(Duration.ofSeconds(1));
        }

        assertThat(listed(operator)).containsExactlyElementsOf(sent.reversed());
        assertThat(listed(Token.of("city-other", "city-operator").division("341700"))).isEmpty();
        assertThat(listed(Token.of("county", "city-operator").division("341602")))
                .containsExactly(sent.get(2), sent.get(0));
        assertThat(listed(Token.of("moved", "city-operator").division("341700").org(org)))
                .as("what its own organisation sent, wherever it is now").containsExactly(sent.get(1));
        assertThat(listed(Token.of("province", "province-operator").division("340000"))).containsAll(sent);
    }

    private List<String> listed(Token who) {
        List<String> seen = new ArrayList<>();
        String after = "";
        do {
            Answer page = api.as(who).get(BATCHES + "?limit=2&after=" + after).expect(200);
            seen.addAll(page.json().get("items").findValuesAsString("id"));
            after = page.at("/next");
        } while (!after.isEmpty());
        return seen;
    }
}
