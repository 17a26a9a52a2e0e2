package cn.publiccredit.subject.consent;

import com.mongodb.client.model.Filters;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Which consents are wanted; null for any.
 *
 * @param subjects all ids of the subject
 * @param contested only those of which the subject says that it did not sign
 * @param today by which the state is judged
 */
record ConsentFilter(
        @Nullable Set<String> subjects,
        @Nullable String grantee,
        ConsentView.@Nullable How how,
        Consent.@Nullable State state,
        boolean contested,
        LocalDate today) {

    List<Bson> criteria() {
        List<Bson> all = new ArrayList<>();
        if (subjects != null) {
            all.add(Filters.in("subject", subjects));
        }
        if (grantee != null) {
            all.add(Filters.eq("grantee", grantee));
        }
        if (how != null) {
            all.add(Filters.eq("onPaper", how == ConsentView.How.SIGNED_FILE));
        }
        if (contested) {
            all.add(Filters.ne("contest", null));
        }
        if (state != null) {
            all.add(in(state));
        }
        return all;
    }

    // Days in ISO form compare as texts.
    private Bson in(Consent.State wanted) {
        Bson standing = Filters.eq("revokedAt", null);
        return switch (wanted) {
            case REVOKED -> Filters.ne("revokedAt", null);
            case PENDING -> Filters.and(standing, Filters.gt("from", today.toString()));
            case EXPIRED -> Filters.and(standing, Filters.lt("to", today.toString()));
            case LIVE -> Filters.and(standing, Filters.lte("from", today.toString()), Filters.gte("to", today.toString()));
        };
    }
}
