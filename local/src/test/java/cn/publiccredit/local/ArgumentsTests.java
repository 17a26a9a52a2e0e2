package cn.publiccredit.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ArgumentsTests {

    @Test
    void commandsAndTheirOptionsAreUnderstood() {
        assertThat(Arguments.parse(List.of("up", "--port-offset", "1000")).portOffset()).isEqualTo(1000);
        assertThat(Arguments.parse(List.of("logs", "portal", "-f")).follow()).isTrue();
        assertThat(Arguments.parse(List.of("reset", "--yes")).yes()).isTrue();
        assertThat(Arguments.parse(List.of()).command()).isEqualTo(Arguments.Command.HELP);
        assertThat(Arguments.parse(List.of("--help")).command()).isEqualTo(Arguments.Command.HELP);
    }

    @Test
    void anUnknownCommandIsAnsweredWithTheOnesThatExist() {
        assertThatThrownBy(() -> Arguments.parse(List.of("start"))).hasMessageContaining("reset [--yes]");
        assertThatThrownBy(() -> Arguments.parse(List.of("up", "--port-offset", "x"))).hasMessageContaining("--port-offset");
    }
}
