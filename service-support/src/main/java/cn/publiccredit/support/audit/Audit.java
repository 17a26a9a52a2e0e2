package cn.publiccredit.support.audit;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import cn.publiccredit.support.web.Cursor;
import cn.publiccredit.support.web.Page;
import cn.publiccredit.support.web.Paging;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Criteria;

/** Reads the trail of this service. Whoever calls these records that the trail was read. */
public final class Audit {

    private final AuditStore store;

    Audit(AuditStore store) {
        this.store = store;
    }

    /** Which entries are wanted; null means any. */
    public record Filter(
            @Nullable String subject, @Nullable String actor, @Nullable Instant from, @Nullable Instant to) {}

    /** The entries that fit, newest first. */
    public Page<AuditEntry> find(Filter filter, Paging paging) {
        Cursor cursor = paging.cursor(2).orElse(null);
        Instant before = cursor == null ? null : Instant.parse(cursor.values().get(0));
        String beforeId = cursor == null ? null : cursor.values().get(1);
        List<AuditEntry> read = store.find(criteria(filter), before, beforeId, paging.limitPlusOne());
        return Page.of(read, paging, e -> Cursor.at(e.at().toString(), e.id()));
    }

    ChainProof.Verification verify() {
        // Heads first: entries that arrive during the walk then lie beyond them, not short of them.
        List<AuditStore.Head> heads = store.heads();
        try (Stream<AuditEntry> entries = store.allByWriter()) {
            return ChainProof.of(entries, store.openings(), heads);
        }
    }

    private static Criteria criteria(Filter filter) {
        List<Criteria> all = new ArrayList<>();
        if (filter.subject() != null) {
            all.add(where("subject").is(filter.subject()));
        }
        if (filter.actor() != null) {
            all.add(new Criteria().orOperator(
                    where("actor").is(filter.actor()), where("actorName").is(filter.actor())));
        }
        if (filter.from() != null) {
            all.add(where("at").gte(filter.from()));
        }
        if (filter.to() != null) {
            all.add(where("at").lt(filter.to()));
        }
        return all.isEmpty() ? new Criteria() : new Criteria().andOperator(all);
    }
}
