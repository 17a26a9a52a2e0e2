package cn.publiccredit.catalog.edition;

import cn.publiccredit.catalog.changes.Announcements;
import cn.publiccredit.catalog.content.Actor;
import cn.publiccredit.catalog.content.Canonical;
import cn.publiccredit.catalog.content.ContentType;
import cn.publiccredit.catalog.content.ContentTypes;
import cn.publiccredit.catalog.content.Contents;
import cn.publiccredit.catalog.content.Event;
import cn.publiccredit.catalog.content.Faults;
import cn.publiccredit.catalog.content.Head;
import cn.publiccredit.catalog.content.Piece;
import cn.publiccredit.catalog.content.PieceReader;
import cn.publiccredit.catalog.content.StoredVersion;
import cn.publiccredit.catalog.content.VersionStore;
import cn.publiccredit.support.work.Lease;
import cn.publiccredit.support.work.Task;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Writes the versions of an approved import, each in one write. Killed in the middle, another replica goes on: a version
 * knows the import it came from, so none is written twice.
 *
 * <p>A version takes the number after the one that its piece was compared with, and no other: what somebody published since
 * the approval has that number, and stays. Such a piece is stopped, and the import says so.
 */
@Component
class ImportWork implements Task {

    private static final Logger log = LoggerFactory.getLogger(ImportWork.class);

    private final Imports imports;
    private final VersionStore versions;
    private final Contents contents;
    private final ContentTypes types;
    private final Announcements announcements;
    private final Clock clock;

    ImportWork(Imports imports, VersionStore versions, Contents contents, ContentTypes types, Announcements announcements,
            Clock clock) {
        this.imports = imports;
        this.versions = versions;
        this.contents = contents;
        this.types = types;
        this.announcements = announcements;
        this.clock = clock;
    }

    @Override
    public Next run(String id, Lease lease) {
        EditionImport approved = imports.find(id).orElse(null);
        if (approved == null || approved.state() != EditionImport.State.PUBLISHING) {
            return new Next.Done();
        }
        announcements.announce();
        publishAll(approved, lease);
        announcements.announce();
        imports.finished(id);
        return new Next.Done();
    }

    private void publishAll(EditionImport approved, Lease lease) {
        Map<EditionImport.StagedPiece, Piece<?>> going = new LinkedHashMap<>();
        approved.pieces().stream().filter(staged -> approved.whyStopped(staged).isEmpty())
                .forEach(staged -> going.put(staged, piece(staged)));
        ContentType.Known published = contents.known();
        ContentType.Known known = published.with(going.values());
        for (EditionImport.StagedPiece staged : approved.pieces()) {
            Piece<?> piece = going.get(staged);
            if (piece != null) {
                lease.requireHeld();
                EditionImport.Why why = publish(staged, piece, known, approved).orElse(null);
                if (why != null) {
                    stop(approved, staged, why);
                    going.remove(staged);
                    known = published.with(going.values());
                }
            }
        }
    }

    private void stop(EditionImport approved, EditionImport.StagedPiece staged, EditionImport.Why why) {
        log.warn("{} of {} is not published: {}", staged.name(), approved.origin(), why);
        imports.stopped(approved.id(), new EditionImport.Stopped(staged.name(), why));
    }

    /** Why it is not published; empty when it is. */
    private Optional<EditionImport.Why> publish(EditionImport.StagedPiece staged, Piece<?> piece, ContentType.Known known,
            EditionImport approved) {
        List<Head> heads = versions.heads(staged.kind(), staged.code());
        if (isThere(heads, approved)) {
            return Optional.empty();
        }
        if (Head.newestPublished(heads).map(Head::version).orElse(0) != staged.base()) {
            return Optional.of(EditionImport.Why.OVERTAKEN);
        }
        if (!piece.faults(known).isEmpty()) {
            return Optional.of(EditionImport.Why.GROUND_GONE);
        }
        // Where the number is taken meanwhile, it is by another replica with this very import, or by somebody else.
        boolean there = versions.insert(version(staged, piece, approved))
                || isThere(versions.heads(staged.kind(), staged.code()), approved);
        return there ? Optional.empty() : Optional.of(EditionImport.Why.OVERTAKEN);
    }

    private static boolean isThere(List<Head> heads, EditionImport approved) {
        return heads.stream().anyMatch(head -> head.origin().equals(approved.origin()));
    }

    private Piece<?> piece(EditionImport.StagedPiece staged) {
        Faults faults = new Faults(staged.name());
        JsonNode json = Canonical.STRICT.readTree(staged.json());
        return PieceReader.read(types.of(staged.kind()), json, staged.base() + 1, staged.name(), faults)
                .orElseThrow(() -> new IllegalStateException("staged content lost its shape: " + faults.found()));
    }

    private StoredVersion version(EditionImport.StagedPiece staged, Piece<?> piece, EditionImport approved) {
        Actor approver = Objects.requireNonNull(approved.approver(), "an import that is published was approved");
        Instant now = clock.instant();
        return StoredVersion.published(piece, approved.origin(), List.of(
                new Event(Event.Action.OPENED, approved.editor(), approved.stagedAt(), staged.digest(), null),
                new Event(Event.Action.PUBLISHED, approver, now, null, null)), now);
    }
}
