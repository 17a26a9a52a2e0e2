package cn.publiccredit.catalog.editing;

import cn.publiccredit.catalog.content.Canonical;
import cn.publiccredit.catalog.content.ContentTypes;
import cn.publiccredit.catalog.content.Contents;
import cn.publiccredit.catalog.content.Faults;
import cn.publiccredit.catalog.content.Kind;
import cn.publiccredit.catalog.content.Piece;
import cn.publiccredit.catalog.content.PieceReader;
import cn.publiccredit.catalog.content.References;
import cn.publiccredit.catalog.content.StoredVersion;
import cn.publiccredit.catalog.content.Succession;
import cn.publiccredit.catalog.problem.CatalogProblem;
import cn.publiccredit.support.problem.CommonProblem;
import cn.publiccredit.support.problem.Problem;
import cn.publiccredit.support.problem.Violation;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Lets only content through that keeps every rule. */
@Component
class Checking {

    private final ContentTypes types;
    private final Contents contents;
    private final References references;
    private final Succession succession;

    Checking(ContentTypes types, Contents contents, References references, Succession succession) {
        this.types = types;
        this.contents = contents;
        this.references = references;
        this.succession = succession;
    }

    /** The content as a piece. @throws Problem 422 naming everything that is wrong */
    Piece<?> checked(Kind kind, JsonNode body, int version) {
        Faults faults = new Faults("");
        Piece<?> piece = PieceReader.read(types.of(kind), body, version, "", faults).orElse(null);
        if (piece == null) {
            throw CatalogProblem.CONTENT_INVALID.with().violating(faults.found());
        }
        if (piece.isTooLong()) {
            throw CommonProblem.TOO_LARGE.with();
        }
        piece.check(contents.known().with(List.of(piece)), faults);
        succession.check(piece, faults);
        List<Violation> all = new ArrayList<>(faults.found());
        all.addAll(references.brokenBy(List.of(piece)));
        if (!all.isEmpty()) {
            throw CatalogProblem.CONTENT_INVALID.with().violating(all);
        }
        return piece;
    }

    /** Checks a draft again, because other content may have changed since, and its first day may be past. */
    void stillHolds(StoredVersion draft) {
        checked(draft.kind(), Canonical.STRICT.readTree(draft.json()), draft.version());
    }
}
