package cn.publiccredit.report.verification;

import static cn.publiccredit.report.PeersFixture.ENTRIES_PATH;
import static cn.publiccredit.report.PeersFixture.LISTING;
import static cn.publiccredit.report.PeersFixture.OTHER;
import static cn.publiccredit.report.PeersFixture.RECORDS_PATH;
import static cn.publiccredit.report.PeersFixture.SUBJECT;
import static cn.publiccredit.report.PeersFixture.USCC;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import cn.publiccredit.report.PeersFixture;
import cn.publiccredit.testing.Answer;
import cn.publiccredit.testing.AnyStore;
import cn.publiccredit.testing.Api;
import cn.publiccredit.testing.MovingClock;
import cn.publiccredit.testing.ServiceTest;
import cn.publiccredit.testing.Token;
import jakarta.servlet.ServletContext;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchService;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@AnyStore
@ServiceTest
class VerificationIT {

    private static final Token COMPANY = Token.of("enterprise", "subject-user").subject(USCC);
    private static final String VERIFY = "/api/report/v1/public/verifications";

    @Autowired
    private Api api;

    @Autowired
    private MovingClock clock;

    @Autowired
    private ServletContext context;

    @DynamicPropertySource
    static void peers(DynamicPropertyRegistry registry) {
        PeersFixture.register(registry);
    }

    @BeforeEach
    void healthy() {
        PeersFixture.healthy();
    }

    @AfterEach
    void now() {
        clock.reset();
    }

    @Test
    void theRightCodeShowsTheReportAndThatNothingChanged() {
        Answer report = issue();
        Answer verdict = verify(report.at("/number"), report.at("/verificationCode"));
        assertThat(verdict.at("/genuine")).isEqualTo("true");
        assertThat(verdict.at("/subjectName")).isEqualTo("合肥晨曦食品有限公司");
        assertThat(verdict.at("/template")).isEqualTo("enterprise-full");
        assertThat(verdict.at("/sha256")).matches("[0-9a-f]{64}");
        assertThat(verdict.json().at("/changes").size()).isZero();
        assertThat(verdict.at("/changesUnavailable")).isEmpty();
        // As people type it.
        String code = report.at("/verificationCode").toLowerCase(java.util.Locale.ROOT);
        assertThat(verify(report.at("/number"), code.substring(0, 4) + "-" + code.substring(4)).at("/genuine"))
                .isEqualTo("true");
    }

    @Test
    void aWrongCodeAndAnUnknownNumberCannotBeToldApart() {
        Answer wrong = verify(issue().at("/number"), "AAAAAAAAAAAA");
        Answer unknown = verify("20260101000000ABCDEFGH", "AAAAAAAAAAAA");
        assertThat(wrong.at("/genuine")).isEqualTo("false");
        assertThat(wrong.text()).isEqualTo(unknown.text());
        assertThat(verify("x", "").text()).isEqualTo(wrong.text());
    }

    @Test
    void guessingIsStoppedForAWhileEvenWithTheRightCodeInTheEnd() {
        Answer report = issue();
        for (int i = 0; i < 10; i++) {
            verify(report.at("/number"), "AAAAAAAAAAA" + i).expect(200);
        }
        Answer stopped = verify(report.at("/number"), report.at("/verificationCode")).expect(429);
        assertThat(stopped.header("Retry-After")).isNotEmpty();
        clock.forward(Duration.ofMinutes(11));
        assertThat(verify(report.at("/number"), report.at("/verificationCode")).expect(200).at("/genuine"))
                .isEqualTo("true");
    }

