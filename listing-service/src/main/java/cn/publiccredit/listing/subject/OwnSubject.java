package cn.publiccredit.listing.subject;

import cn.publiccredit.support.security.Caller;
import cn.publiccredit.support.security.Role;
import java.util.List;
import org.springframework.stereotype.Component;

/** Which subject is the caller's own, under whichever of its codes the account was opened. */
@Component
public class OwnSubject {

    private final Subjects subjects;

    OwnSubject(Subjects subjects) {
        this.subjects = subjects;
    }

    /** All ids of the caller's own subject; none for accounts that belong to none. */
    public List<String> idsOf(Caller caller) {
        String own = caller.subject();
        return caller.is(Role.SUBJECT_USER) && own != null ? subjects.identity(own).ids() : List.of();
    }

    /** Whether it is the caller's own; subject-service is asked only where the codes differ. */
    public boolean isOf(Caller caller, String subject) {
        return caller.owns(subject) || idsOf(caller).contains(subject);
    }
}
