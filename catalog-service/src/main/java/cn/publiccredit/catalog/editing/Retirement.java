package cn.publiccredit.catalog.editing;

import cn.publiccredit.catalog.changes.Announcements;
import cn.publiccredit.catalog.content.Actor;
import cn.publiccredit.catalog.content.Event;
import cn.publiccredit.catalog.content.Head;
import cn.publiccredit.catalog.content.Kind;
import cn.publiccredit.catalog.content.References;
import cn.publiccredit.catalog.content.StoredVersion;
import cn.publiccredit.catalog.content.VersionState;
import cn.publiccredit.catalog.content.VersionStore;
import cn.publiccredit.catalog.problem.CatalogProblem;
import cn.publiccredit.support.problem.CommonProblem;
import cn.publiccredit.support.security.Caller;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Ends a code from a day on; what was in force before that stays so in every answer about the past. */
@Component
class Retirement {

    private static final String ACTION = "catalog.retire";

    private final VersionStore store;
    private final References references;
    private final Preconditions preconditions;
    private final Announcements announcements;
    private final Trail trail;
    private final Clock clock;

    Retirement(VersionStore store, References references, Preconditions preconditions, Announcements announcements,
            Trail trail, Clock clock) {
        this.store = store;
        this.references = references;
        this.preconditions = preconditions;
        this.announcements = announcements;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * The retired version.
     *
     * @param from the first day on which it is no longer in force; null for today
     * @throws cn.publiccredit.support.problem.Problem 409 when other content names it, or the approver edited it
     */
    StoredVersion retire(Kind kind, String code, @Nullable LocalDate from, String reason, @Nullable String ifMatch,
            Caller approver) {
        String name = Drafts.name(kind, code);
        LocalDate today = LocalDate.now(clock);
        LocalDate day = from == null ? today : from;
        if (day.isBefore(today)) {
            throw CommonProblem.INVALID.with().violating("from", "not-before-today",
                    "停用日期不能早于今天（" + today + "），请更正。", "from must not be before today (" + today + "); correct it.");
        }
        StoredVersion version = Head.newestPublished(store.heads(kind, code))
                .filter(head -> head.state() == VersionState.PUBLISHED)
                .flatMap(head -> store.find(kind, code, head.version()))
                .orElseThrow(() -> CatalogProblem.NOT_PUBLISHED.with(name));
        preconditions.requirePublished(kind, code, ifMatch);
        if (version.wasEditedBy(Actor.of(approver))) {
            trail.refused(approver, ACTION, kind, code);
            throw CatalogProblem.FOUR_EYES.with(name);
        }
        List<String> needing = references.to(kind, code);
        if (!needing.isEmpty()) {
            throw CatalogProblem.STILL_NEEDED.with(name, String.join(", ", needing));
        }
        announcements.announce();
        trail.allowed(approver, ACTION, kind, code);
        StoredVersion retired = store.retire(version, day,
                        new Event(Event.Action.RETIRED, Actor.of(approver), clock.instant(), null, reason))
                .orElseThrow(CommonProblem.STALE::with);
        announcements.announceLater();
        return retired;
    }
}
