package cn.publiccredit.catalog.edition;

import cn.publiccredit.catalog.content.Actor;
import cn.publiccredit.catalog.content.Canonical;
import cn.publiccredit.catalog.content.ContentTypes;
import cn.publiccredit.catalog.content.Contents;
import cn.publiccredit.catalog.content.Faults;
import cn.publiccredit.catalog.content.Head;
import cn.publiccredit.catalog.content.Kind;
import cn.publiccredit.catalog.content.Piece;
import cn.publiccredit.catalog.content.PieceReader;
import cn.publiccredit.catalog.content.VersionStore;
import cn.publiccredit.catalog.problem.CatalogProblem;
import cn.publiccredit.support.audit.Access;
import cn.publiccredit.support.audit.AuditTrail;
import cn.publiccredit.support.idempotency.RequestIds;
import cn.publiccredit.support.problem.CommonProblem;
import cn.publiccredit.support.problem.Problem;
import cn.publiccredit.support.problem.Violation;
import cn.publiccredit.support.security.Caller;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** One person imports a file, which is checked as a whole and staged; another approves it. */
@Component
class Importing {

    /** In bytes of UTF-8. An import is one document of the store, which takes no more than 16 MiB with all that is around its pieces. */
    private static final int LONGEST = 12 << 20;

    /** What is stored around the text of each piece, at most: its kind, code, base and digest. */
    private static final int AROUND = 256;

    private final Imports imports;
    private final VersionStore versions;
    private final Contents contents;
    private final ContentTypes types;
    private final Surroundings surroundings;
    private final AuditTrail audit;
    private final RequestIds ids;
    private final Clock clock;

    Importing(Imports imports, VersionStore versions, Contents contents, ContentTypes types,
            Surroundings surroundings, AuditTrail audit, RequestIds ids, Clock clock) {
        this.imports = imports;
        this.versions = versions;
        this.contents = contents;
        this.types = types;
        this.surroundings = surroundings;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** Stages what the file changes; nothing is published. @throws Problem 422 naming all that is wrong, with nothing stored */
    EditionImport stage(JsonNode file, Caller editor) {
        FileCheck.Result result = new FileCheck(types, contents.known(), this::base).check(file);
        List<Piece<?>> pieces = result.pieces().stream().filter(piece -> !saysTheSame(piece)).toList();
        List<Violation> faults = new ArrayList<>(result.faults());
        faults.addAll(surroundings.faults(pieces));
        if (!faults.isEmpty()) {
            throw CatalogProblem.CONTENT_INVALID.with().violating(faults);
        }
        List<EditionImport.StagedPiece> changed = pieces.stream().map(EditionImport.StagedPiece::of).toList();
        if (changed.isEmpty()) {
            throw CatalogProblem.IMPORT_UNCHANGED.with();
        }
        if (pieces.stream().anyMatch(Piece::isTooLong) || pieces.stream().mapToLong(Importing::stored).sum() > LONGEST) {
            throw CommonProblem.TOO_LARGE.with();
        }
        String id = ids.next();
        audit.record(Access.allowed(editor, "catalog.import.stage").target(id));
        return imports.add(EditionImport.staged(id, result.edition(), Actor.of(editor), clock.instant(), changed,
                result.pieces().size() - changed.size()));
    }

    private static long stored(Piece<?> piece) {
        return AROUND + (long) piece.bytes();
    }

    /** Whether the version in force, as an export has it, or the newest published one says what the piece says. */
    private boolean saysTheSame(Piece<?> piece) {
        LocalDate today = LocalDate.now(clock);
        List<Head> heads = versions.heads(piece.kind(), piece.code());
        return Stream.concat(Head.inForce(heads, today).stream(), Head.newestPublished(heads).stream())
                .anyMatch(head -> !head.isRetiredOn(today) && head.digest().equals(digest(piece, head.version())));
    }

    /** The piece's digest if it were this version. */
    private String digest(Piece<?> piece, int version) {
        JsonNode json = Canonical.STRICT.readTree(piece.json());
        return PieceReader.read(types.of(piece.kind()), json, version, piece.at(), new Faults(piece.at()))
                .map(Piece::digest).orElse("");
    }

    private int base(Kind kind, String code) {
        return Head.newestPublished(versions.heads(kind, code)).map(Head::version).orElse(0);
    }

    /** Approves it: one write, after which its versions will be published whatever dies. */
    EditionImport approve(EditionImport staged, Caller approver) {
        if (staged.editor().id().equals(approver.id())) {
            audit.record(Access.refused(approver, "catalog.import.publish").target(staged.id()));
            throw CatalogProblem.FOUR_EYES.with(staged.origin());
        }
        requireStaged(staged);
        List<Violation> outdated = new ArrayList<>(surroundings.faultsByNow(staged.pieces()));
        staged.pieces().stream().filter(piece -> base(piece.kind(), piece.code()) != piece.base()).forEach(piece ->
                outdated.add(new Violation(piece.name(), "outdated",
                        piece.name() + " 在导入后又发布了新版本，请在最新内容上重新导入。",
                        "A newer version of " + piece.name() + " was published since; import again on the latest content.")));
        if (!outdated.isEmpty()) {
            throw CatalogProblem.IMPORT_OUTDATED.with().violating(outdated);
        }
        audit.record(Access.allowed(approver, "catalog.import.publish").target(staged.id()));
        return imports.approve(staged, Actor.of(approver), clock.instant()).orElseThrow(CommonProblem.STALE::with);
    }

    /** Takes it back; nothing of it was published. */
    EditionImport withdraw(EditionImport staged, Caller caller) {
        requireStaged(staged);
        audit.record(Access.allowed(caller, "catalog.import.withdraw").target(staged.id()));
        return imports.withdraw(staged, Actor.of(caller), clock.instant()).orElseThrow(CommonProblem.STALE::with);
    }

    private static void requireStaged(EditionImport staged) {
        if (staged.state() != EditionImport.State.STAGED) {
            throw CatalogProblem.IMPORT_DECIDED.with(staged.state().name());
        }
    }
}
