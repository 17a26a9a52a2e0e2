package cn.publiccredit.portal.catalogue;

import cn.publiccredit.portal.catalogue.Sheet.Cell;
import cn.publiccredit.portal.catalogue.Sheet.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** An item's columns as a table: what a source has to deliver, who may see it, and where each rule comes from. */
@Component
class ColumnRows {

    /** What limits a value beside its type, in the order of reading. */
    private static final List<String> LIMITS = List.of("allowed", "allowedPrefix", "multiple", "pattern", "scale", "min",
            "minExclusive", "unit", "notAfter", "notBefore", "openEnd");

    private final Labels labels;

    ColumnRows(Labels labels) {
        this.labels = labels;
    }

    Table table(JsonNode columns) {
        List<List<Cell>> rows = columns.valueStream().map(this::row).toList();
        return new Table(List.of("code", "name", "type", "required", "limits", "personal", "publicMask", "source").stream()
                .map(labels::field).toList(), rows);
    }

    private List<Cell> row(JsonNode column) {
        return List.of(
                cell("code", column.path("code").asString("")),
                cell("name", name(column)),
                cell("type", type(column)),
                cell("required", required(column)),
                cell("limits", limits(column)),
                cell("personal", personal(column)),
                cell("publicMask", labels.text("publicMask", column.path("publicMask"))),
                new Cell(labels.field("source"), "", SourceText.of(column.path("source").asString(""))));
    }

    private Cell cell(String field, String value) {
        return new Cell(labels.field(field), value, null);
    }

    private String name(JsonNode column) {
        String name = column.path("name").asString("");
        return Labels.isSaid(column.path("aliases"))
                ? name + labels.message("cat.column.aliases", labels.text("aliases", column.path("aliases")))
                : name;
    }

    private String type(JsonNode column) {
        String type = labels.text("type", column.path("type"));
        return column.path("maxLength").isNumber()
                ? type + labels.message("cat.column.length", column.path("maxLength").asString(""))
                : type;
    }

    private String required(JsonNode column) {
        List<String> texts = new ArrayList<>();
        texts.add(labels.text("required", column.path("required")));
        if (column.path("requiredWhen").isObject()) {
            texts.add(labels.message("cat.column.requiredWhen", condition(column.path("requiredWhen"))));
        }
        if (column.path("emptyWhen").isObject()) {
            texts.add(labels.message("cat.column.emptyWhen", condition(column.path("emptyWhen"))));
        }
        return String.join("；", texts);
    }

    private String condition(JsonNode condition) {
        String column = condition.path("column").asString("");
        for (String test : List.of("in", "contains")) {
            if (Labels.isSaid(condition.path(test))) {
                return labels.message("cat.column." + test, column, labels.text(test, condition.path(test)));
            }
        }
        return labels.message(condition.path("notEmpty").asBoolean(true) ? "cat.column.filled" : "cat.column.blank", column);
    }

    private String limits(JsonNode column) {
        List<String> texts = new ArrayList<>();
        for (String limit : LIMITS) {
            if (Labels.isSaid(column.path(limit))) {
                texts.add(labels.field(limit) + "：" + labels.text(limit, column.path(limit)));
            }
        }
        if (Labels.isSaid(column.path("spellings"))) {
            texts.add(labels.field("spellings") + "：" + column.path("spellings").valueStream().map(spelling ->
                    spelling.path("text").asString("") + " = " + spelling.path("value").asString("")).collect(Collectors.joining("、")));
        }
        if (column.path("allowPlaceholder").asBoolean(false)) {
            texts.add(labels.field("allowPlaceholder"));
        }
        return String.join("；", texts);
    }

    private String personal(JsonNode column) {
        String kind = labels.text("personal", column.path("personal"));
        String apart = column.path("dataClass").asString("ORDINARY");
        return apart.equals("ORDINARY") ? kind : kind + "；" + labels.text("dataClass", column.path("dataClass"));
    }
}
