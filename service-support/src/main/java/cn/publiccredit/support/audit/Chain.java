package cn.publiccredit.support.audit;

import cn.publiccredit.support.audit.Access.Outcome;
import cn.publiccredit.support.identity.Division;
import cn.publiccredit.support.purpose.Purpose;
import cn.publiccredit.support.security.Caller;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The growing end of one writer's chain; used by one thread only. */
final class Chain {

    private final String writer;
    private long next;
    private String last;

    Chain(String writer) {
        this.writer = writer;
        this.last = ChainHash.of(writer);
    }

    AuditEntry opening(List<String> anchors, Instant at) {
        return link(Access.allowed(null, "audit.chain-opened"), null, anchors, at);
    }

    AuditEntry link(Access access, @Nullable String trace, Instant at) {
        return link(access, trace, List.of(), at);
    }

    private AuditEntry link(Access a, @Nullable String trace, List<String> anchors, Instant at) {
        Caller c = a.caller();
        Purpose p = a.purpose();
        Division division = c == null ? null : c.division();
        AuditEntry entry = new AuditEntry(
                        AuditEntry.id(writer, next), writer, next,
                        // The store keeps milliseconds; hashing more would make every chain look altered.
                        at.truncatedTo(ChronoUnit.MILLIS),
                        c == null ? null : c.id(), c == null ? null : c.name(), c == null ? null : c.client(),
                        division == null ? null : division.code(), c == null ? null : c.org(),
                        a.action(), p == null ? null : p.purpose(), p == null ? null : p.matter(),
                        p == null ? null : p.consent(), a.legalBasis(), a.subject(), a.items(), a.target(),
                        outcome(a.outcome()), trace, anchors, last, "")
                .hashed();
        next++;
        last = entry.hash();
        return entry;
    }

    private static String outcome(Outcome outcome) {
        return switch (outcome) {
            case ALLOWED -> "ALLOWED";
            case REFUSED -> "REFUSED";
        };
    }

    String writer() {
        return writer;
    }
}
