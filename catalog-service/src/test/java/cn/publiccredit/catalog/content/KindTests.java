package cn.publiccredit.catalog.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class KindTests {

    @Test
    void thePathOfEveryKindIsMapped() {
        assertThat(Kind.IN_PATH).isEqualTo(Arrays.stream(Kind.values()).map(Kind::path)
                .collect(Collectors.joining("|", "/{kind:", "}")));
    }
}
