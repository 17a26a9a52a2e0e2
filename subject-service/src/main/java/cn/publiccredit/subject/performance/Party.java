package cn.publiccredit.subject.performance;

import cn.publiccredit.subject.record.Source;
import cn.publiccredit.support.identity.Division;
import cn.publiccredit.support.security.Caller;
import cn.publiccredit.support.security.Role;
import org.jspecify.annotations.Nullable;

/**
 * A government body that owes performance.
 *
 * @param division six digits
 */
record Party(String uscc, String name, String division) {

    /** As a request tells it; what it says beside the code counts only as far as {@link Bodies} lets it. */
    record Told(@Nullable String uscc, @Nullable String name, @Nullable String division) {}

    Source asSource() {
        return new Source(uscc, name, new Division(division));
    }

    boolean isSupervisedBy(Caller caller) {
        return caller.is(Role.PROVINCE_OPERATOR)
                || (caller.is(Role.CITY_OPERATOR) && caller.covers(new Division(division)));
    }

    boolean isOf(Caller caller) {
        return caller.is(Role.DEPARTMENT_USER) && uscc.equals(caller.org());
    }
}
