package cn.publiccredit.catalog.editing;

import cn.publiccredit.catalog.content.Actor;
import cn.publiccredit.catalog.content.Event;
import cn.publiccredit.catalog.content.Head;
import cn.publiccredit.catalog.content.Kind;
import cn.publiccredit.catalog.content.Piece;
import cn.publiccredit.catalog.content.StoredVersion;
import cn.publiccredit.catalog.content.VersionStore;
import cn.publiccredit.catalog.problem.CatalogProblem;
import cn.publiccredit.support.idempotency.RequestIds;
import cn.publiccredit.support.problem.CommonProblem;
import cn.publiccredit.support.problem.Problem;
import cn.publiccredit.support.security.Caller;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Opens, changes and discards drafts: the next version of a code, at most one at a time. */
@Component
class Drafts {

    private final VersionStore store;
    private final Checking checking;
    private final Preconditions preconditions;
    private final Trail trail;
    private final RequestIds ids;
    private final Clock clock;

    Drafts(VersionStore store, Checking checking, Preconditions preconditions, Trail trail, RequestIds ids, Clock clock) {
        this.store = store;
        this.checking = checking;
        this.preconditions = preconditions;
        this.trail = trail;
        this.ids = ids;
        this.clock = clock;
    }

    /** The draft of this code. @throws Problem 404 when there is none */
    StoredVersion require(Kind kind, String code) {
        return store.draft(kind, code).orElseThrow(() -> CatalogProblem.DRAFT_UNKNOWN.with(name(kind, code)));
    }

    /** Opens the draft of a new code, or of the next version of one. @throws Problem 409 when there is a draft already */
    StoredVersion open(Kind kind, JsonNode body, Caller editor) {
        String opening = ids.next();
        String code = body.path(kind.codeField()).asString("");
        List<Head> versions = code.isEmpty() ? List.of() : store.heads(kind, code);
        Piece<?> piece = checking.checked(kind, body, next(versions));
        StoredVersion there = store.draft(kind, code).orElse(null);
        if (there != null) {
            return opened(there, opening);
        }
        trail.allowed(editor, "catalog.draft.open", kind, code);
        StoredVersion draft = StoredVersion.draft(piece, opening, event(Event.Action.OPENED, editor, piece));
        return store.insert(draft) ? draft : opened(require(kind, code), opening);
    }

    private static StoredVersion opened(StoredVersion there, String opening) {
        if (opening.equals(there.opening())) {
            return there;
        }
        throw CatalogProblem.DRAFT_EXISTS.with(name(there.kind(), there.code()), Integer.toString(there.version()));
    }

    /** Replaces the draft's content; with no draft yet, opens one on the version that the caller has read. */
    StoredVersion change(Kind kind, String code, JsonNode body, @Nullable String ifMatch, @Nullable String ifNoneMatch,
            Caller editor) {
        JsonNode content = Bodies.ofCode(kind, code, body);
        StoredVersion draft = store.draft(kind, code).orElse(null);
        if (draft == null) {
            preconditions.requireAbsentDraft(kind, code, ifMatch, ifNoneMatch);
            return open(kind, content, editor);
        }
        preconditions.require(draft, ifMatch);
        Piece<?> piece = checking.checked(kind, content, draft.version());
        trail.allowed(editor, "catalog.draft.change", kind, code);
        return store.change(draft, piece, event(Event.Action.CHANGED, editor, piece)).orElseThrow(CommonProblem.STALE::with);
    }

    /** Takes the draft back as if it had never been. */
    void discard(Kind kind, String code, @Nullable String ifMatch, Caller editor) {
        StoredVersion draft = require(kind, code);
        preconditions.require(draft, ifMatch);
        trail.allowed(editor, "catalog.draft.discard", kind, code);
        if (!store.discard(draft)) {
            throw CommonProblem.STALE.with();
        }
    }

    private Event event(Event.Action action, Caller editor, Piece<?> piece) {
        return new Event(action, Actor.of(editor), clock.instant(), piece.digest(), null);
    }

    private static int next(List<Head> versions) {
        return versions.stream().mapToInt(Head::version).max().orElse(0) + 1;
    }

    static String name(Kind kind, String code) {
        return kind.path() + "/" + code;
    }
}
