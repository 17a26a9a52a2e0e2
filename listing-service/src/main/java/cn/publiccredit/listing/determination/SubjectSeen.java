package cn.publiccredit.listing.determination;

import cn.publiccredit.listing.subject.CreditRecord;
import cn.publiccredit.listing.subject.SubjectMatch;
import cn.publiccredit.support.identity.UnifiedSocialCreditCode;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The subject of a case, as it was known when the case was proposed. A case that rests on a record is made with the code of
 * the record, so that it goes where the record goes, should a merger of two codes be undone.
 */
record SubjectSeen(String id, @Nullable String uscc, String name, @Nullable String kind, boolean person) {

    static SubjectSeen of(SubjectMatch match) {
        return new SubjectSeen(match.id(), match.uscc(), match.name(), match.kind(), match.isPerson());
    }

    static SubjectSeen of(SubjectMatch match, CreditRecord record) {
        String id = record.subject();
        return id.equals(match.id())
                ? of(match)
                : new SubjectSeen(id, UnifiedSocialCreditCode.isValid(id) ? id : null,
                        Objects.requireNonNullElse(record.subjectName(), match.name()), match.kind(), match.isPerson());
    }
}
