package cn.publiccredit.catalog.content;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the files under {@code catalog/} and checks all of them before any is published. */
final class ShippedContent {

    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final String root;
    private final List<ContentType<?>> types;
    private final List<String> broken = new ArrayList<>();
    private final List<Piece<?>> pieces = new ArrayList<>();

    private ShippedContent(String root, List<ContentType<?>> types) {
        this.root = root;
        this.types = types;
    }

    /**
     * Everything that is shipped under this resource location.
     *
     * @throws ContentRefused naming every fault of every file
     */
    static List<PublishedVersion> read(String root, List<ContentType<?>> types) {
        ShippedContent content = new ShippedContent(root, types);
        content.types.forEach(content::readFolder);
        content.check();
        if (!content.broken.isEmpty()) {
            throw new ContentRefused(content.broken);
        }
        return content.pieces.stream().map(Piece::published).toList();
    }

    private <T extends Versioned> void readFolder(ContentType<T> type) {
        try {
            Resource[] files = new PathMatchingResourcePatternResolver()
                    .getResources(root + "/" + type.folder() + "/*.json");
            for (Resource file : files) {
                readFile(type, file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T extends Versioned> void readFile(ContentType<T> type, Resource file) throws IOException {
        String name = type.folder() + "/" + file.getFilename();
        try (InputStream stream = file.getInputStream()) {
            JsonNode tree = STRICT.readTree(stream);
            Iterable<JsonNode> rows = tree.isArray() ? tree : List.of(tree);
            for (JsonNode row : rows) {
                readPiece(type, name, row);
            }
        } catch (JacksonException e) {
            broken.add(name + ": " + e.getOriginalMessage());
        }
    }

    private <T extends Versioned> void readPiece(ContentType<T> type, String file, JsonNode json) {
        try {
            pieces.add(new Piece<>(type, file, STRICT.treeToValue(json, type.shape()), json));
        } catch (JacksonException e) {
            broken.add(file + ": " + e.getOriginalMessage());
        }
    }

    private void check() {
        Set<String> ids = new HashSet<>();
        Set<String> codes = new HashSet<>();
        for (Piece<?> piece : pieces) {
            codes.add(piece.type().folder() + "/" + piece.content().code());
            if (!ids.add(piece.id())) {
                broken.add(piece.file() + ": " + piece.id() + " is there twice");
            }
        }
        ContentType.Known known = (folder, code) -> codes.contains(folder + "/" + code);
        pieces.forEach(piece -> broken.addAll(piece.broken(known)));
    }

    private record Piece<T extends Versioned>(ContentType<T> type, String file, T content, JsonNode json) {

        String id() {
            return PublishedVersion.id(type.folder(), content.code(), content.version());
        }

        List<String> broken(ContentType.Known known) {
            return type.rules().broken(content, known).stream().map(fault -> file + ": " + id() + " " + fault).toList();
        }

        PublishedVersion published() {
            return PublishedVersion.of(id(), file, json);
        }
    }
}
