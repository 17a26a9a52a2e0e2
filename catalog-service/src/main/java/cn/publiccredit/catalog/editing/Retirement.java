package cn.publiccredit.catalog.editing;

import cn.publiccredit.catalog.changes.Announcements;
import cn.publiccredit.catalog.content.Actor;
import cn.publiccredit.catalog.content.Event;
import cn.publiccredit.catalog.content.Head;
import cn.publiccredit.catalog.content.Kind;
import cn.publiccredit.catalog.content.ProposedRetirement;
import cn.publiccredit.catalog.content.References;
import cn.publiccredit.catalog.content.StoredVersion;
import cn.publiccredit.catalog.content.VersionState;
import cn.publiccredit.catalog.content.VersionStore;
import cn.publiccredit.catalog.problem.CatalogProblem;
import cn.publiccredit.support.idempotency.RequestIds;
import cn.publiccredit.support.problem.CommonProblem;
import cn.publiccredit.support.security.Caller;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Ends a code from a day on, proposed by one person and approved by another; what was in force before that day stays so in
 * every answer about the past.
 */
@Component
class Retirement {

    private final VersionStore store;
    private final References references;
    private final Preconditions preconditions;
    private final Announcements announcements;
    private final Trail trail;
    private final RequestIds ids;
    private final Clock clock;

    Retirement(VersionStore store, References references, Preconditions preconditions, Announcements announcements,
            Trail trail, RequestIds ids, Clock clock) {
        this.store = store;
        this.references = references;
        this.preconditions = preconditions;
        this.announcements = announcements;
        this.trail = trail;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * The version with the proposal, which changes nothing yet.
     *
     * @param from the first day on which it is no longer in force; null for the day of the approval
     * @throws cn.publiccredit.support.problem.Problem 409 when other content names it, or its retirement is proposed already
     */
    StoredVersion propose(Kind kind, String code, @Nullable LocalDate from, String reason, @Nullable String ifMatch,
            Caller editor) {
        String name = Drafts.name(kind, code);
        String id = ids.next();
        day(from);
        StoredVersion version = published(kind, code);
        ProposedRetirement there = version.retirement();
        if (there != null) {
            return repeated(version, there, id);
        }
        preconditions.requirePublished(kind, code, ifMatch);
        requireUnneeded(kind, code);
        trail.allowed(editor, "catalog.retirement.propose", kind, code);
        Actor by = Actor.of(editor);
        StoredVersion proposed = store.propose(version, new ProposedRetirement(id, from, reason, by, clock.instant()),
                        new Event(Event.Action.RETIREMENT_PROPOSED, by, clock.instant(), null, reason))
                .orElseThrow(() -> CatalogProblem.RETIREMENT_EXISTS.with(name));
        requireNewest(proposed);
        return proposed;
    }

    /** Nobody could decide about a version that was followed by another while its retirement was being proposed. */
    private void requireNewest(StoredVersion proposed) {
        StoredVersion newest = Head.newestPublished(store.heads(proposed.kind(), proposed.code()))
                .flatMap(head -> store.find(proposed.kind(), proposed.code(), head.version())).orElse(proposed);
        if (newest.version() != proposed.version()) {
            store.lapse(newest, new Event(
                    Event.Action.RETIREMENT_LAPSED, newest.publisher().orElse(Actor.RELEASE), clock.instant(), null, null));
            throw CommonProblem.STALE.with();
        }
    }

    private static StoredVersion repeated(StoredVersion version, ProposedRetirement there, String id) {
        if (there.request().equals(id)) {
            return version;
        }
        throw CatalogProblem.RETIREMENT_EXISTS.with(Drafts.name(version.kind(), version.code()));
    }

    /** The version whose retirement is proposed. @throws cn.publiccredit.support.problem.Problem 404 when none is */
    StoredVersion require(Kind kind, String code) {
        return Head.newestPublished(store.heads(kind, code))
                .flatMap(head -> store.find(kind, code, head.version()))
                .filter(version -> version.retirement() != null)
                .orElseThrow(() -> CatalogProblem.RETIREMENT_UNKNOWN.with(Drafts.name(kind, code)));
    }

    /** Takes the proposal back. */
    void discard(Kind kind, String code, @Nullable String ifMatch, Caller caller) {
        StoredVersion version = require(kind, code);
        ProposedRetirement proposed = proposed(version, ifMatch);
        trail.allowed(caller, "catalog.retirement.discard", kind, code);
        if (!store.discard(version, proposed,
                new Event(Event.Action.RETIREMENT_DISCARDED, Actor.of(caller), clock.instant(), null, null))) {
            throw CommonProblem.STALE.with();
        }
    }

    /**
     * The retired version.
     *
     * @throws cn.publiccredit.support.problem.Problem 409 when the approver proposed it, or other content names it by now
     */
    StoredVersion approve(Kind kind, String code, @Nullable String ifMatch, Caller approver) {
        StoredVersion version = require(kind, code);
        ProposedRetirement proposed = proposed(version, ifMatch);
        if (proposed.by().id().equals(approver.id())) {
            trail.refused(approver, "catalog.retire", kind, code);
            throw CatalogProblem.FOUR_EYES.with(Drafts.name(kind, code));
        }
        LocalDate from = day(proposed.from());
        requireUnneeded(kind, code);
        announcements.announce();
        trail.allowed(approver, "catalog.retire", kind, code);
        StoredVersion retired = store.retire(version, proposed, from,
                        new Event(Event.Action.RETIRED, Actor.of(approver), clock.instant(), null, proposed.reason()))
                .orElseThrow(CommonProblem.STALE::with);
        announcements.announceLater();
        return retired;
    }

    private static ProposedRetirement proposed(StoredVersion version, @Nullable String ifMatch) {
        ProposedRetirement proposed = version.retirement();
        if (proposed == null) {
            throw CommonProblem.STALE.with();
        }
        Preconditions.require(proposed.tag(), ifMatch);
        return proposed;
    }

    private StoredVersion published(Kind kind, String code) {
        return Head.newestPublished(store.heads(kind, code))
                .filter(head -> head.state() == VersionState.PUBLISHED)
                .flatMap(head -> store.find(kind, code, head.version()))
                .orElseThrow(() -> CatalogProblem.NOT_PUBLISHED.with(Drafts.name(kind, code)));
    }

    private LocalDate day(@Nullable LocalDate from) {
        LocalDate today = LocalDate.now(clock);
        if (from != null && from.isBefore(today)) {
            throw CommonProblem.INVALID.with().violating("from", "not-before-today",
                    "停用日期不能早于今天（" + today + "），请更正；已提出的申请请撤回后重新提出。",
                    "from must not be before today (" + today + "); correct it, or discard the proposal and make a new one.");
        }
        return from == null ? today : from;
    }

    private void requireUnneeded(Kind kind, String code) {
        List<String> needing = references.to(kind, code);
        if (!needing.isEmpty()) {
            throw CatalogProblem.STILL_NEEDED.with(Drafts.name(kind, code), String.join(", ", needing));
        }
    }
}
