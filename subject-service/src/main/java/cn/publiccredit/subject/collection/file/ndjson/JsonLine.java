package cn.publiccredit.subject.collection.file.ndjson;

import cn.publiccredit.subject.collection.file.CellFlaw;
import cn.publiccredit.subject.collection.file.RowDefect;
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
    private static final Value NESTED = new Value("", CellFlaw.NESTED);

    private final JsonFactory factory;
    private final int mostNames;

    /**
     * Reads lines.
     *
     * @param longest characters that a line may have
     * @param mostNames names that it may hold, those of nested objects included
     */
    JsonLine(int longest, int mostNames) {
        this.factory = strict(longest);
        this.mostNames = mostNames;
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
    public record Value(String text, @Nullable CellFlaw flaw) {

        /** Whether nothing is said by it. */
        public boolean isBlank() {
            return flaw == null && text.isBlank();
        }
    }

    /** What a line holds. */
    sealed interface Content {

        /** One object's fields in their order. */
        record Fields(Map<String, Value> byName) implements Content {}

        /** Not exactly one object, or one of too many fields. */
        record Defective(RowDefect defect) implements Content {}
    }

    Content read(String line) {
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), line)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return new Content.Defective(RowDefect.JSON);
            }
            Map<String, Value> fields = fields(parser, mostNames);
            if (fields == null) {
                return new Content.Defective(RowDefect.ROW_TOO_LONG);
            }
            return parser.nextToken() == null ? new Content.Fields(fields) : new Content.Defective(RowDefect.JSON);
        } catch (JacksonException e) {
            return new Content.Defective(RowDefect.JSON);
        }
    }

    /**
     * The fields of the object that the parser has just entered, numbers as they were written; it is left at its end.
     *
     * @param most names that there may be, those of nested objects included: a parser that looks for doubles holds them all
     * @return null when there are more; the parser is left where that shows
     */
    public static @Nullable Map<String, Value> fields(JsonParser parser, int most) {
        Map<String, Value> fields = new LinkedHashMap<>();
        int left = most;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = Surrogates.paired(parser.currentName());
            left = passOver(parser, left - 1, parser.nextToken());
            if (left < 0) {
                return null;
            }
            fields.put(name, value(parser));
        }
        return fields;
    }

    /**
     * Passes over what is nested in a value.
     *
     * @param left how many names there may be in it
     * @param value the value's first token
     * @return how many there may be behind it; when it is negative there were too many, and the parser stands there
     */
    public static int passOver(JsonParser parser, int left, JsonToken value) {
        int rest = left;
        int depth = value.isStructStart() ? 1 : 0;
        while (depth > 0 && rest >= 0) {
            JsonToken token = parser.nextToken();
            if (token.isStructStart()) {
                depth++;
            } else if (token.isStructEnd()) {
                depth--;
            } else if (token == JsonToken.PROPERTY_NAME) {
                rest--;
            }
        }
        return rest;
    }

    private static Value value(JsonParser parser) {
        JsonToken token = parser.currentToken();
        if (token.isStructEnd()) {
            return NESTED;
        }
        return new Value(token == JsonToken.VALUE_NULL ? "" : Surrogates.paired(parser.getString()), null);
    }
}
