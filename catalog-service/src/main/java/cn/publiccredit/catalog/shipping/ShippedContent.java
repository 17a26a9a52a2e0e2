package cn.publiccredit.catalog.shipping;

import cn.publiccredit.catalog.content.Canonical;
import cn.publiccredit.catalog.content.ContentType;
import cn.publiccredit.catalog.content.ContentTypes;
import cn.publiccredit.catalog.content.Faults;
import cn.publiccredit.catalog.content.Kind;
import cn.publiccredit.catalog.content.Piece;
import cn.publiccredit.catalog.content.PieceReader;
import cn.publiccredit.catalog.content.StoredVersion;
import cn.publiccredit.catalog.content.Succession;
import cn.publiccredit.support.problem.Violation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads the files under {@code catalog/} and checks all of them before any is published. */
final class ShippedContent {

    private final String root;
    private final ContentTypes types;
    private final List<String> broken = new ArrayList<>();
    private final Map<String, Piece<?>> pieces = new LinkedHashMap<>();

    private ShippedContent(String root, ContentTypes types) {
        this.root = root;
        this.types = types;
    }

    /**
     * Everything that is shipped under this resource location, in an order in which each refers to earlier kinds only, and
     * follows its own earlier versions.
     *
     * @param published what is published already; shipped content may refer to it
     * @throws ContentRefused naming every fault of every file
     */
    static List<Piece<?>> read(String root, ContentTypes types, ContentType.Known published) {
        ShippedContent content = new ShippedContent(root, types);
        Stream.of(Kind.values()).forEach(content::readFolder);
        content.check(published);
        if (!content.broken.isEmpty()) {
            throw new ContentRefused(content.broken);
        }
        return content.pieces.values().stream().<Piece<?>>map(piece -> piece)
                .sorted(Comparator.<Piece<?>, Kind>comparing(Piece::kind).thenComparingInt(piece -> piece.content().version()))
                .toList();
    }

    private void readFolder(Kind kind) {
        try {
            Resource[] files = new PathMatchingResourcePatternResolver().getResources(root + "/" + kind.path() + "/*.json");
            for (Resource file : files) {
                readFile(kind, file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void readFile(Kind kind, Resource file) throws IOException {
        String name = kind.path() + "/" + file.getFilename();
        try (InputStream stream = file.getInputStream()) {
            JsonNode tree = Canonical.STRICT.readTree(stream);
            Iterable<JsonNode> rows = tree.isArray() ? tree : List.of(tree);
            rows.forEach(row -> readPiece(kind, name, row));
        } catch (JacksonException e) {
            broken.add(name + ": " + e.getOriginalMessage());
        }
    }

    private void readPiece(Kind kind, String file, JsonNode json) {
        String at = file + ": " + json.path(kind.codeField()).asString("?");
        Faults faults = new Faults(at);
        int version = json.path("version").asInt(0);
        faults.unless(version > 0, "version", "required", "缺少版本号", "has no version number");
        PieceReader.read(types.of(kind), json, version, at, faults).ifPresent(piece -> {
            String id = StoredVersion.id(kind, piece.code(), version);
            faults.unless(pieces.putIfAbsent(id, piece) == null, "", "twice", id + " 重复", id + " is there twice");
        });
        note(faults.found());
    }

    private void check(ContentType.Known published) {
        Shipped known = new Shipped(pieces.values(), published);
        pieces.values().forEach(piece -> note(piece.faults(known)));
        pieces.values().forEach(this::checkSuccession);
    }

    private void checkSuccession(Piece<?> piece) {
        Piece<?> last = pieces.get(StoredVersion.id(piece.kind(), piece.code(), piece.content().version() - 1));
        if (last != null) {
            Faults faults = new Faults(piece.at());
            Succession.check(piece.content().effectiveFrom(), last.content().effectiveFrom(), faults);
            note(faults.found());
        }
    }

    private void note(List<Violation> faults) {
        faults.forEach(fault -> broken.add(fault.field() + " " + fault.zh() + " / " + fault.en()));
    }
}
