package cn.publiccredit.report.source;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A consent as the subject service answers it to its parties. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ConsentFacts(String id, String subject, List<String> items, @Nullable String template) {

    private static final String ALL = "*";

    public ConsentFacts {
        requireNonNull(id, "id");
        requireNonNull(subject, "subject");
        requireNonNull(items, "items");
    }

    /**
     * Whether it carries a report that leaves nothing out: all items, and no other template than this.
     *
     * @param about the subject, which may have given it under any of its ids
     */
    public boolean carries(Identity about, String wantedTemplate) {
        return about.ids().contains(subject) && items.contains(ALL) && (template == null || template.equals(wantedTemplate));
    }
}