    @Test
    void theFileItselfIsGenuineAndOneChangedByteIsNot() {
        Answer report = issue();
        byte[] pdf = api.as(COMPANY).get("/api/report/v1/reports/" + report.at("/number") + ".pdf").expect(200).bytes();
        Answer genuine = api.post(VERIFY, "application/pdf", pdf).expect(200);
        assertThat(genuine.at("/genuine")).isEqualTo("true");
        assertThat(genuine.at("/number")).isEqualTo(report.at("/number"));
        assertThat(form(pdf).at("/number")).isEqualTo(report.at("/number"));

        byte[] altered = pdf.clone();
        altered[altered.length / 2] ^= 1;
        assertThat(api.post(VERIFY, "application/pdf", altered).expect(200).at("/genuine")).isEqualTo("false");
        assertThat(form(altered).at("/genuine")).isEqualTo("false");
        assertThat(api.post(VERIFY, "application/pdf", new byte[0]).expect(200).at("/genuine")).isEqualTo("false");
    }

    @Test
    void aFileLargerThanAnyReportIsRefused() {
        assertThat(api.post(VERIFY, "application/pdf", new byte[64 * 1024 * 1024 + 1]).expect(413).at("/code"))
                .isEqualTo("request.too-large");
        api.post(VERIFY, "text/plain", new byte[1]).expect(415);
    }

    @Test
    void whatChangedSinceIsToldButNotIntoWhat() {
        Answer report = issue();
        String later = OffsetDateTime.now(clock).plusMinutes(1).truncatedTo(ChronoUnit.SECONDS).toString();
        Map<String, Object> fresh = PeersFixture.penalty("r-9", "皖市监处罚〔2026〕秘1号", "ACTIVE", 1);
        fresh.put("knownFrom", later);
        Map<String, Object> hidden = PeersFixture.penalty("r-10", "皖市监处罚〔2026〕秘2号", "ACTIVE", 1);
        hidden.put("knownFrom", later);
        hidden.put("publicity", Map.of("shown", false, "from", "2026-05-11"));
        PeersFixture.records(List.of(PeersFixture.licence(), PeersFixture.penalty("r-2", "x", "REPAIRED", 2),
                PeersFixture.penalty("r-3", "x", "ACTIVE", 5), fresh, hidden));
        PeersFixture.entries(List.of(PeersFixture.entry("e-1", Map.of("kind", "REPAIRED", "at", "2026-11-21"))));

        Answer verdict = verify(report.at("/number"), report.at("/verificationCode"));
        List<String> changes = verdict.json().at("/changes").valueStream()
                .map(c -> c.at("/section").asString() + " " + c.at("/kind").asString()).toList();
        assertThat(changes).containsExactlyInAnyOrder(
                "administration REPAIRED", "administration CHANGED", "administration NEW", "serious-lists EXITED");
        assertThat(verdict.text()).contains("行政管理：有 1 条信息已完成信用修复", "2026-11-20", "2026-11-21").doesNotContain("秘", "r-9");
        SUBJECT.verify(getRequestedFor(urlPathEqualTo(RECORDS_PATH)).withHeader("Credit-Purpose",
                com.github.tomakehurst.wiremock.client.WireMock.containing("%")));
    }

    @Test
    void aNewRecordOfTheProvincesOwnIsToldOfTheSectionThatPrintsItAlsoWhenTheCatalogueIsSilent() {
        Answer report = issue();
        Map<String, Object> local = PeersFixture.local("r-9");
        local.put("knownFrom", OffsetDateTime.now(clock).plusMinutes(1).truncatedTo(ChronoUnit.SECONDS).toString());
        PeersFixture.records(List.of(PeersFixture.licence(), PeersFixture.penalty("r-2", "x", "ACTIVE", 1),
                PeersFixture.penalty("r-3", "x", "DISPUTED", 4), local));

        Answer verdict = verify(report.at("/number"), report.at("/verificationCode"));
        assertThat(verdict.json().at("/changes")).singleElement().satisfies(change -> {
            assertThat(change.at("/section").asString()).isEqualTo("local");
            assertThat(change.at("/title").asString()).isEqualTo("公共信用信息地方补充内容：有 1 条信息为报告出具后新增");
        });

        PeersFixture.CATALOG.resetAll();
        PeersFixture.CATALOG.stubFor(any(anyUrl()).willReturn(PeersFixture.reset()));
        assertThat(verify(report.at("/number"), report.at("/verificationCode")).at("/changes/0/section")).isEqualTo("local");
    }

