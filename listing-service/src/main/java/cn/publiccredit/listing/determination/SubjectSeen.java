package cn.publiccredit.listing.determination;

import cn.publiccredit.listing.subject.SubjectMatch;
import org.jspecify.annotations.Nullable;

/** The subject of a case, as it was known when the case was proposed. */
record SubjectSeen(String id, @Nullable String uscc, String name, @Nullable String kind, boolean person) {

    static SubjectSeen of(SubjectMatch match) {
        return new SubjectSeen(match.id(), match.uscc(), match.name(), match.kind(), match.isPerson());
    }
}
