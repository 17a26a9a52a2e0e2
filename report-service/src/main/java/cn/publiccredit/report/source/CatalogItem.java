package cn.publiccredit.report.source;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A catalogue item, as far as a report needs it. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CatalogItem(
        String code,
        String name,
        @Nullable String className,
        @Nullable String edition,
        int version,
        Map<String, @Nullable String> roles,
        List<Column> columns) {

    /** A column of the item's data standard. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Column(
            String code, String name, @Nullable String type, @Nullable String personal, @Nullable String publicMask) {

        public Column {
            requireNonNull(code, "code");
            requireNonNull(name, "name");
        }

        /** Whether a report of an organisation may print the column: identity numbers and phones of persons it never does. */
        public boolean isPrintable() {
            return !"ID_NUMBER".equals(personal) && !"PHONE".equals(personal) && !"HIDE".equals(publicMask);
        }
    }

    /** Whether a local catalogue has added it to the national one. */
    public boolean isLocal() {
        return edition != null && !edition.startsWith("national");
    }

    public CatalogItem {
        requireNonNull(code, "code");
        requireNonNull(name, "name");
        roles = requireNonNullElse(roles, Map.of());
        columns = requireNonNullElse(columns, List.of());
    }
}
