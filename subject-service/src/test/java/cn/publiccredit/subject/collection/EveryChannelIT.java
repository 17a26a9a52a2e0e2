package cn.publiccredit.subject.collection;

import static org.assertj.core.api.Assertions.assertThat;

import cn.publiccredit.subject.collection.file.Encoding;
import cn.publiccredit.subject.collection.judgement.Penalty;
import cn.publiccredit.testing.Answer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One rule for all: the same rows get the same verdicts, in whichever format they come, packed or not, pushed or not. */
class EveryChannelIT extends CollectionFixture {

    private static final String RECORDS = "/api/subject/v1/records";

    /** Sound and unsound rows; what is wrong with the latter stands in {@link #RULES}. */
    private static List<Penalty> rows(int number) {
        Penalty first = Penalty.row().number(number);
        return List.of(
                first.with("CF_YXQ", "2099/12/31"),
                Penalty.row().number(number + 1).with("CF_NR_FK", "0.1234567"),
                Penalty.row().number(number + 2).with("CF_NR_FK", "-1"),
                Penalty.row().number(number + 3).with("CF_JDRQ", "2099/01/01"),
                Penalty.row().number(number + 4).with("CF_XDR_SHXYM", "９１３４ 0100MA2TETA14E").with("CF_JDRQ", "２０２６/05/06"),
                Penalty.row().number(number + 5).with("CF_SY", "=1+1"),
                Penalty.row().number(number + 6).with("BZ", "甲\0乙"),
                Penalty.row().number(number + 7).with("CF_NR", "字".repeat(70_000)),
                Penalty.row().number(number + 8).with("CF_FRDB", "\uE000"),
                first.with("CF_NR_FK", "0.6"),
                first.with("CF_NR_FK", "0.6"));
    }

    private static final List<String> RULES = List.of("decimal-scale", "decimal-minimum", "date-in-future", "formula",
            "control-character", "field-too-long", "control-character");

    private Answer sent(Channel channel, boolean packed, List<Penalty> rows) {
        byte[] bytes = packed ? FormatsIT.gzip(channel.bytes(rows)) : channel.bytes(rows);
        return channel == Channel.PUSH
                ? department().post(RECORDS, channel.type(), bytes).expect(200)
                : collectedAs(channel.type(), bytes);
    }

    private List<String> rulesBroken(Answer batch, Channel channel) {
        List<String> rules = new ArrayList<>();
        if (channel == Channel.PUSH) {
            batch.json().at("/results").forEach(result -> result.get("errors")
                    .forEach(error -> rules.add(error.get("rule").asString())));
        } else {
            List<List<String>> table = Workbooks.tableOfCsv(rejects(batch).text());
            int column = table.getFirst().indexOf("错误规则");
            table.stream().skip(1).forEach(row -> rules.add(row.get(column)));
        }
        return rules;
    }

    @ParameterizedTest
    @CsvSource({"CSV,false,6100", "CSV,true,6120", "XLSX,false,6140", "XLSX,true,6160", "NDJSON,false,6180",
        "NDJSON,true,6200", "PUSH,false,6220"})
    void theSameRowsGetTheSameVerdicts(Channel channel, boolean packed, int number) {
        Answer batch = sent(channel, packed, rows(number));

        assertThat(counts(batch)).isEqualTo("11 2 1 1 7");
        assertThat(rulesBroken(batch, channel)).isEqualTo(RULES);
        assertThat(batch.at("/counts/acceptedWithWarnings")).isEqualTo("1");
        Document content = mongo.getCollection("records").find(new Document("current.content.documentNumber",
                Penalty.row().number(number).cells().get(Penalty.codes().indexOf("CF_WSH")))).first();
        assertThat(String.valueOf(content)).contains("CF_NR_FK=0.6").contains("validTo=null");

        Answer again = sent(channel, packed, List.of(rows(number).get(4), rows(number).getLast(), rows(number).getLast()));
        assertThat(counts(again)).as("the same once more").isEqualTo("3 0 0 3 0");
    }

