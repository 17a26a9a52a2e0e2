package cn.publiccredit.catalog.rulebook;

import cn.publiccredit.catalog.content.ContentType;
import cn.publiccredit.catalog.content.Versioned;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A set of codes with their names.
 *
 * @param name what it is called in paths
 * @param title what people call it
 */
record CodeSet(
        String name,
        String title,
        int version,
        String edition,
        LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        String legalBasis,
        String source,
        List<Entry> entries)
        implements Versioned, ContentType.CodeList {

    CodeSet {
        entries = List.copyOf(entries);
    }

    @Override
    public String code() {
        return name;
    }

    @Override
    public boolean lists(String code, LocalDate day) {
        return entries.stream().anyMatch(entry -> entry.code().equals(code) && entry.isValid(day));
    }

    /**
     * One code; a withdrawn one has an end, and stays because old documents bear it.
     *
     * @param successor the code that took a withdrawn one's place; null where there is none, or more than one
     */
    record Entry(
            String code,
            String name,
            @Nullable String parent,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo,
            @Nullable String successor,
            String source) {

        boolean isValid(LocalDate day) {
            return (validFrom == null || !day.isBefore(validFrom)) && (validTo == null || !day.isAfter(validTo));
        }
    }
}
