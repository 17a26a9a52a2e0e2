package cn.publiccredit.subject.collection.file.ndjson;

import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Which column a field's name means: names are few and come again in each line, so most are looked up once. */
final class Columns {

    /** A file may make up names without end. */
    private static final int MOST_KEPT = 5000;

    private final UnaryOperator<String> columnOf;
    private final Map<String, String> known = new HashMap<>();

    Columns(UnaryOperator<String> columnOf) {
        this.columnOf = columnOf;
    }

    String of(String name) {
        String column = known.get(name);
        if (column == null) {
            column = columnOf.apply(name);
            if (known.size() < MOST_KEPT) {
                known.put(name, column);
            }
        }
        return column;
    }
}
