package cn.publiccredit.subject.access;

import cn.publiccredit.support.audit.Access;
import cn.publiccredit.support.purpose.Purpose;
import cn.publiccredit.support.security.Caller;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A reading that is being judged: what the trail will say of it either way. */
record Attempt(
        Caller caller, String action, @Nullable Purpose purpose, String subject, List<String> items, @Nullable String target) {

    Access allowed(Scope scope) {
        return with(Access.allowed(caller, action)).basis(scope.basis());
    }

    Access refused() {
        return with(Access.refused(caller, action));
    }

    private Access with(Access access) {
        return access.purpose(purpose).subject(subject).items(items).target(target);
    }
}
