package cn.publiccredit.support.audit;

import cn.publiccredit.support.purpose.Purpose;
import cn.publiccredit.support.security.Caller;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that must leave a trace: a read of non-public information, or a decision.
 *
 * @param caller who; null for the platform's own workers
 * @param action what was done, such as {@code record.read} or {@code case.approve}
 * @param purpose why; null for actions that need none
 * @param legalBasis the basis that allowed it, such as the consent's id or an article; null where the role alone did
 * @param subject the credit subject concerned; null where there is none
 * @param items codes of the catalogue items concerned
 * @param target the record, case, batch or report concerned; null where there is none
 * @param outcome what came of it
 */
public record Access(
        @Nullable Caller caller,
        String action,
        @Nullable Purpose purpose,
        @Nullable String legalBasis,
        @Nullable String subject,
        List<String> items,
        @Nullable String target,
        Outcome outcome) {

    /** What came of an access. */
    public enum Outcome {
        ALLOWED,
        REFUSED
    }

    public Access {
        items = List.copyOf(items);
    }

    /** An allowed action of this caller. */
    public static Access allowed(@Nullable Caller caller, String action) {
        return new Access(caller, action, null, null, null, List.of(), null, Outcome.ALLOWED);
    }

    /** A refused action of this caller. */
    public static Access refused(@Nullable Caller caller, String action) {
        return new Access(caller, action, null, null, null, List.of(), null, Outcome.REFUSED);
    }

    public Access purpose(@Nullable Purpose why) {
        return new Access(caller, action, why, legalBasis, subject, items, target, outcome);
    }

    public Access basis(@Nullable String basis) {
        return new Access(caller, action, purpose, basis, subject, items, target, outcome);
    }

    public Access subject(@Nullable String id) {
        return new Access(caller, action, purpose, legalBasis, id, items, target, outcome);
    }

    public Access items(List<String> codes) {
        return new Access(caller, action, purpose, legalBasis, subject, codes, target, outcome);
    }

    public Access target(@Nullable String id) {
        return new Access(caller, action, purpose, legalBasis, subject, items, id, outcome);
    }
}
