package cn.publiccredit.catalog.edition;

import cn.publiccredit.catalog.content.Canonical;
import cn.publiccredit.catalog.content.ContentType;
import cn.publiccredit.catalog.content.ContentTypes;
import cn.publiccredit.catalog.content.Contents;
import cn.publiccredit.catalog.content.Faults;
import cn.publiccredit.catalog.content.Head;
import cn.publiccredit.catalog.content.Piece;
import cn.publiccredit.catalog.content.PieceReader;
import cn.publiccredit.catalog.content.References;
import cn.publiccredit.catalog.content.Succession;
import cn.publiccredit.catalog.content.VersionStore;
import cn.publiccredit.support.problem.Violation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/** Compares what an import changes with what is published beside it: a file may be whole in itself and still break the rest. */
@Component
class Surroundings {

    private final ContentTypes types;
    private final Contents contents;
    private final VersionStore versions;
    private final References references;
    private final Succession succession;

    Surroundings(ContentTypes types, Contents contents, VersionStore versions, References references,
            Succession succession) {
        this.types = types;
        this.contents = contents;
        this.versions = versions;
        this.references = references;
        this.succession = succession;
    }

    /** What the changed pieces, all together, would break outside the file, or begin too early, or pass by. */
    List<Violation> faults(Collection<Piece<?>> changed) {
        List<Violation> found = new ArrayList<>();
        for (Piece<?> piece : changed) {
            Faults own = new Faults(piece.at());
            List<Head> heads = versions.heads(piece.kind(), piece.code());
            succession.check(piece, heads, own);
            own.unless(heads.stream().noneMatch(Head::isDraft), "", "draft-open",
                    piece.name() + " 有未发布的草稿，请先发布或撤回。",
                    "There is an open draft of " + piece.name() + "; publish or discard it first.");
            found.addAll(own.found());
        }
        found.addAll(references.brokenBy(changed));
        return found;
    }

    /** The same of pieces that were staged some time ago, and whether what they refer to is there still. */
    List<Violation> faultsByNow(List<EditionImport.StagedPiece> staged) {
        List<Piece<?>> pieces = staged.stream().<Piece<?>>map(this::piece).toList();
        ContentType.Known known = contents.known().with(pieces);
        List<Violation> found = new ArrayList<>();
        pieces.forEach(piece -> found.addAll(piece.faults(known)));
        found.addAll(faults(pieces));
        return found;
    }

    private Piece<?> piece(EditionImport.StagedPiece staged) {
        Faults faults = new Faults(staged.name());
        return PieceReader.read(types.of(staged.kind()), Canonical.STRICT.readTree(staged.json()), staged.base() + 1,
                        staged.name(), faults)
                .orElseThrow(() -> new IllegalStateException("staged content lost its shape: " + faults.found()));
    }
}
