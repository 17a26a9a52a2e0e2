package cn.publiccredit.catalog.editing;

import cn.publiccredit.catalog.changes.Announcements;
import cn.publiccredit.catalog.content.Actor;
import cn.publiccredit.catalog.content.Event;
import cn.publiccredit.catalog.content.Head;
import cn.publiccredit.catalog.content.Kind;
import cn.publiccredit.catalog.content.StoredVersion;
import cn.publiccredit.catalog.content.VersionState;
import cn.publiccredit.catalog.content.VersionStore;
import cn.publiccredit.catalog.problem.CatalogProblem;
import cn.publiccredit.support.problem.CommonProblem;
import cn.publiccredit.support.security.Caller;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A second person publishes a draft, or refuses it. */
@Component
class Publishing {

    private static final String ACTION = "catalog.publish";
    private static final String REFUSAL = "catalog.draft.refuse";

    private final VersionStore store;
    private final Drafts drafts;
    private final Checking checking;
    private final Preconditions preconditions;
    private final Announcements announcements;
    private final Trail trail;
    private final Clock clock;

    Publishing(VersionStore store, Drafts drafts, Checking checking, Preconditions preconditions,
            Announcements announcements, Trail trail, Clock clock) {
        this.store = store;
        this.drafts = drafts;
        this.checking = checking;
        this.preconditions = preconditions;
        this.announcements = announcements;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * The published version; asked again with the same tag by the same person, the version that is published already.
     *
     * @throws cn.publiccredit.support.problem.Problem 409 when the approver edited it, 412 when it was changed meanwhile
     */
    StoredVersion publish(Kind kind, String code, @Nullable String ifMatch, @Nullable String reason, Caller approver) {
        Optional<StoredVersion> done = publishedBy(kind, code, ifMatch, Actor.of(approver));
        if (done.isPresent()) {
            return done.get();
        }
        StoredVersion draft = decidable(kind, code, ifMatch, ACTION, approver);
        requireNotRefused(draft);
        Head.newestPublished(store.heads(kind, code)).filter(head -> head.version() > draft.version()).ifPresent(head -> {
            throw CatalogProblem.DRAFT_OVERTAKEN.with(Drafts.name(kind, code), Integer.toString(head.version()));
        });
        checking.stillHolds(draft);
        announcements.announce();
        trail.allowed(approver, ACTION, kind, code);
        StoredVersion published = store.publish(draft,
                        new Event(Event.Action.PUBLISHED, Actor.of(approver), clock.instant(), null, reason))
                .orElseThrow(CommonProblem.STALE::with);
        announcements.announceLater();
        return published;
    }

    /**
     * Gives the draft back to its editors, with the reason. It is decided about again when one of them has changed it.
     *
     * @throws cn.publiccredit.support.problem.Problem 409 when the approver edited it or it is refused already
     */
    StoredVersion refuse(Kind kind, String code, @Nullable String ifMatch, String reason, Caller approver) {
        StoredVersion draft = decidable(kind, code, ifMatch, REFUSAL, approver);
        requireNotRefused(draft);
        trail.allowed(approver, REFUSAL, kind, code);
        return store.refuse(draft, new Event(Event.Action.REFUSED, Actor.of(approver), clock.instant(), null, reason))
                .orElseThrow(CommonProblem.STALE::with);
    }

    /** The draft as the approver has read it, who had no hand in it. */
    private StoredVersion decidable(Kind kind, String code, @Nullable String ifMatch, String action, Caller approver) {
        StoredVersion draft = drafts.require(kind, code);
        preconditions.require(draft, ifMatch);
        if (draft.wasEditedBy(Actor.of(approver))) {
            trail.refused(approver, action, kind, code);
            throw CatalogProblem.FOUR_EYES.with(Drafts.name(kind, code));
        }
        return draft;
    }

    private static void requireNotRefused(StoredVersion draft) {
        draft.refusal().ifPresent(refused -> {
            throw CatalogProblem.DRAFT_REFUSED.with(Drafts.name(draft.kind(), draft.code()), refused.actor().name());
        });
    }

    private Optional<StoredVersion> publishedBy(Kind kind, String code, @Nullable String ifMatch, Actor approver) {
        return Head.newestPublished(store.heads(kind, code))
                .filter(head -> head.state() == VersionState.PUBLISHED)
                .flatMap(head -> store.find(kind, code, head.version()))
                .filter(version -> version.tag().equals(ifMatch) && version.publisher().equals(Optional.of(approver)));
    }
}
