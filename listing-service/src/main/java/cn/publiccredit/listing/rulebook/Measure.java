package cn.publiccredit.listing.rulebook;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A measure of the national base list or the province's supplement (全国失信惩戒措施基础清单).
 *
 * @param mandatory whether those it concerns must apply it, or may take it for reference
 * @param matters codes of the matters in which it applies
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Measure(
        String code,
        String name,
        @Nullable String content,
        boolean mandatory,
        @Nullable String legalBasis,
        List<String> matters) {

    public Measure {
        Garbage.unless(code != null && name != null);
        matters = matters == null ? List.of() : List.copyOf(matters);
    }
}
