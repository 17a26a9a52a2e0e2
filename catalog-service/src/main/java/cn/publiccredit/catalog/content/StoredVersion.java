package cn.publiccredit.catalog.content;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * One version as it is stored, one document each; every change of its state is one write of this document.
 *
 * @param id kind, code and version, such as {@code items/CF@1}
 * @param retiredFrom the first day it is no longer in force; null unless it is retired
 * @param origin where it came from: a file, an import or {@code draft}
 * @param opening id of the request that opened it, so that a repeated request finds what it made
 * @param revision counts the changes of a draft
 * @param digest what the content says, see {@link Canonical#digest}
 * @param json the content
 * @param announcePublished when it was published, until that is in the feed of changes; then null
 * @param announceRetired when it was retired, until that is in the feed; then null
 * @param retirement what waits for its approval; null where nothing does
 */
@Document(StoredVersion.COLLECTION)
public record StoredVersion(
        @Id String id,
        Kind kind,
        String code,
        int version,
        VersionState state,
        String edition,
        LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        @Nullable LocalDate retiredFrom,
        String origin,
        @Nullable String opening,
        int revision,
        String digest,
        String json,
        List<Event> events,
        @Nullable Instant announcePublished,
        @Nullable Instant announceRetired,
        @Nullable ProposedRetirement retirement) {

    public static final String COLLECTION = "catalogue_versions";

    public StoredVersion {
        events = List.copyOf(events);
    }

    public static String id(Kind kind, String code, int version) {
        return kind.path() + "/" + code + "@" + version;
    }

    /** A draft that somebody opened. */
    public static StoredVersion draft(Piece<?> piece, String opening, Event opened) {
        return of(piece, VersionState.DRAFT, "draft", opening, List.of(opened), null);
    }

    /** A version that is published as it is written, because what was decided about it stands elsewhere. */
    public static StoredVersion published(Piece<?> piece, String origin, List<Event> events, Instant at) {
        return of(piece, VersionState.PUBLISHED, origin, null, events, at);
    }

    private static StoredVersion of(Piece<?> piece, VersionState state, String origin,
            @Nullable String opening, List<Event> events, @Nullable Instant publishedAt) {
        Versioned content = piece.content();
        return new StoredVersion(id(piece.kind(), piece.code(), content.version()), piece.kind(), piece.code(),
                content.version(), state, content.edition(), content.effectiveFrom(), content.effectiveTo(), null, origin,
                opening, 0, piece.digest(), piece.json(), events, publishedAt, null, null);
    }

    /** Whether this person had a hand in the draft. */
    public boolean wasEditedBy(Actor person) {
        return events.stream().anyMatch(event -> event.action().isEditing() && event.actor().id().equals(person.id()));
    }

    /** Who refused the draft, when and why; empty once an editor has changed it since. */
    public Optional<Event> refusal() {
        return Optional.of(events.getLast()).filter(event -> event.action() == Event.Action.REFUSED);
    }

    /** Who published it; empty for drafts. */
    public Optional<Actor> publisher() {
        return events.stream().filter(event -> event.action() == Event.Action.PUBLISHED).map(Event::actor).findFirst();
    }

    /** The tag by which a change of the draft is tied to what its author has read. */
    public String tag() {
        return "\"" + version + "-" + revision + "-" + digest.substring(0, 12) + "\"";
    }
}
