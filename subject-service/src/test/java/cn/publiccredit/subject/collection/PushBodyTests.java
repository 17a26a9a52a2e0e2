package cn.publiccredit.subject.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.publiccredit.support.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PushBodyTests {

    private static final PushBody.Bounds BOUNDS = new PushBody.Bounds(3, 10);

    @Test
    void asManyRecordsAndFieldsAsThereMayBeAreTaken() {
        PushedRecords read = read("{\"item\":\"CF\",\"note\":{\"x\":[{}]},\"records\":[" + fields(0, 10) + "," + fields(0, 10) + ",{}]}");
        assertThat(read.records()).hasSize(3);
        assertThat(read.fields()).hasSize(10);
    }

    static Stream<String> tooMuch() {
        String half = fields(0, 6);
        return Stream.of(
                "columns: {\"records\":[" + fields(0, 11) + "]}",
                "columns: {\"records\":[" + half + "," + fields(6, 11) + "]}",
                "columns: {\"records\":[{\"a\":" + half + ",\"b\":[" + half + "]}]}",
                "columns: {\"records\":[[" + half + "," + half + "]]}",
                "size: {\"records\":[{},{},{},{}]}",
                "malformed: {\"a\":" + fields(0, 10) + ",\"records\":[{}]}",
                "malformed: " + fields(0, 11).replace("}", ",\"records\":[{}]}"));
    }

    @ParameterizedTest
    @MethodSource("tooMuch")
    void moreIsRefused(String why) {
        String[] rule = why.split(": ", 2);
        assertThatThrownBy(() -> read("{\"item\":\"CF\"," + rule[1].substring(1))).isInstanceOfSatisfying(Problem.class,
                problem -> assertThat(problem.violations().isEmpty() ? "malformed" : problem.violations().getFirst().rule())
                        .isEqualTo(rule[0]));
    }

    private static String fields(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> "\"f" + i + "\":\"x\"").collect(Collectors.joining(",", "{", "}"));
    }

    private static PushedRecords read(String body) {
        return PushBody.read(body.getBytes(StandardCharsets.UTF_8), BOUNDS);
    }
}
