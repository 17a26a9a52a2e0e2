package cn.publiccredit.subject.rulebook;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A code set of the catalogue. */
@JsonIgnoreProperties(ignoreUnknown = true)
record CodeSet(List<Entry> entries) {

    CodeSet {
        entries = CatalogItem.orEmpty(entries);
    }

    /**
     * One code.
     *
     * @param name null in copies that were kept before names were
     * @param validFrom its first day; null when that was before the catalogue's time
     * @param validTo its last day; null while it is in force
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Entry(String code, @Nullable String name, @Nullable LocalDate validFrom, @Nullable LocalDate validTo) {

        boolean isInForceOn(LocalDate day) {
            return (validFrom == null || !validFrom.isAfter(day)) && !isOverBy(day);
        }

        boolean isOverBy(LocalDate day) {
            return validTo != null && validTo.isBefore(day);
        }
    }
}
