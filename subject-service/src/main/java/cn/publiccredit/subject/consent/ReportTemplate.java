package cn.publiccredit.subject.consent;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What of a report's template says which items the report holds. */
@JsonIgnoreProperties(ignoreUnknown = true)
record ReportTemplate(List<Section> sections) {

    ReportTemplate {
        sections = sections == null ? List.of() : List.copyOf(sections);
    }

    /** @param part {@code REST} for all items that no section names; {@code LOCAL} for those of local catalogues; others hold none */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Section(@Nullable String part, @Nullable List<Item> items) {}

    /** An item by its code. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Item(String item) {}

    boolean holdsTheRest() {
        return sections.stream().anyMatch(section -> "REST".equals(section.part()) || "LOCAL".equals(section.part()));
    }

    Stream<String> named() {
        return sections.stream().flatMap(section -> section.items() == null ? Stream.of() : section.items().stream()).map(Item::item);
    }
}
