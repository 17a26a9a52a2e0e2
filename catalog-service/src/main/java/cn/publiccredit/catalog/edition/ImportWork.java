package cn.publiccredit.catalog.edition;

import cn.publiccredit.catalog.changes.Announcements;
import cn.publiccredit.catalog.content.Actor;
import cn.publiccredit.catalog.content.Canonical;
import cn.publiccredit.catalog.content.ContentTypes;
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
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Writes the versions of an approved import, each in one write. Killed in the middle, another replica goes on: a version
 * knows the import it came from, so none is written twice.
 */
@Component
class ImportWork implements Task {

    private final Imports imports;
    private final VersionStore versions;
    private final ContentTypes types;
    private final Announcements announcements;
    private final Clock clock;

    ImportWork(Imports imports, VersionStore versions, ContentTypes types, Announcements announcements, Clock clock) {
        this.imports = imports;
        this.versions = versions;
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
        for (EditionImport.StagedPiece piece : approved.pieces()) {
            lease.requireHeld();
            publish(piece, approved);
        }
        announcements.announce();
        imports.finished(id);
        return new Next.Done();
    }

    private void publish(EditionImport.StagedPiece staged, EditionImport approved) {
        boolean there = false;
        while (!there) {
            // One read answers both questions: a version that was added between two reads could be missed by one of them.
            List<Head> heads = versions.heads(staged.kind(), staged.code());
            there = heads.stream().anyMatch(head -> head.origin().equals(approved.origin()))
                    || versions.insert(version(staged, approved, next(heads)));
        }
    }

    private static int next(List<Head> heads) {
        return heads.stream().mapToInt(Head::version).max().orElse(0) + 1;
    }

    private StoredVersion version(EditionImport.StagedPiece staged, EditionImport approved, int number) {
        Faults faults = new Faults(staged.name());
        JsonNode json = Canonical.STRICT.readTree(staged.json());
        Piece<?> piece = PieceReader.read(types.of(staged.kind()), json, number, staged.name(), faults)
                .orElseThrow(() -> new IllegalStateException("staged content lost its shape: " + faults.found()));
        Actor approver = Objects.requireNonNull(approved.approver(), "an import that is published was approved");
        Instant now = clock.instant();
        return StoredVersion.published(piece, approved.origin(), List.of(
                new Event(Event.Action.OPENED, approved.editor(), approved.stagedAt(), staged.digest(), null),
                new Event(Event.Action.PUBLISHED, approver, now, null, null)), now);
    }
}
