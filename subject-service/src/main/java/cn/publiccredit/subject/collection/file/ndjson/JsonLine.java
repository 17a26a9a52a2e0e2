package cn.publiccredit.subject.collection.file.ndjson;

import cn.publiccredit.subject.collection.file.CellFlaw;
import cn.publiccredit.subject.collection.file.Surrogates;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/** Reads one JSON object: its values as text, numbers as they were written. */
public final class JsonLine {

    private static final int DEEPEST = 20;

    private final JsonFactory factory;

    /** @param longest characters that a line may have */
    JsonLine(int longest) {
        this.factory = strict(longest);
    }

    /** Makes parsers that take nothing twice, nothing without bounds. @param longest characters that a text may have */
    public static JsonFactory strict(int longest) {
        return JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST).maxStringLength(longest).maxNameLength(1000).build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
    }

    /** A field's value; what is nested is not taken apart. */
    public record Value(String text, @Nullable CellFlaw flaw) {}

    /** The object's fields in their order; null when the line is not exactly one object. */
    @Nullable Map<String, Value> read(String line) {
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), line)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return null;
            }
            Map<String, Value> fields = fields(parser);
            return parser.nextToken() == null ? fields : null;
        } catch (JacksonException e) {
            return null;
        }
    }

    /** The fields of the object that the parser has just entered, numbers as they were written; it is left at its end. */
    public static Map<String, Value> fields(JsonParser parser) {
        Map<String, Value> fields = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = Surrogates.paired(parser.currentName());
            fields.put(name, value(parser));
        }
        return fields;
    }

    private static Value value(JsonParser parser) {
        JsonToken token = parser.nextToken();
        if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
            parser.skipChildren();
            return new Value("", CellFlaw.NESTED);
        }
        return new Value(token == JsonToken.VALUE_NULL ? "" : Surrogates.paired(parser.getString()), null);
    }
}