    @Test
    void aPushThatIsNoUtf8IsRefusedAsSuchWithoutBeingGuessedAt() {
        long before = records();
        byte[] sound = Channel.PUSH.bytes(List.of(Penalty.row().number(6240)));
        String text = new String(sound, StandardCharsets.UTF_8);
        for (byte[] body : List.of(text.getBytes(StandardCharsets.UTF_16), "{\"item\":\"CF\",\"records\":[{\"a\":1}]}".getBytes(StandardCharsets.UTF_16LE),
                text.getBytes(Encoding.GB18030.charset()), FormatsIT.gzip(sound), FormatsIT.gzip(new byte[64 << 20]))) {
            Answer refused = department().post(RECORDS, "application/json", body).expect(400);
            assertThat(refused.at("/code")).isEqualTo("request.malformed");
            assertThat(refused.at("/detail")).contains("UTF-8");
        }
        assertThat(records()).isEqualTo(before);
    }

    @Test
    void halvesOfCharactersCostTheirRowAndNothingElse() {
        String half = new String(Channel.PUSH.bytes(List.of(Penalty.row().number(6250).with("BZ", "HALF"),
                Penalty.row().number(6251))), StandardCharsets.UTF_8).replace("HALF", "\\ud842");
        Answer pushed = department().post(RECORDS, half).expect(200);
        assertThat(counts(pushed)).isEqualTo("2 1 0 0 1");
        assertThat(pushed.at("/results/0/errors/0/rule")).isEqualTo("control-character");
        assertThat(department().post(RECORDS, "{\"item\":\"CF\",\"records\":[{\"老\\udfb7\":1}]}").expect(422).at("/violations"))
                .contains("unknown-column");
        department().post(RECORDS, "{\"item\":\"\\ud842\",\"records\":[{\"a\":1}]}").expect(422);
    }

    @Test
    void cellsMergedBelowTheTitlesAreToldOf() {
        byte[] merged = Channel.XLSX.bytes(List.of(Penalty.row().number(6260), Penalty.row().number(6261).with("BZ", "")));
        assertThat(warnings(collectedAs(Workbooks.TYPE, Workbooks.merged(merged, "A1:B1")))).doesNotContainKey("merged-cells");
        assertThat(warnings(collectedAs(Workbooks.TYPE, Workbooks.merged(merged, "C2:C3")))).containsEntry("merged-cells", 1L);
    }

    /** Of two that write the same records at once one is first with each, the other changes it, and the later one is in force. */
    @Test
    void aFileAndAPushThatRaceForTheSameRecordsBothGetTheVerdictsThatCameTrue() throws Exception {
        for (int round = 0; round < 3; round++) {
            int number = 6300 + 30 * round;
            List<Penalty> inFile = rows(number, "0.1");
            List<Penalty> inPush = rows(number, "0.2");
            Callable<Answer> file = () -> collectedAs("text/csv", Channel.CSV.bytes(inFile));
            Callable<Answer> push = () -> {
                Answer told = department().post(RECORDS, "application/json", Channel.PUSH.bytes(inPush));
                return finished(BATCHES + "/" + told.at("/batch"));
            };
            List<Answer> done = new ArrayList<>();
            try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
                for (var sender : threads.invokeAll(List.of(file, push))) {
                    done.add(sender.get());
                }
            }

            assertThat(done).allSatisfy(batch -> assertThat(counts(batch)).startsWith("20 ").endsWith(" 0 0"));
            assertThat(sum(done, "accepted")).isEqualTo(20);
            assertThat(sum(done, "updated")).isEqualTo(20);
            Instant fileAt = OffsetDateTime.parse(done.get(0).at("/submittedAt")).toInstant();
            Instant pushAt = OffsetDateTime.parse(done.get(1).at("/submittedAt")).toInstant();
            for (Penalty row : inFile) {
                Document record = mongo.getCollection("records").find(new Document("current.content.documentNumber",
                        row.cells().get(Penalty.codes().indexOf("CF_WSH")))).first();
                if (!fileAt.equals(pushAt)) {
                    assertThat(String.valueOf(record == null ? null : record.get("current")))
                            .contains(fileAt.isAfter(pushAt) ? "CF_NR_FK=0.1" : "CF_NR_FK=0.2");
                }
            }
        }
    }

    private static int sum(List<Answer> batches, String verdict) {
        return batches.stream().mapToInt(batch -> Integer.parseInt(batch.at("/counts/" + verdict))).sum();
    }

    private static List<Penalty> rows(int from, String fine) {
        return IntStream.range(from, from + 20).mapToObj(i -> Penalty.row().number(i).with("CF_NR_FK", fine)).toList();
    }
}
