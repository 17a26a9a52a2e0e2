package cn.publiccredit.listing.rulebook;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list as the catalogue defines it: legal basis, term, notice and measures (国办发〔2020〕49号, six to eight).
 *
 * @param version the definition's version; null where the catalogue keeps only one
 * @param termMonths how long an entry is in force; null for as long as it is not ended
 * @param noticeWorkingDays how long the subject has to state its view after the notice was delivered
 * @param items catalogue items whose records can lead onto the list; empty when any can
 * @param minimumSeverity how grave such a record must be; null leaves it to the kind of list
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ListDefinition(
        String code,
        String name,
        ListKind kind,
        @Nullable Integer version,
        @Nullable String authority,
        @Nullable String legalBasis,
        @Nullable Integer termMonths,
        int noticeWorkingDays,
        List<String> items,
        List<String> measures,
        @Nullable Severity minimumSeverity) {

    public ListDefinition {
        Garbage.unless(code != null && name != null && kind != null && noticeWorkingDays >= 0);
        items = items == null ? List.of() : List.copyOf(items);
        measures = measures == null ? List.of() : List.copyOf(measures);
    }

    /** Whether a record of this item can lead onto the list. */
    public boolean admits(String item) {
        return items.isEmpty() || items.contains(item);
    }

    /** The least severity of a record that can lead onto the list: serious for black lists unless the definition says else. */
    public Severity leastSeverity() {
        if (minimumSeverity != null) {
            return minimumSeverity;
        }
        return kind == ListKind.BLACK ? Severity.SERIOUS : Severity.NONE;
    }
}
