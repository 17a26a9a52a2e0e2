package cn.publiccredit.subject.record;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A row that broke no rule.
 *
 * @param rowNumber its number in the file, the header being 1
 * @param operation what the source wants; of a withdrawal only the natural key counts
 * @param reason why, as the source gives it; never null for a withdrawal
 * @param naturalKey the values of the item's natural key; with source and item it identifies the record
 * @param data normalised values by column code; empty ones are left out
 * @param validTo null when open
 * @param publicityFrom the day from which publicity is counted; null for the document's date
 * @param repairedOn the day on which what it tells of was put right; null where the row names none
 * @param publicUntil the end of publicity that the source asks for, or that follows from what it tells of being over; its being put right
 *     does not count here
 */
public record IncomingRecord(
        long rowNumber,
        Operation operation,
        @Nullable String reason,
        NaturalKey naturalKey,
        IncomingSubject subject,
        Map<String, String> data,
        Severity severity,
        @Nullable LocalDate documentDate,
        @Nullable String documentNumber,
        @Nullable String authority,
        @Nullable String authorityUscc,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable LocalDate publicUntil,
        @Nullable LocalDate publicityFrom,
        @Nullable LocalDate repairedOn,
        PublicityRule publicity) {

    /** Whether both want the same of the same record. */
    public boolean saysTheSameAs(IncomingRecord other) {
        return operation == other.operation && data.equals(other.data)
                && (operation != Operation.WITHDRAW || Objects.equals(reason, other.reason));
    }
}
