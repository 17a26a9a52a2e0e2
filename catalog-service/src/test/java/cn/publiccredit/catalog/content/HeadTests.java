package cn.publiccredit.catalog.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HeadTests {

    private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);
    private static final LocalDate MAY = LocalDate.of(2026, 5, 1);

    private static Head head(int version, VersionState state, LocalDate from, @Nullable LocalDate to, @Nullable LocalDate retired) {
        return new Head("matters/X@" + version, Kind.MATTERS, "X", version, state, "national-2024", from, to, retired, "draft", "d");
    }

    private static int inForce(LocalDate day, Head... versions) {
        return Head.inForce(List.of(versions), day).map(Head::version).orElse(0);
    }

    @Test
    void theLatestVersionThatHasBegunIsInForceAndNoneOnceItIsOver() {
        Head first = head(1, VersionState.PUBLISHED, MARCH, null, null);
        Head second = head(2, VersionState.PUBLISHED, MAY, MAY.plusDays(9), null);

        assertThat(inForce(MARCH.minusDays(1), first, second)).isZero();
        assertThat(inForce(MAY.minusDays(1), first, second)).isEqualTo(1);
        assertThat(inForce(MAY.plusDays(9), first, second)).isEqualTo(2);
        assertThat(inForce(MAY.plusDays(10), first, second)).as("the first was repealed by the second").isZero();
    }

    @Test
    void whatIsToHoldAgainAfterATemporaryVersionIsANextVersion() {
        Head first = head(1, VersionState.PUBLISHED, MARCH, null, null);
        Head temporary = head(2, VersionState.PUBLISHED, MAY, null, null);
        Head again = head(3, VersionState.PUBLISHED, MAY.plusDays(10), null, null);

        assertThat(inForce(MAY.plusDays(9), first, temporary, again)).isEqualTo(2);
        assertThat(inForce(MAY.plusDays(10), first, temporary, again)).isEqualTo(3);
    }

    @Test
    void anEndedVersionOfWhichTheNextBeginsLaterLeavesAGap() {
        Head first = head(1, VersionState.PUBLISHED, MARCH, MAY.minusDays(1), null);
        Head second = head(2, VersionState.PUBLISHED, MAY.plusDays(5), null, null);

        assertThat(inForce(MAY.minusDays(1), first, second)).isEqualTo(1);
        assertThat(inForce(MAY, first, second)).isZero();
        assertThat(inForce(MAY.plusDays(5), first, second)).isEqualTo(2);
    }

    @Test
    void aDraftIsNeverInForce() {
        assertThat(inForce(MAY, head(1, VersionState.PUBLISHED, MARCH, null, null),
                head(2, VersionState.DRAFT, MARCH, null, null))).isEqualTo(1);
    }

    @Test
    void aRetirementEndsEarlierVersionsTooAndLaterOnesBeginAnew() {
        Head first = head(1, VersionState.PUBLISHED, MARCH, null, null);
        Head retired = head(2, VersionState.RETIRED, MARCH, null, MAY);
        Head anew = head(3, VersionState.PUBLISHED, MAY.plusDays(5), null, null);

        assertThat(inForce(MAY.minusDays(1), first, retired, anew)).isEqualTo(2);
        assertThat(inForce(MAY, first, retired, anew)).isZero();
        assertThat(inForce(MAY.plusDays(5), first, retired, anew)).isEqualTo(3);
    }
}
