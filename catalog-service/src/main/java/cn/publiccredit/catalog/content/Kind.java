package cn.publiccredit.catalog.content;

import cn.publiccredit.catalog.problem.CatalogProblem;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** The kinds of content, in an order in which each refers to earlier ones only; one mechanism of versions serves them all. */
public enum Kind {
    CODE_SETS("code-sets", "name", CatalogProblem.CODE_SET_UNKNOWN),
    MATTERS("matters", "code", CatalogProblem.MATTER_UNKNOWN),
    MEASURES("measures", "code", CatalogProblem.MEASURE_UNKNOWN),
    MASKS("masks", "code", CatalogProblem.MASK_UNKNOWN),
    CALENDARS("calendars", "year", CatalogProblem.CALENDAR_UNKNOWN),
    REPAIR_RULES("repair-rules", "code", CatalogProblem.REPAIR_RULES_UNKNOWN),
    ITEMS("items", "code", CatalogProblem.ITEM_UNKNOWN),
    LISTS("lists", "code", CatalogProblem.LIST_UNKNOWN),
    SOURCES("sources", "uscc", CatalogProblem.SOURCE_UNKNOWN),
    COMMITMENT_TEMPLATES("commitment-templates", "code", CatalogProblem.COMMITMENT_TEMPLATE_UNKNOWN),
    REPORT_TEMPLATES("report-templates", "code", CatalogProblem.REPORT_TEMPLATE_UNKNOWN),
    EVALUATION_MODELS("evaluation-models", "code", CatalogProblem.EVALUATION_MODEL_UNKNOWN);

    /** For request mappings: matches the path of every kind. */
    public static final String IN_PATH = "/{kind:code-sets|matters|measures|masks|calendars|repair-rules|items|lists|sources"
            + "|commitment-templates|report-templates|evaluation-models}";

    private final String path;
    private final String codeField;
    private final CatalogProblem unknown;

    Kind(String path, String codeField, CatalogProblem unknown) {
        this.path = path;
        this.codeField = codeField;
        this.unknown = unknown;
    }

    /** How it is called in paths, files and answers. */
    @JsonValue
    public String path() {
        return path;
    }

    /** The field that holds the code. */
    public String codeField() {
        return codeField;
    }

    /** What is answered when nothing of this code is in force. */
    public CatalogProblem unknown() {
        return unknown;
    }

    public static Optional<Kind> ofPath(String path) {
        return Arrays.stream(values()).filter(kind -> kind.path.equals(path)).findFirst();
    }
}
