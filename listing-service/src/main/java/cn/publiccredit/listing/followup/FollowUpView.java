package cn.publiccredit.listing.followup;

import cn.publiccredit.support.time.TimeConfiguration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A breach that leads to a list as those who deal with it get it.
 *
 * @param id as in its commitment
 * @param reasons why the platform opens no case; empty unless it cannot
 * @param lookedAt when that was last found; null unless it was
 * @param listingCase the case that the platform opened; null unless it did
 */
record FollowUpView(
        String id,
        String commitment,
        String subject,
        String list,
        Authority authority,
        FollowUp.State state,
        List<Reason> reasons,
        @Nullable OffsetDateTime lookedAt,
        @Nullable String listingCase) {

    /** The body that checks the commitment. */
    record Authority(String uscc, String division) {}

    /** A condition that is not met, in the caller's language. */
    record Reason(String rule, String message) {}

    static FollowUpView of(FollowUp one, Locale locale) {
        boolean english = locale.getLanguage().equals(Locale.ENGLISH.getLanguage());
        FollowUp.About about = one.about();
        return new FollowUpView(one.id(), one.commitment(), about.subject(), about.list(),
                new Authority(about.department(), about.division()), one.state(),
                one.refusals().stream().map(why -> new Reason(why.rule(), english ? why.en() : why.zh())).toList(),
                one.refusedAt() == null ? null : one.refusedAt().atZone(TimeConfiguration.ZONE).toOffsetDateTime(),
                one.state() == FollowUp.State.PROPOSED ? FollowUp.caseOf(one.id()) : null);
    }
}
