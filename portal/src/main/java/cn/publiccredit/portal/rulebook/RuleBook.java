package cn.publiccredit.portal.rulebook;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** What codes mean, for people. Labels may be minutes old; facts never come from here. */
@Component
public class RuleBook {

    private final Copies copies;

    RuleBook(Copies copies) {
        this.copies = copies;
    }

    /** The catalogue's items, code to Chinese name, in the catalogue's order. */
    public Map<String, String> items() {
        return names(copies.get(Book.all("items")).path("items"));
    }

    /** An item's columns in their order, code to Chinese name. */
    public Map<String, String> columns(String item) {
        return names(copies.get(Book.of("items", item)).path("columns"));
    }

    /** The lists, code to name. */
    public Map<String, String> lists() {
        return names(copies.get(Book.all("lists")).path("items"));
    }

    /** The measures, code to name. */
    public Map<String, String> measures() {
        return names(copies.get(Book.all("measures")).path("items"));
    }

    /** The templates of commitments with their texts, in the catalogue's order. */
    public List<JsonNode> commitmentTemplates() {
        return copies.get(Book.all("commitment-templates")).path("items").valueStream().toList();
    }

    /** The templates of reports, code to title. */
    public Map<String, String> reportTemplates() {
        Map<String, String> titles = new LinkedHashMap<>();
        copies.get(Book.all("report-templates")).path("items")
                .forEach(template -> titles.put(template.path("code").asString(""), template.path("title").asString("")));
        return titles;
    }

    /** The divisions, code to name. */
    public Map<String, String> divisions() {
        return names(copies.get(Book.of("code-sets", "divisions")).path("entries"));
    }

    /** The cities, in order. */
    public List<Map.Entry<String, String>> cities() {
        return divisions().entrySet().stream()
                .filter(d -> d.getKey().endsWith("00") && !d.getKey().endsWith("0000"))
                .toList();
    }

    private static Map<String, String> names(JsonNode entries) {
        Map<String, String> names = new LinkedHashMap<>();
        entries.forEach(entry -> names.put(entry.path("code").asString(), entry.path("name").asString()));
        return names;
    }
}
