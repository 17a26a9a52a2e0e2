package cn.publiccredit.catalog.edition;

import cn.publiccredit.catalog.content.Actor;
import cn.publiccredit.catalog.content.Kind;
import cn.publiccredit.catalog.content.Piece;
import cn.publiccredit.support.work.Work;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A file that was read, found whole and waits for, or has got, its approval.
 *
 * @param pieces what the file changes, in an order in which each refers to earlier ones only
 * @param unchanged how many pieces of the file are published already
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
        Work work) {

    static final String COLLECTION = "edition_imports";

    EditionImport {
        pieces = List.copyOf(pieces);
    }

    /** Where the import stands. */
    enum State {
        STAGED,
        /** Approved; its versions are being written, and will be whatever dies meanwhile. */
        PUBLISHING,
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

    static EditionImport staged(
            String id, String edition, Actor editor, Instant at, List<StagedPiece> pieces, int unchanged) {
        return new EditionImport(id, 0, edition, State.STAGED, editor, at, null, null, pieces, unchanged, Work.none());
    }

    /** Whether this person has approved it already. */
    boolean wasApprovedBy(Actor person) {
        return (state == State.PUBLISHING || state == State.PUBLISHED) && approver != null
                && approver.id().equals(person.id());
    }

    /** What its versions carry as their origin. */
    String origin() {
        return "import " + id;
    }
}
