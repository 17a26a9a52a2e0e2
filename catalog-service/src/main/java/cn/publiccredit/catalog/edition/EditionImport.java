package cn.publiccredit.catalog.edition;

import cn.publiccredit.catalog.content.Actor;
import cn.publiccredit.catalog.content.Kind;
import cn.publiccredit.catalog.content.Piece;
import cn.publiccredit.support.work.Work;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A file that was read, found whole and waits for, or has got, its approval.
 *
 * @param pieces what the file changes, in an order in which each refers to earlier ones only
 * @param unchanged how many pieces of the file are published already
 * @param stopped which pieces were not published although the import was approved
 * @param work due while approved pieces have still to be published
 */
@Document(EditionImport.COLLECTION)
record EditionImport(
        @Id String id,
        long version,
        String edition,
        State state,
        Actor editor,
        Instant stagedAt,
        @Nullable Actor approver,
        @Nullable Instant decidedAt,
        List<StagedPiece> pieces,
        int unchanged,
        List<Stopped> stopped,
        Work work) {

    static final String COLLECTION = "edition_imports";

    EditionImport {
        pieces = List.copyOf(pieces);
        stopped = stopped == null ? List.of() : List.copyOf(stopped);
    }

    /** Where the import stands. */
    enum State {
        STAGED,
        /** Approved; its versions are being written, and will be whatever dies meanwhile. */
        PUBLISHING,
        /** All its versions are written, but those of pieces that were stopped. */
        PUBLISHED,
        WITHDRAWN
    }

    /**
     * One piece that the file changes.
     *
     * @param base the newest published version that it was compared with; 0 for a new code
     */
    record StagedPiece(Kind kind, String code, int base, String digest, String json) {

        static StagedPiece of(Piece<?> piece) {
            return new StagedPiece(piece.kind(), piece.code(), piece.content().version() - 1, piece.digest(), piece.json());
        }

        String name() {
            return kind.path() + "/" + code;
        }
    }

    /** A piece that was not published, by its name, and why. */
    record Stopped(String piece, Why why) {}

    /** Why a piece of an approved import is not published. */
    enum Why {
        /** Somebody published or began a version of this code after the approval; the import does not undo that. */
        OVERTAKEN,
        /** What it refers to is not there any more, such as a piece that was stopped. */
        GROUND_GONE
    }

    static EditionImport staged(
            String id, String edition, Actor editor, Instant at, List<StagedPiece> pieces, int unchanged) {
        return new EditionImport(id, 0, edition, State.STAGED, editor, at, null, null, pieces, unchanged,
                List.of(), Work.none());
    }

    /** Whether this person has approved it already. */
    boolean wasApprovedBy(Actor person) {
        return (state == State.PUBLISHING || state == State.PUBLISHED) && approver != null
                && approver.id().equals(person.id());
    }

    /** Why this piece is not published; empty unless it was stopped. */
    Optional<Why> whyStopped(StagedPiece piece) {
        return stopped.stream().filter(stop -> stop.piece().equals(piece.name())).map(Stopped::why).findFirst();
    }

    /** What its versions carry as their origin. */
    String origin() {
        return "import " + id;
    }
}
