package cn.publiccredit.catalog.content;

import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads JSON into pieces of content; what the mechanism itself decides is not taken from outside. */
public final class PieceReader {

    /** Fields of answers that say where a version stands; sent back, they are passed over. */
    private static final Set<String> DECIDED_HERE = Set.of("version", "status", "retiredFrom");

    private PieceReader() {}

    /**
     * The piece with this version number; empty when it has not the shape of its kind.
     *
     * @param faults gets every missing, unknown and wrong field
     */
    public static Optional<Piece<?>> read(ContentType<?> type, JsonNode json, int version, String at, Faults faults) {
        if (!(json instanceof ObjectNode object)) {
            faults.add("", "wrong-value", "内容应为一个 JSON 对象，请更正。", "The content must be a JSON object; correct it.");
            return Optional.empty();
        }
        ObjectNode own = object.deepCopy();
        own.remove(DECIDED_HERE);
        own.put("version", version);
        return shaped(type, own, at, faults);
    }

    private static <T extends Versioned> Optional<Piece<?>> shaped(
            ContentType<T> type, ObjectNode json, String at, Faults faults) {
        int before = faults.found().size();
        new ShapeCheck(faults).check(json, type.shape());
        if (faults.found().size() > before) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Piece<>(type, at, Canonical.STRICT.treeToValue(json, type.shape()), Canonical.text(json)));
        } catch (JacksonException e) {
            faults.add("", "wrong-value", "内容无法识别，请按接口文档更正。", "The content cannot be read; see the API document.");
            return Optional.empty();
        }
    }
}
