package cn.publiccredit.subject.rulebook;

import cn.publiccredit.support.peer.PeerCalls;
import cn.publiccredit.support.peer.Peers;
import cn.publiccredit.support.problem.Problem;
import cn.publiccredit.support.problem.RelayedProblem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The catalogue's divisions with those that are no more; while the catalogue is silent, as last known, even after a restart. */
@Component
public class Divisions {

    private static final Logger log = LoggerFactory.getLogger(Divisions.class);
    private static final String KEPT = "code-set/divisions";
    private static final Duration FRESH = Duration.ofMinutes(10);
    private static final Duration RETRY = Duration.ofSeconds(30);

    private final CatalogClient client;
    private final PeerCalls calls;
    private final MongoTemplate mongo;
    private final JsonMapper json;
    private final Clock clock;
    private volatile Known known = new Known(null, Instant.EPOCH);

    private record Known(@Nullable CodeSet divisions, Instant until) {}

    Divisions(CatalogClient client, Peers peers, MongoTemplate mongo, JsonMapper json, Clock clock) {
        this.client = client;
        this.calls = peers.catalog();
        this.mongo = mongo;
        this.json = json;
        this.clock = clock;
    }

    /** Codes of divisions whose last day was before this one; empty when the catalogue never told of any division. */
    public Optional<Set<String>> withdrawnBy(LocalDate day) {
        return Optional.ofNullable(divisions()).map(set -> withdrawn(set.entries(), day));
    }

    private static Set<String> withdrawn(List<CodeSet.Entry> entries, LocalDate day) {
        Set<String> inForce = entries.stream().filter(entry -> !entry.isOverBy(day)).map(CodeSet.Entry::code)
                .collect(Collectors.toSet());
        return entries.stream().map(CodeSet.Entry::code).filter(code -> !inForce.contains(code))
                .collect(Collectors.toUnmodifiableSet());
    }

    private @Nullable CodeSet divisions() {
        Known current = known;
        Instant now = clock.instant();
        if (!now.isBefore(current.until())) {
            current = asked(current, now);
            known = current;
        }
        return current.divisions();
    }

    private Known asked(Known last, Instant now) {
        try {
            CodeSet told = calls.call("divisions", () -> client.codeSet("divisions"));
            mongo.save(new KeptItem(KEPT, json.writeValueAsString(told), null, now));
            return new Known(told, now.plus(FRESH));
        } catch (Problem | RelayedProblem silent) {
            log.warn("the catalogue gives no divisions: {}", silent.getMessage());
            return new Known(last.divisions() == null ? kept() : last.divisions(), now.plus(RETRY));
        }
    }

    private @Nullable CodeSet kept() {
        KeptItem kept = mongo.findById(KEPT, KeptItem.class);
        return kept == null ? null : json.readValue(kept.text(), CodeSet.class);
    }
}
