package cn.publiccredit.listing.screening;

import cn.publiccredit.listing.subject.SubjectQuery;
import cn.publiccredit.support.identity.UnifiedSocialCreditCode;
import org.jspecify.annotations.Nullable;

/**
 * Who is asked about: as it was asked, and as it is looked for.
 *
 * @param lookup null when nobody can be meant, because the code is none
 */
record Question(SubjectQuery asked, @Nullable SubjectQuery lookup) {

    static Question of(SubjectQuery asked) {
        String code = asked.uscc();
        if (code == null || code.isBlank()) {
            String name = asked.name();
            return new Question(asked, new SubjectQuery(null, name == null ? "" : name.strip()));
        }
        return new Question(asked, UnifiedSocialCreditCode.parse(code)
                .map(uscc -> new SubjectQuery(uscc.value(), null)).orElse(null));
    }
}
