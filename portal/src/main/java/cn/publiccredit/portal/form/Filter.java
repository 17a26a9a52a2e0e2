package cn.publiccredit.portal.form;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What a list is narrowed to, and from where it goes on: only what was filled in. Twenty at a time. */
public record Filter(Map<String, String> values) {

    /** How it is called in a page's model. */
    public static final String NAME = "filter";

    private static final String AFTER = "after";

    /** @param names the API's names of what it may be narrowed to */
    public static Filter of(Map<String, String> sent, String... names) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String name : names) {
            keep(values, name, sent);
        }
        keep(values, AFTER, sent);
        return new Filter(values);
    }

    private static void keep(Map<String, String> values, String name, Map<String, String> sent) {
        String value = sent.getOrDefault(name, "").strip();
        if (!value.isEmpty()) {
            values.put(name, value);
        }
    }

    /** The path of the list, to be filled with {@link #variables()}. */
    public String on(String path) {
        return path + "?limit=20" + values.keySet().stream().map(name -> "&" + name + "={" + name + "}").collect(Collectors.joining());
    }

    public Object[] variables() {
        return values.values().toArray();
    }

    /** What was filled in; empty when nothing was. */
    public String get(String name) {
        return values.getOrDefault(name, "");
    }
}
