package cn.publiccredit.local.samples;

import java.util.LinkedHashMap;
import java.util.Map;

/** A row of a national data standard: values by column code, in the order of the columns. */
public final class Row {

    private final Map<String, String> values = new LinkedHashMap<>();

    public Row with(String column, String value) {
        values.put(column, value);
        return this;
    }

    String get(String column) {
        return values.getOrDefault(column, "");
    }

    Row copy() {
        Row copy = new Row();
        copy.values.putAll(values);
        return copy;
    }
}
