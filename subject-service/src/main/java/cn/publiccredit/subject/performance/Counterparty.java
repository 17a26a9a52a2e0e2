package cn.publiccredit.subject.performance;

import cn.publiccredit.support.identity.UnifiedSocialCreditCode;
import cn.publiccredit.support.problem.Violation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whom performance is owed to. @param uscc its code; it sees what is owed to it */
record Counterparty(String uscc, String name) {

    record Told(@Nullable String uscc, @Nullable String name) {}

    static @Nullable Counterparty of(@Nullable Told told, List<Violation> broken) {
        if (told == null || told.uscc() == null || !UnifiedSocialCreditCode.isValid(told.uscc()) || told.name() == null
                || told.name().isBlank() || told.name().length() > 200) {
            broken.add(new Violation("counterparty", "required", "请填写相对方的统一社会信用代码（uscc）和名称（name）。",
                    "Give code and name of whom it is owed to."));
            return null;
        }
        return new Counterparty(told.uscc(), told.name().strip());
    }
}
