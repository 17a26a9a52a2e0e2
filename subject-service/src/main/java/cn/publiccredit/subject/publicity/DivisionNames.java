package cn.publiccredit.subject.publicity;

import cn.publiccredit.support.identity.Division;
import cn.publiccredit.support.peer.PeerCalls;
import cn.publiccredit.support.peer.Peers;
import cn.publiccredit.support.problem.Problem;
import cn.publiccredit.support.problem.RelayedProblem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Names of divisions after the catalogue. A name is no fact about a subject: without it the page still stands. */
@Component
public class DivisionNames {

    private static final Logger log = LoggerFactory.getLogger(DivisionNames.class);
    private static final Duration FRESH = Duration.ofMinutes(10);
    private static final Duration RETRY = Duration.ofSeconds(30);

    private final CatalogDivisions client;
    private final PeerCalls calls;
    private final Clock clock;
    private volatile Known known = new Known(Map.of(), Instant.EPOCH);

    private record Known(Map<String, String> names, Instant until) {}

    DivisionNames(CatalogDivisions client, Peers peers, Clock clock) {
        this.client = client;
        this.calls = peers.catalog();
        this.clock = clock;
    }

    public @Nullable String name(@Nullable Division division) {
        if (division == null) {
            return null;
        }
        Known current = known;
        Instant now = clock.instant();
        if (now.isAfter(current.until())) {
            current = asked(current, now);
            known = current;
        }
        return current.names().get(division.code());
    }

    private Known asked(Known last, Instant now) {
        try {
            Map<String, String> names = new HashMap<>();
            calls.call("divisions", client::divisions).entries().forEach(e -> names.put(e.code(), e.name()));
            return new Known(names, now.plus(FRESH));
        } catch (Problem | RelayedProblem silent) {
            log.warn("the catalogue gives no division names: {}", silent.getMessage());
            return new Known(last.names(), now.plus(RETRY));
        }
    }
}
