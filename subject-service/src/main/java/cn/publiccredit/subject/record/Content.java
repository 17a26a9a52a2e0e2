package cn.publiccredit.subject.record;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a version of a record says.
 *
 * @param subjectName the subject's name as the row has it
 * @param data values by column code, id numbers and phones encrypted
 * @param shown whether it is public while its time lasts
 * @param publicUntil the last day of publicity; null for no end
 * @param earliestRepair the first day on which publicity may end by repair; null when the row has no document date
 * @param repair what the row says of its being put right; null where it does not say so
 * @param hash keyed hash of what the row said; equal for equal rows
 */
public record Content(
        int itemVersion,
        String subjectName,
        Map<String, String> data,
        Severity severity,
        @Nullable LocalDate documentDate,
        @Nullable String documentNumber,
        @Nullable String authority,
        @Nullable String authorityUscc,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        boolean shown,
        @Nullable LocalDate publicUntil,
        @Nullable LocalDate earliestRepair,
        @Nullable Repair repair,
        String hash) {

    /**
     * That a source says itself that what it tells of was put right.
     *
     * @param on the day that it names
     * @param publicUntil the last day of publicity as it was without that; null for no end
     */
    public record Repair(LocalDate on, @Nullable LocalDate publicUntil) {}

    /** The same as it was on this day: what was put right later was not so yet, nor did that end its publicity. */
    Content asOf(LocalDate day) {
        if (repair == null || !repair.on().isAfter(day)) {
            return this;
        }
        return new Content(itemVersion, subjectName, data, severity, documentDate, documentNumber, authority, authorityUscc, validFrom,
                validTo, shown, repair.publicUntil(), earliestRepair, null, hash);
    }
}
