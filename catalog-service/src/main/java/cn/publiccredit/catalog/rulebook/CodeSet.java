package cn.publiccredit.catalog.rulebook;

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
        LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        List<Entry> entries)
        implements Versioned {

    CodeSet {
        entries = List.copyOf(entries);
    }

    @Override
    public String code() {
        return name;
    }

    /** One code; a withdrawn one has an end, and stays because old documents bear it. */
    record Entry(
            String code,
            String name,
            @Nullable String parent,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo,
            String source) {}
}
