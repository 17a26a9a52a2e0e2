package cn.publiccredit.report.verification;

import cn.publiccredit.report.ReportProblem;
import cn.publiccredit.report.ReportSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Bounds how often codes are guessed for one number, existing or not. Each replica counts for itself; the gateway bounds each
 * client beside it.
 */
@Component
class Attempts {

    private static final int NUMBERS_REMEMBERED = 50_000;

    private final int most;
    private final Duration window;
    private final Clock clock;
    private final Map<String, Wrong> wrong = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Wrong> eldest) {
            return size() > NUMBERS_REMEMBERED;
        }
    };

    private record Wrong(int count, Instant until) {}

    Attempts(ReportSettings settings, Clock clock) {
        this.most = settings.attempts();
        this.window = settings.attemptWindow();
        this.clock = clock;
    }

    /** @throws cn.publiccredit.support.problem.Problem 429 when this number was tried wrongly too often */
    synchronized void requireAllowed(String number) {
        Instant now = clock.instant();
        Wrong so = wrong.get(number);
        if (so != null && so.count() >= most && so.until().isAfter(now)) {
            throw ReportProblem.TOO_MANY_ATTEMPTS.with().retryAfter(Duration.between(now, so.until()).plusSeconds(1));
        }
    }

    synchronized void wrong(String number) {
        Instant now = clock.instant();
        Wrong so = wrong.get(number);
        wrong.put(number, so == null || !so.until().isAfter(now)
                ? new Wrong(1, now.plus(window))
                : new Wrong(so.count() + 1, so.until()));
    }
}
