package cn.publiccredit.subject.consent;

import cn.publiccredit.subject.consent.Consent.State;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A consent as its two parties see it. */
record ConsentView(
        String id,
        String subject,
        String grantee,
        String purpose,
        List<String> items,
        @Nullable String template,
        LocalDate from,
        LocalDate to,
        State state,
        long version) {

    static ConsentView of(Consent c, LocalDate today) {
        return new ConsentView(c.id(), c.subject(), c.grantee(), c.purpose(), c.items(), c.template(), c.from(), c.to(),
                c.stateOn(today), c.version());
    }
}
