package cn.publiccredit.gateway.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceParentTests {

    @Test
    void aWellFormedTraceIsContinued() {
        String received = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
        assertThat(TraceParent.of(received, 0).value()).isEqualTo(received);
        assertThat(TraceParent.of(received, 0).traceId()).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {
        "", "00-x", "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
        "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01"
    })
    void anythingElseStartsANewOne(String received) {
        assertThat(TraceParent.of(received, 1).value()).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01").isNotEqualTo(received);
        assertThat(TraceParent.of(received, 0).value()).endsWith("-00");
    }
}
