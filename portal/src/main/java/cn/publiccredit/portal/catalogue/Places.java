package cn.publiccredit.portal.catalogue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.json.JsonMapper;

/** In which line of a text each place of its JSON stands, so that what is wrong can be said at its place. */
final class Places {

    private final List<String> text;
    private final Map<String, Integer> lines = new HashMap<>();

    private Places(String text) {
        this.text = text.lines().toList();
    }

    /** @throws JacksonException when the text is no JSON, with the place where that shows */
    static Places in(JsonMapper json, String text) {
        Places places = new Places(text);
        try (JsonParser parser = json.createParser(text)) {
            while (parser.nextToken() != null) {
                places.lines.putIfAbsent(parser.streamReadContext().pathAsPointer().toString(),
                        parser.currentTokenLocation().getLineNr());
            }
        }
        return places;
    }

    /** The line of a field such as {@code columns[0].code}; of what should hold it when it is not there. */
    int line(String field) {
        String pointer = field.isEmpty() ? "" : "/" + field.replace("].", "/").replace("[", "/").replace("]", "").replace(".", "/");
        while (!pointer.isEmpty() && !lines.containsKey(pointer)) {
            pointer = pointer.substring(0, pointer.lastIndexOf('/'));
        }
        return lines.getOrDefault(pointer, 1);
    }

    /** What stands in a line. */
    String at(int line) {
        return line > 0 && line <= text.size() ? text.get(line - 1).strip() : "";
    }
}
