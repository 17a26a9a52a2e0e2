package cn.publiccredit.repair.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingDaysTests {

    private static final YearCalendar YEAR_2026 = new YearCalendar(2026,
            days("2026-09-25", "2026-10-01", "2026-10-02", "2026-10-05", "2026-10-06", "2026-10-07"),
            days("2026-09-20", "2026-10-10"));

    private final WorkingDays days =
            new WorkingDays(year -> year == 2026 ? YEAR_2026 : YearCalendar.unpublished(year));

    @ParameterizedTest
    @CsvSource({
        "2026-11-23, 3, 2026-11-26",
        "2026-11-20, 3, 2026-11-25",
        "2026-11-21, 1, 2026-11-23",
        "2026-09-18, 1, 2026-09-20",
        "2026-09-28, 3, 2026-10-08",
        "2026-09-30, 3, 2026-10-10",
        "2026-09-28, 10, 2026-10-16",
        "2026-12-30, 3, 2027-01-04",
        "2026-11-23, 0, 2026-11-23"
    })
    void workingDaysSkipHolidaysAndCountWorkedWeekends(LocalDate from, int number, LocalDate expected) {
        assertThat(days.after(from, number)).isEqualTo(expected);
    }

    @Test
    void aYearWhoseHolidaysAreNotPublishedIsKnownAsSuch() {
        assertThat(days.isPublished(LocalDate.of(2026, 12, 31))).isTrue();
        assertThat(days.isPublished(LocalDate.of(2027, 1, 1))).isFalse();
    }

    private static TreeSet<LocalDate> days(String... texts) {
        return new TreeSet<>(List.of(texts).stream().map(LocalDate::parse).toList());
    }
}