    @Test
    void aReportIssuedUnderACodeThatWasMergedSinceIsGenuineAndSaysSoUntilThatIsUndone() {
        Answer report = issue();
        PeersFixture.merge(USCC, OTHER);
        PeersFixture.recordsOf(OTHER, List.of(PeersFixture.licence(), PeersFixture.penalty("r-2", "x", "ACTIVE", 1),
                PeersFixture.penalty("r-3", "x", "DISPUTED", 4), PeersFixture.penalty("r-of-other", "秘", "ACTIVE", 1)));
        Answer verdict = verify(report.at("/number"), report.at("/verificationCode"));
        assertThat(verdict.at("/genuine")).isEqualTo("true");
        assertThat(verdict.json().at("/changes").findValuesAsString("kind")).containsExactly("MERGED");
        assertThat(verdict.at("/changes/0/title")).startsWith("基础信息：").contains("合并");
        assertThat(verdict.text()).doesNotContain("秘");
        PeersFixture.undo(USCC);
        assertThat(verify(report.at("/number"), report.at("/verificationCode")).at("/changes")).isEqualTo("[]");
    }

    @Test
    void aReportOfAMergedSubjectSaysWhenTheMergerWasUndoneAndNothingOfItIsTakenForWithdrawn() {
        PeersFixture.merge(OTHER, USCC);
        Answer report = issue();
        assertThat(verify(report.at("/number"), report.at("/verificationCode")).at("/changes")).isEqualTo("[]");
        PeersFixture.undo(OTHER);
        PeersFixture.records(List.of(PeersFixture.licence(), PeersFixture.penalty("r-2", "x", "ACTIVE", 1)));
        PeersFixture.recordsOf(OTHER, List.of(PeersFixture.penalty("r-3", "x", "DISPUTED", 4)));
        assertThat(verify(report.at("/number"), report.at("/verificationCode")).json().at("/changes")
                .findValuesAsString("kind")).containsExactly("SEPARATED");
    }

    @Test
    void whenAServiceIsSilentTheReportIsStillGenuineAndTheAnswerSaysWhatIsNotKnown() {
        Answer report = issue();
        LISTING.stubFor(get(urlPathEqualTo(ENTRIES_PATH)).willReturn(PeersFixture.reset()));
        Answer verdict = verify(report.at("/number"), report.at("/verificationCode"));
        assertThat(verdict.at("/genuine")).isEqualTo("true");
        assertThat(verdict.at("/changesUnavailable")).isEqualTo("true");
    }

    @Test
    void aFormIsHeldInMemoryAndALargerFileIsToldToComeAsBody() throws Exception {
        Path folder = ((File) Objects.requireNonNull(context.getAttribute(ServletContext.TEMPDIR))).toPath();
        try (WatchService watch = folder.getFileSystem().newWatchService()) {
            folder.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
            assertThat(form(new byte[8 << 20]).at("/genuine")).isEqualTo("false");
            assertThat(watch.poll(200, TimeUnit.MILLISECONDS)).as("a file in " + folder).isNull();
        }
        Answer refused = sent(new byte[13 << 20]).expect(413);
        assertThat(refused.at("/code")).isEqualTo("report.form.too-large");
        assertThat(refused.at("/detail")).contains("12 MB", "application/pdf");
        assertThat(api.post(VERIFY, "application/pdf", new byte[13 << 20]).expect(200).at("/genuine")).isEqualTo("false");
    }

    private Answer issue() {
        return api.as(COMPANY).post("/api/report/v1/reports",
                Map.of("subject", USCC, "template", "enterprise-full", "purpose", "投标")).expect(201);
    }

    private Answer verify(String number, String code) {
        return api.get(VERIFY + "/" + number + "?code=" + code);
    }

    private Answer form(byte[] file) {
        return sent(file).expect(200);
    }

    private Answer sent(byte[] file) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"r.pdf\"\r\n\r\n"
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes("\r\n--b--\r\n".getBytes(StandardCharsets.UTF_8));
        return api.post(VERIFY, "multipart/form-data; boundary=b", body.toByteArray());
    }
}
