package cn.publiccredit.catalog.rulebook;

import cn.publiccredit.catalog.content.Omissible;
import cn.publiccredit.catalog.content.Versioned;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An organisation that supplies records (信源单位).
 *
 * @param uscc its unified social credit code; also its code in paths
 * @param division where it works, by its code in the code set of divisions
 * @param items catalogue items that it supplies
 * @param contact which unit answers questions; no personal names
 */
record SourceOrganisation(
        String uscc,
        String name,
        int version,
        String edition,
        LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        String division,
        @Omissible List<String> items,
        @Nullable String contact,
        String legalBasis,
        String source)
        implements Versioned {

    SourceOrganisation {
        items = items == null ? List.of() : List.copyOf(items);
    }

    @Override
    public String code() {
        return uscc;
    }
}
