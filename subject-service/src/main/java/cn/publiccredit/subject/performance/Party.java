package cn.publiccredit.subject.performance;

import cn.publiccredit.subject.record.Source;
import cn.publiccredit.subject.rulebook.SourceNames;
import cn.publiccredit.support.identity.Division;
import cn.publiccredit.support.identity.UnifiedSocialCreditCode;
import cn.publiccredit.support.problem.Violation;
import cn.publiccredit.support.security.Caller;
import cn.publiccredit.support.security.Role;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A government body that owes performance.
 *
 * @param division six digits
 */
record Party(String uscc, String name, String division) {

    Source asSource() {
        return new Source(uscc, name, new Division(division));
    }

    private static final int LONGEST_NAME = 200;

    /** As a request tells it; a department's own is itself. */
    record Told(@Nullable String uscc, @Nullable String name, @Nullable String division) {}

    static @Nullable Party body(Caller caller, SourceNames names, @Nullable Told told, List<Violation> broken) {
        Division own = caller.division();
        if (caller.is(Role.DEPARTMENT_USER) && caller.org() != null && own != null) {
            String org = caller.org();
            String name = told == null || blank(told.name())
                    ? names.orAccount(org, caller.name())
                    : names.or(org, Objects.requireNonNull(told.name()).strip());
            return new Party(org, name, own.code());
        }
        if (told == null || told.uscc() == null || !UnifiedSocialCreditCode.isValid(told.uscc()) || told.name() == null
                || blank(told.name()) || told.name().length() > LONGEST_NAME || told.division() == null
                || Division.parse(told.division()).isEmpty()) {
            broken.add(new Violation("body", "required", "请填写义务单位的统一社会信用代码（uscc）、名称（name）和行政区划（division）。",
                    "Give code, name and division of the body that owes performance."));
            return null;
        }
        return new Party(told.uscc(), told.name().strip(), told.division());
    }

    boolean isSupervisedBy(Caller caller) {
        return caller.is(Role.PROVINCE_OPERATOR)
                || (caller.is(Role.CITY_OPERATOR) && caller.covers(new Division(division)));
    }

    boolean isOf(Caller caller) {
        return caller.is(Role.DEPARTMENT_USER) && uscc.equals(caller.org());
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
