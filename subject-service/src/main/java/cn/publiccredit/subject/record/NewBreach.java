package cn.publiccredit.subject.record;

import java.time.LocalDate;

/**
 * Whether a row tells of misconduct after the repair of what its record told of before. A repair forgives what had happened: by what a
 * source corrects afterwards a repaired record is not reopened, by a breach after it, it is.
 */
final class NewBreach {

    private NewBreach() {}

    static boolean isToldBy(Draft draft, CreditRecord before, IntakeContext context) {
        Draft.Telling telling = draft.telling();
        if (telling.repaired() || !telling.severity().isAdverse()) {
            return false;
        }
        LocalDate found = telling.breachOn();
        if (context.isSupplied()) {
            return found != null && before.stopsInForce().allMatch(stop -> found.isAfter(stop.effectiveDate()));
        }
        // The platform's own facts come when they happen, and what they tell of twice says so by its day.
        boolean told = found != null || !before.current().content().severity().isAdverse();
        return told && before.stopsInForce().allMatch(stop -> context.receivedAt().isAfter(stop.at()));
    }
}
