package cn.publiccredit.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever state a service may tell of has a name in both languages. */
class EveryStateIsNamedTests {

    static Stream<Arguments> states() {
        return Stream.of(
                Arguments.of("pledge.state.", Enumerated.of("commitment/Commitment", "State")),
                Arguments.of("pledge.followUp.", Enumerated.of("commitment/FollowUp", "State")),
                Arguments.of("pledge.platform.", Enumerated.ofListing("followup/FollowUp", "State")),
                Arguments.of("annul.what.COMMITMENT.", Enumerated.of("commitment/CommitmentAnnulment", "What")),
                Arguments.of("annul.what.CONTRACT.", Enumerated.of("performance/Annulling", "What")),
                Arguments.of("annul.what.ARREARS.", List.of("ARREARS")),
                Arguments.of("annul.state.", Enumerated.of("filing/Annulment", "State")),
                Arguments.of("duty.kind.", Enumerated.of("performance/Contract", "Kind")),
                Arguments.of("duty.state.", Enumerated.of("performance/Contract", "State")),
                Arguments.of("duty.arrears.", Enumerated.of("performance/Arrears", "State")),
                Arguments.of("duty.event.", Enumerated.of("performance/Event", "Kind")),
                Arguments.of("consent.state.", Enumerated.of("consent/Consent", "State")),
                Arguments.of("codes.state.", Enumerated.of("governance/CodeCase", "State")),
                Arguments.of("merges.state.", Enumerated.of("subjects/merge/Merge", "State")),
                Arguments.of("merges.act.", Enumerated.of("subjects/merge/Merge", "Act")),
                Arguments.of("consent.extent.", Enumerated.of("consent/ConsentView", "Extent")),
                Arguments.of("consent.how.", Enumerated.of("consent/ConsentView", "How")),
                Arguments.of("batch.queue.", Enumerated.found("collection/BatchViews", "new Waiting\\([^,]+, \"([a-z-]+)\"")),
                Arguments.of("batch.state.", Enumerated.of("collection/BatchState", "BatchState").stream()
                        .filter(state -> !state.equals("PUSHING")).toList()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("states")
    void inBothLanguages(String prefix, List<String> states) {
        for (String file : List.of("/messages.properties", "/messages_en.properties")) {
            assertThat(messages(file)).as(file).containsKeys(states.stream().map(state -> prefix + state).toArray());
        }
    }

    private static Properties messages(String file) {
        Properties messages = new Properties();
        try (InputStream content = EveryStateIsNamedTests.class.getResourceAsStream(file)) {
            messages.load(new InputStreamReader(content, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return messages;
    }
}
