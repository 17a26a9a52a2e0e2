package cn.publiccredit.report.source;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One page of the catalogue's list of items. */
@JsonIgnoreProperties(ignoreUnknown = true)
record CatalogPage(List<Head> items, @Nullable String next) {

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Head(String code, int version) {

        Head {
            requireNonNull(code, "code");
        }
    }

    CatalogPage {
        requireNonNull(items, "items");
    }
}
