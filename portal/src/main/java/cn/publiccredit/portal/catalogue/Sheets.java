package cn.publiccredit.portal.catalogue;

import cn.publiccredit.portal.catalogue.Sheet.Cell;
import cn.publiccredit.portal.catalogue.Sheet.Fact;
import cn.publiccredit.portal.catalogue.Sheet.Part;
import cn.publiccredit.portal.catalogue.Sheet.Table;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Lays content of every kind out for reading: fields, parts with their sources, lists as tables. */
@Component
class Sheets {

    private static final String SOURCE = "source";

    /** What stands in the head of the page. */
    private static final Set<String> HEAD = Set.of("code", "name", "title", "uscc", "year", "version", "status", "edition",
            "effectiveFrom", "effectiveTo", "retiredFrom", "legalBasis", SOURCE);

    private final Labels labels;
    private final ColumnRows columns;

    Sheets(Labels labels, ColumnRows columns) {
        this.labels = labels;
        this.columns = columns;
    }

    Sheet of(Kind kind, JsonNode content) {
        List<Fact> facts = new ArrayList<>();
        List<Part> parts = new ArrayList<>();
        for (Map.Entry<String, JsonNode> field : content.properties()) {
            String name = field.getKey();
            JsonNode value = field.getValue();
            if (HEAD.contains(name) || !Labels.isSaid(value)) {
                continue;
            }
            if (kind == Kind.ITEMS && name.equals("columns")) {
                parts.add(new Part(labels.field(name), List.of(), null, columns.table(value)));
            } else if (value.isObject()) {
                parts.add(part(name, value));
            } else if (isTable(value)) {
                parts.add(new Part(labels.field(name), List.of(), null, table(value)));
            } else {
                facts.add(new Fact(labels.field(name), labels.text(name, value)));
            }
        }
        return new Sheet(facts, parts, SourceText.count(content, SourceText.Mark.MEMORY),
                SourceText.count(content, SourceText.Mark.PROVINCE));
    }

    private Part part(String title, JsonNode content) {
        List<Fact> facts = new ArrayList<>();
        Table table = null;
        for (Map.Entry<String, JsonNode> field : content.properties()) {
            JsonNode value = field.getValue();
            if (field.getKey().equals(SOURCE) || !Labels.isSaid(value)) {
                continue;
            }
            if (table == null && isTable(value)) {
                table = table(value);
            } else {
                facts.add(new Fact(labels.field(field.getKey()), labels.text(field.getKey(), value)));
            }
        }
        String source = content.path(SOURCE).asString("");
        return new Part(labels.field(title), facts, source.isEmpty() ? null : SourceText.of(source), table);
    }

    private Table table(JsonNode list) {
        Set<String> fields = new LinkedHashSet<>();
        list.forEach(element -> element.properties().stream()
                .filter(field -> Labels.isSaid(field.getValue())).forEach(field -> fields.add(field.getKey())));
        if (fields.remove(SOURCE)) {
            fields.add(SOURCE);
        }
        return new Table(fields.stream().map(labels::field).toList(), list.valueStream()
                .map(element -> fields.stream().map(field -> cell(field, element.path(field))).toList()).toList());
    }

    private Cell cell(String field, JsonNode value) {
        return field.equals(SOURCE)
                ? new Cell(labels.field(field), "", SourceText.of(value.asString("")))
                : new Cell(labels.field(field), labels.text(field, value), null);
    }

    private static boolean isTable(JsonNode value) {
        return value.isArray() && !value.isEmpty() && value.valueStream().allMatch(JsonNode::isObject);
    }
}
