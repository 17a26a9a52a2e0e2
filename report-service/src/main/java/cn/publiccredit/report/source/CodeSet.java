package cn.publiccredit.report.source;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/** A code set of the catalogue, as far as it is needed here. */
@JsonIgnoreProperties(ignoreUnknown = true)
record CodeSet(List<Entry> entries) {

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Entry(String code, String name) {

        Entry {
            requireNonNull(code, "code");
            requireNonNull(name, "name");
        }
    }

    CodeSet {
        requireNonNull(entries, "entries");
    }
}
