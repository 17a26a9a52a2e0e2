package cn.publiccredit.report.source;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A consent as the subject service answers it to its parties. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ConsentFacts(String id, String subject, List<String> items, @Nullable String template, @Nullable String extent) {

    private static final String ALL = "*";
    private static final String BY_TEMPLATE = "TEMPLATE";

    public ConsentFacts {
        requireNonNull(id, "id");
        requireNonNull(subject, "subject");
        requireNonNull(items, "items");
    }

    /**
     * Whether it carries a report that leaves nothing out: all items, and no other template than this; or just what this template holds.
     *
     * @param about the subject, which may have given it under any of its ids
     */
    public boolean carries(Identity about, String wantedTemplate) {
        return about.ids().contains(subject) && (template == null ? items.contains(ALL)
                : template.equals(wantedTemplate) && (items.contains(ALL) || BY_TEMPLATE.equals(extent)));
    }
}
