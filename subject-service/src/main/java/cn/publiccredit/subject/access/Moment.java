package cn.publiccredit.subject.access;

import cn.publiccredit.support.problem.CommonProblem;
import cn.publiccredit.support.problem.Words;
import cn.publiccredit.support.time.TimeConfiguration;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** A point in time as a parameter: an instant with offset, or a day, which means its end. */
final class Moment {

    private Moment() {}

    /** @throws cn.publiccredit.support.problem.Problem 400 when the text is neither */
    static @Nullable Instant parse(String parameter, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return text.length() <= "2026-11-22".length()
                    ? LocalDate.parse(text).plusDays(1).atStartOfDay(TimeConfiguration.ZONE).toInstant().minusMillis(1)
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw CommonProblem.MALFORMED.with(Words.parameter(parameter)).violating(parameter, "wrong-value",
                    "参数 " + parameter + " 应为日期（如 2026-03-03）或带时区的时间（如 2026-03-03T08:00:00+08:00）。",
                    parameter + " is a day (2026-03-03) or a time with offset (2026-03-03T08:00:00+08:00).").because(e);
        }
    }
}
