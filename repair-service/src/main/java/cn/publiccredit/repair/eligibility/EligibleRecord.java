package cn.publiccredit.repair.eligibility;

import cn.publiccredit.repair.record.CreditRecord;
import cn.publiccredit.support.problem.Violation;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An adverse record and what stands against its repair today.
 *
 * @param eligible whether a case can be submitted today, with statement and commitment
 * @param openCase id of the case that the record is in; null when it is in none
 * @param earliestRepair first day on which the shortest publicity period is over
 */
record EligibleRecord(
        String record,
        String item,
        CreditRecord.@Nullable Source source,
        @Nullable String documentNumber,
        @Nullable LocalDate documentDate,
        @Nullable String severity,
        String state,
        @Nullable LocalDate earliestRepair,
        boolean eligible,
        List<Unmet> unmet,
        @Nullable String openCase) {

    /** A condition that is not met, in the caller's language. */
    record Unmet(String rule, String message) {

        private static Unmet of(Violation violation, boolean english) {
            return new Unmet(violation.rule(), english ? violation.en() : violation.zh());
        }
    }

    static EligibleRecord of(CreditRecord record, List<Violation> unmet, @Nullable String openCase, Locale locale) {
        boolean english = locale.getLanguage().equals(Locale.ENGLISH.getLanguage());
        return new EligibleRecord(
                record.id(), record.item(), record.source(), record.documentNumber(), record.documentDate(),
                record.severity(), record.state(), record.earliestRepair(), unmet.isEmpty() && openCase == null,
                unmet.stream().map(violation -> Unmet.of(violation, english)).toList(), openCase);
    }
}
