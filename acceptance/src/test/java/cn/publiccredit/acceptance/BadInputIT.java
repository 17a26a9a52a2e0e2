package cn.publiccredit.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.publiccredit.acceptance.RunningSuite.Started;
import cn.publiccredit.local.client.Door;
import cn.publiccredit.local.client.Reply;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Files that no department should send, sent through the gateway: refused with a reason, nothing stored. */
@ExtendWith(RunningSuite.class)
class BadInputIT {

    private static final String HEADER = "企业名称,统一社会信用代码\n";

    /** What a bad file comes to: refused at once, or a batch that failed or rejected every row. */
    private static void isNotTaken(Started suite, byte[] file) {
        Door clerk = suite.door().as("dept-market");
        Reply reply = clerk.post("/api/subject/v1/batches?item=DJ", "text/csv", file);
        if (reply.status() != 202) {
            assertThat(reply.status()).as(reply.text()).isBetween(400, 499);
            assertThat(reply.at("/detail")).containsPattern("\\p{IsHan}{4,}");
            return;
        }
        String batch = "/api/subject/v1/batches/" + reply.at("/id");
        await().atMost(Duration.ofSeconds(60)).until(() -> clerk.get(batch).at("/state").matches("DONE|FAILED"));
        Reply done = clerk.get(batch);
        assertThat(done.at("/counts/accepted")).as(done.text()).isEqualTo("0");
        assertThat(done.at("/counts/updated")).isEqualTo("0");
        if (done.at("/state").equals("FAILED")) {
            assertThat(done.at("/failure/message")).containsPattern("\\p{IsHan}{4,}");
        } else {
            assertThat(done.at("/counts/rejected")).isEqualTo(done.at("/counts/received")).isNotEqualTo("0");
        }
    }

    @Test
    void fiftyMegabytesOfRubbish(Started suite) {
        byte[] rubbish = new byte[50 << 20];
        new Random(1).nextBytes(rubbish);
        isNotTaken(suite, rubbish);
    }

    @Test
    void aZipBombAndAGzipWithAnotherName(Started suite) throws IOException {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(zip)) {
            out.putNextEntry(new ZipEntry("a.csv"));
            out.write(new byte[100 << 20]);
        }
        isNotTaken(suite, zip.toByteArray());
        ByteArrayOutputStream gzip = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(gzip)) {
            out.write(new byte[100 << 20]);
        }
        isNotTaken(suite, gzip.toByteArray());
    }

    @Test
    void textInUtf16(Started suite) {
        isNotTaken(suite, ("\uFEFF" + HEADER + "虚构样例公司,91340403MA8TETT918\n").getBytes(StandardCharsets.UTF_16LE));
    }

    @Test
    void anUnknownColumnAnEmptyFileAndAHeaderAlone(Started suite) {
        isNotTaken(suite, "企业名称,统一社会信用代码,星座\n虚构样例公司,91340403MA8TETT918,天蝎\n".getBytes(StandardCharsets.UTF_8));
        isNotTaken(suite, new byte[0]);
    }

    @Test
    void aFieldOfTenMegabytesNulBytesAndAFormula(Started suite) {
        isNotTaken(suite, (HEADER + "虚".repeat(3_500_000) + ",91340403MA8TETT918\n").getBytes(StandardCharsets.UTF_8));
        isNotTaken(suite, (HEADER + "虚构\0样例公司,91340403MA8TETT918\n").getBytes(StandardCharsets.UTF_8));
        isNotTaken(suite, (HEADER + "=cmd|' /C calc'!A0,91340403MA8TETT918\n").getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void nothingOfAllThatIsFoundAndTheServiceIsWell(Started suite) {
        assertThat(suite.door().get("/api/subject/v1/public/subjects?q=" + Door.encoded("=cmd")).expect(200)
                .json().path("items")).isEmpty();
        suite.door().get("/api/subject/v1/public/subjects?q=" + Door.encoded("虚构")).expect(200);
    }
}
