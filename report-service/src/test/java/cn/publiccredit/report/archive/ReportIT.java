package cn.publiccredit.report.archive;

import static cn.publiccredit.report.PeersFixture.USCC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.publiccredit.report.PeersFixture;
import cn.publiccredit.support.work.LeasedWorker;
import cn.publiccredit.testing.Answer;
import cn.publiccredit.testing.Api;
import cn.publiccredit.testing.EveryStore;
import cn.publiccredit.testing.ServiceTest;
import cn.publiccredit.testing.Token;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.text.PDFTextStripper;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@ServiceTest
@EveryStore
class ReportIT {

    private static final Token COMPANY = Token.of("enterprise", "subject-user").subject(USCC);
    private static final String REPORTS = "/api/report/v1/reports/";

    @Autowired
    private Api api;

    @Autowired
    private Reports reports;

    @Autowired
    private LeasedWorker printer;

    @Autowired
    private MongoTemplate mongo;

    @DynamicPropertySource
    static void peers(DynamicPropertyRegistry registry) {
        PeersFixture.register(registry);
    }

    @BeforeEach
    void healthy() {
        PeersFixture.healthy();
    }

    @Test
    void theRequesterTheSubjectAndTheAuditorReadItAndForOthersItDoesNotExist() {
        Token city = Token.of("city", "city-operator").division("340100");
        String number = issue(city);
        assertThat(api.as(city).get(REPORTS + number).expect(200).at("/number")).isEqualTo(number);
        api.as(COMPANY).get(REPORTS + number).expect(200);
        api.as(Token.of("auditor", "auditor")).get(REPORTS + number).expect(200);
        api.get(REPORTS + number).expect(401);
        api.as(Token.of("other-city", "city-operator").division("341300")).get(REPORTS + number).expect(404);
        api.as(Token.of("other", "subject-user").subject("91340100MA2N9RYW3J")).get(REPORTS + number + ".pdf").expect(404);
        api.as(COMPANY).get(REPORTS + "20260101000000ABCDEFGH").expect(404);
        api.as(COMPANY).get(REPORTS + "nonsense").expect(404);
    }

    @Test
    void theSubjectReadsItWithAnAccountOfEitherCodeWhileTheyAreOne() {
        String number = issue(COMPANY);
        Token other = Token.of("enterprise-2", "subject-user").subject(PeersFixture.OTHER);
        api.as(other).get(REPORTS + number).expect(404);
        PeersFixture.merge(USCC, PeersFixture.OTHER);
        api.as(other).get(REPORTS + number).expect(200);
        PeersFixture.undo(USCC);
        api.as(other).get(REPORTS + number).expect(404);
    }

    @Test
    void thePdfTellsTheSameIsNamedInChineseAndNeverChanges() throws IOException {
        String number = issue(COMPANY);
        Answer pdf = api.as(COMPANY).get(REPORTS + number + ".pdf").expect(200);
        assertThat(pdf.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(pdf.header("Content-Disposition")).contains("attachment", "filename*=UTF-8''%E4%BC%81%E4%B8%9A");
        assertThat(api.as(COMPANY).get(REPORTS + number + ".pdf").bytes()).isEqualTo(pdf.bytes());
        assertThat(api.as(COMPANY).get(REPORTS + number).at("/pdfSha256")).isEqualTo(Sha256.hex(pdf.bytes()));
        try (PDDocument document = Loader.loadPDF(pdf.bytes())) {
            String text = new PDFTextStripper().getText(document).replaceAll("\\s", "");
            assertThat(text).contains(number, "皖市监处罚〔2026〕1号", "皖市监处罚〔2026〕2号", "异议处理中", "市场监管严重违法失信名单", "本地演示证书");
            assertThat(text).doesNotContain("34010019800101123X");
        }
    }

    @Test
    void theSealHoldsAndBreaksWithOneChangedByte() throws Exception {
        String number = issue(COMPANY);
        byte[] pdf = api.as(COMPANY).get(REPORTS + number + ".pdf").expect(200).bytes();
        assertThat(isSealed(pdf)).isTrue();
        byte[] altered = pdf.clone();
        altered[2_000] ^= 1;
        assertThat(isSealed(altered)).isFalse();
    }

    @Test
    void aReportWhoseIssuerWasKilledBeforePrintingIsPrintedByItself() {
        String number = issue(COMPANY);
        awaitPrinted(number);
        byte[] printed = api.as(COMPANY).get(REPORTS + number + ".pdf").bytes();

        printer.stop();
        mongo.updateFirst(byNumber(number), new Update().unset("pdf")
                .set("work.due", Instant.EPOCH).set("work.leaseUntil", Instant.EPOCH), Report.class);
        printer.start();

        awaitPrinted(number);
        assertThat(api.as(COMPANY).get(REPORTS + number + ".pdf").bytes()).isEqualTo(printed);
        assertThat(mongo.count(byNumber(number), Report.class)).isEqualTo(1);
    }

    @Test
    void aWriterThatWasKilledBetweenFileAndReportIsFollowedWithoutDoubles() {
        String number = issue(COMPANY);
        awaitPrinted(number);
        long files = mongo.count(new Query(), "files");
        printer.stop();
        mongo.updateFirst(byNumber(number), new Update().unset("pdf"), Report.class);
        api.as(COMPANY).get(REPORTS + number + ".pdf").expect(200);
        printer.start();
        assertThat(mongo.count(new Query(), "files")).isEqualTo(files);
    }

    private void awaitPrinted(String number) {
        await().atMost(Duration.ofSeconds(60)).until(() -> reports.byNumber(number).orElseThrow().pdf() != null);
    }

    @Test
    void theCoverNamesThePurposeAsTheCatalogueDoes() throws IOException {
        assertThat(cover(issue(COMPANY, "LOAN"))).contains("查询用途融资授信").doesNotContain("LOAN");
        assertThat(cover(issue(COMPANY, "投标"))).contains("查询用途投标");
    }

    private String cover(String number) throws IOException {
        byte[] pdf = api.as(COMPANY).get(REPORTS + number + ".pdf").expect(200).bytes();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s", "");
        }
    }

    private String issue(Token token) {
        return issue(token, "投标");
    }

    private String issue(Token token, String purpose) {
        return api.as(token).post("/api/report/v1/reports",
                Map.of("subject", USCC, "template", "enterprise-full", "purpose", purpose)).expect(201).at("/number");
    }

    private static Query byNumber(String number) {
        return Query.query(Criteria.where("number").is(number));
    }

    private static boolean isSealed(byte[] pdf) throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDSignature signature = Objects.requireNonNull(document.getLastSignatureDictionary());
            int[] range = signature.getByteRange();
            assertThat(range[2] + range[3]).isEqualTo(pdf.length);
            CMSSignedData data = new CMSSignedData(
                    new CMSProcessableByteArray(signature.getSignedContent(pdf)),
                    trimmed(signature.getContents(pdf)));
            SignerInformation signer = data.getSignerInfos().iterator().next();
            X509CertificateHolder holder =
                    (X509CertificateHolder) data.getCertificates().getMatches(null).iterator().next();
            X509Certificate certificate = new JcaX509CertificateConverter().getCertificate(holder);
            try {
                return signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(certificate));
            } catch (org.bouncycastle.cms.CMSException digestDiffers) {
                return false;
            }
        }
    }

    private static byte[] trimmed(byte[] padded) {
        int length = 4 + ((padded[2] & 0xFF) << 8 | padded[3] & 0xFF);
        return Arrays.copyOf(padded, length);
    }
}
