package cn.publiccredit.catalog.edition;

import cn.publiccredit.catalog.content.Kind;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An import as answers show it.
 *
 * @param unchanged how many pieces of the file were published already
 * @param pieces what it changes
 */
record ImportView(
        String id,
        String edition,
        EditionImport.State state,
        String editor,
        Instant stagedAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        int unchanged,
        List<Changed> pieces,
        Progress progress) {

    /**
     * A piece that it changes.
     *
     * @param base the version it was compared with, 0 for a new code
     * @param stopped why it was not published although the import was approved; null unless that is so
     */
    record Changed(Kind kind, String code, int base, EditionImport.@Nullable Why stopped) {}

    /** How many of its versions are written, and how many never will be. */
    record Progress(int done, int stopped, int total) {}

    static ImportView of(EditionImport shown, int done) {
        return new ImportView(shown.id(), shown.edition(), shown.state(), shown.editor().name(), shown.stagedAt(),
                shown.approver() == null ? null : shown.approver().name(), shown.decidedAt(), shown.unchanged(),
                shown.pieces().stream().map(piece -> changed(shown, piece)).toList(),
                new Progress(done, shown.stopped().size(), shown.pieces().size()));
    }

    private static Changed changed(EditionImport shown, EditionImport.StagedPiece piece) {
        return new Changed(piece.kind(), piece.code(), piece.base(), shown.whyStopped(piece).orElse(null));
    }
}
