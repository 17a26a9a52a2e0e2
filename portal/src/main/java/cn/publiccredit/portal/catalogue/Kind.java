package cn.publiccredit.portal.catalogue;

import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The kinds of content that the catalogue has, in the order of the overview. */
enum Kind {
    ITEMS("items", "code"),
    CODE_SETS("code-sets", "name"),
    SOURCES("sources", "uscc"),
    LISTS("lists", "code"),
    MEASURES("measures", "code"),
    MATTERS("matters", "code"),
    MASKS("masks", "code"),
    CALENDARS("calendars", "year"),
    REPAIR_RULES("repair-rules", "code"),
    COMMITMENT_TEMPLATES("commitment-templates", "code"),
    REPORT_TEMPLATES("report-templates", "code"),
    EVALUATION_MODELS("evaluation-models", "code");

    /** For request mappings: matches the path of every kind. */
    static final String IN_PATH = "/workbench/catalogue/{kind:items|code-sets|sources|lists|measures|matters|masks|calendars"
            + "|repair-rules|commitment-templates|report-templates|evaluation-models}";

    private final String path;
    private final String codeField;

    Kind(String path, String codeField) {
        this.path = path;
        this.codeField = codeField;
    }

    static List<String> paths() {
        return Arrays.stream(values()).map(Kind::path).toList();
    }

    static Kind of(String path) {
        return Arrays.stream(values()).filter(kind -> kind.path.equals(path)).findFirst().orElseThrow();
    }

    /** How it is called in paths. */
    String path() {
        return path;
    }

    /** Which field holds what a piece of it is called in paths. */
    String codeField() {
        return codeField;
    }

    /** What a piece of it is called in paths. */
    String code(JsonNode content) {
        return content.path(codeField).asString("");
    }

    /** What it is called by people. */
    String name(JsonNode content) {
        for (String field : List.of("title", "name")) {
            String name = content.path(field).asString("");
            if (!name.isEmpty() && !field.equals(codeField)) {
                return name;
            }
        }
        return code(content);
    }
}
