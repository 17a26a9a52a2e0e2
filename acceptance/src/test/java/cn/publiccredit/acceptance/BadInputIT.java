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
import java.util.LinkedHashMap;
import java.util.Map;
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
    private static final String CSV = "text/csv";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String NDJSON = "application/x-ndjson";

    /** What a bad file comes to: refused at once, or a batch that failed or rejected every row. */
    private static void isNotTaken(Started suite, byte[] file) {
        Reply reply = sent(suite, CSV, file);
        if (reply.status() != 202) {
            assertThat(reply.status()).as(reply.text()).isBetween(400, 499);
            assertThat(reply.at("/detail")).containsPattern("\\p{IsHan}{4,}");
            return;
        }
        Reply done = finished(suite, reply);
        if (done.at("/state").equals("FAILED")) {
            assertThat(done.at("/failure/message")).containsPattern("\\p{IsHan}{4,}");
        } else {
            assertThat(done.at("/counts/rejected")).isEqualTo(done.at("/counts/received")).isNotEqualTo("0");
        }
    }

    private static Reply sent(Started suite, String type, byte[] file) {
        return suite.door().as("dept-market").post("/api/subject/v1/batches?item=DJ", type, file);
    }

    /** The batch when it has ended, of which no row was taken. */
    private static Reply finished(Started suite, Reply sent) {
        Door clerk = suite.door().as("dept-market");
        String batch = "/api/subject/v1/batches/" + sent.expect(202).at("/id");
        await().atMost(Duration.ofSeconds(60)).until(() -> clerk.get(batch).at("/state").matches("DONE|FAILED"));
        Reply done = clerk.get(batch);
        assertThat(done.at("/counts/accepted")).as(done.text()).isEqualTo("0");
        assertThat(done.at("/counts/updated")).isEqualTo("0");
        return done;
    }

    /** Why a file failed as a whole. */
    private static String failure(Started suite, String type, byte[] file) {
        Reply done = finished(suite, sent(suite, type, file));
        assertThat(done.at("/failure/message")).as(done.text()).containsPattern("\\p{IsHan}{4,}");
        return done.at("/failure/code");
    }

    private static byte[] zip(Map<String, byte[]> parts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                out.putNextEntry(new ZipEntry(part.getKey()));
                out.write(part.getValue());
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void fiftyMegabytesOfRubbish(Started suite) {
        byte[] rubbish = new byte[50 << 20];
        new Random(1).nextBytes(rubbish);
        isNotTaken(suite, rubbish);
    }

    @Test
    void aZipBombAndAGzipWithAnotherName(Started suite) throws IOException {
        isNotTaken(suite, zip(Map.of("a.csv", new byte[100 << 20])));
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
    void aWorkbookThatIsABombHasMacrosOrIsNone(Started suite) throws IOException {
        assertThat(failure(suite, XLSX, zip(Map.of("xl/worksheets/sheet1.xml", new byte[64 << 20])))).isEqualTo("bomb");
        Map<String, byte[]> macros = new LinkedHashMap<>();
        macros.put("[Content_Types].xml", utf8("<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>"));
        macros.put("xl/workbook.xml", utf8("<workbook><sheets><sheet name='a' sheetId='1'/></sheets></workbook>"));
        macros.put("xl/vbaProject.bin", utf8("Sub Auto_Open()"));
        assertThat(failure(suite, XLSX, zip(macros))).isEqualTo("macros");
        assertThat(failure(suite, XLSX, utf8("PK\u0003\u0004 and then something else"))).isEqualTo("workbook");
        assertThat(failure(suite, XLSX, utf8("这不是一个工作簿\n"))).isEqualTo("unknown-column");
        assertThat(failure(suite, XLSX, new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1, 2, 3, 4, 5}))
                .isEqualTo("old-workbook");
    }

    @Test
    void linesOfJsonThatAreNoneAnArrayACutOneAndOnesOfWrongValues(Started suite) {
        String record = "{\"企业名称\":\"%s\",\"统一社会信用代码\":\"91340403MA8TETT918\"}\n";
        assertThat(failure(suite, NDJSON, utf8("[" + record.formatted("虚构样例公司") + "]"))).isEqualTo("json-array");
        assertThat(failure(suite, NDJSON, utf8(record.formatted("虚构样例公司").replace(",", ",\n")))).isEqualTo("json-lines");
        assertThat(failure(suite, NDJSON, utf8(record.formatted("虚构\0样例公司")))).isEqualTo("nul-bytes");
        assertThat(failure(suite, NDJSON, utf8(record.formatted("虚构样例公司").replace("企业名称", "星座")))).isEqualTo("unknown-column");
        String whole = record.formatted("=cmd|' /C calc'!A0");
        Reply done = finished(suite, sent(suite, NDJSON, utf8(whole + record.formatted("虚".repeat(700_000))
                + record.formatted("虚构\\u0000样例公司") + record.formatted("虚构样例公司").replace("\"虚构样例公司\"", "{\"甲\":[1]}")
                + "{\"企业名称\":\"虚构样例")));
        assertThat(done.at("/counts/received")).as(done.text()).isEqualTo("5");
        assertThat(done.at("/counts/rejected")).isEqualTo("5");
    }

    @Test
    void nothingOfAllThatIsFoundAndTheServiceIsWell(Started suite) {
        assertThat(suite.door().get("/api/subject/v1/public/subjects?q=" + Door.encoded("=cmd")).expect(200)
                .json().path("items")).isEmpty();
        suite.door().get("/api/subject/v1/public/subjects?q=" + Door.encoded("虚构")).expect(200);
    }
}
