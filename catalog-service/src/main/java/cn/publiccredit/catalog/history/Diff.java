package cn.publiccredit.catalog.history;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Compares two versions field by field. Elements of lists are matched by what names them, not by their place, so that one new
 * column is one difference.
 */
final class Diff {

    /** What names an element of a list, first found first. */
    private static final List<String> NAMES = List.of("code", "item", "grade", "listKind", "name");

    private final List<Difference> found = new ArrayList<>();

    private Diff() {}

    static List<Difference> of(JsonNode from, JsonNode to) {
        Diff diff = new Diff();
        diff.compare("", from, to);
        return List.copyOf(diff.found);
    }

    private void compare(String path, JsonNode from, JsonNode to) {
        if (from.isObject() && to.isObject()) {
            fields(path, from, to);
            return;
        }
        Optional<Map<String, JsonNode>> before = named(from);
        Optional<Map<String, JsonNode>> after = named(to);
        if (before.isPresent() && after.isPresent()) {
            elements(path, before.get(), after.get());
        } else if (!from.equals(to)) {
            found.add(new Difference(path, Difference.What.CHANGED, from, to));
        }
    }

    private void fields(String path, JsonNode from, JsonNode to) {
        Set<String> names = new TreeSet<>(from.propertyNames());
        names.addAll(to.propertyNames());
        names.forEach(name -> oneSide(path.isEmpty() ? name : path + "/" + name, from.get(name), to.get(name)));
    }

    private void elements(String path, Map<String, JsonNode> from, Map<String, JsonNode> to) {
        Set<String> names = new LinkedHashSet<>(from.keySet());
        names.addAll(to.keySet());
        names.forEach(name -> oneSide(path + "/" + name, from.get(name), to.get(name)));
        List<String> before = from.keySet().stream().filter(to::containsKey).toList();
        List<String> after = to.keySet().stream().filter(from::containsKey).toList();
        if (!before.equals(after)) {
            found.add(new Difference(path, Difference.What.REORDERED, texts(before), texts(after)));
        }
    }

    private void oneSide(String path, @Nullable JsonNode from, @Nullable JsonNode to) {
        JsonNode before = from == null || from.isNull() ? null : from;
        JsonNode after = to == null || to.isNull() ? null : to;
        if (before != null && after != null) {
            compare(path, before, after);
        } else if (before != null) {
            found.add(new Difference(path, Difference.What.REMOVED, before, null));
        } else if (after != null) {
            found.add(new Difference(path, Difference.What.ADDED, null, after));
        }
    }

    /** A list's elements by their names, when each has one of its own. */
    private static Optional<Map<String, JsonNode>> named(JsonNode list) {
        if (!list.isArray()) {
            return Optional.empty();
        }
        Map<String, JsonNode> named = new LinkedHashMap<>();
        for (JsonNode element : list) {
            Optional<String> name = name(element);
            if (name.isEmpty() || named.put(name.get(), element) != null) {
                return Optional.empty();
            }
        }
        return Optional.of(named);
    }

    private static Optional<String> name(JsonNode element) {
        if (element.isString()) {
            return Optional.of(element.asString());
        }
        return NAMES.stream().map(element::path).filter(JsonNode::isValueNode)
                .map(value -> value.asString("")).filter(text -> !text.isEmpty()).findFirst();
    }

    private static JsonNode texts(List<String> texts) {
        var array = JsonNodeFactory.instance.arrayNode();
        texts.forEach(array::add);
        return array;
    }
}
