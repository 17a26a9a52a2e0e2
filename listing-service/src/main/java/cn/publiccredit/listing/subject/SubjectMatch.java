package cn.publiccredit.listing.subject;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A subject that a query means.
 *
 * @param id the unified social credit code for organisations and individual businesses, opaque for persons
 * @param kind ORGANISATION, INDIVIDUAL_BUSINESS or PERSON
 * @param division where it is registered; null where that is not known
 * @param formerIds other ids under which the same subject is known; null where there are none
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record SubjectMatch(
        String id,
        @Nullable String uscc,
        String name,
        @Nullable String kind,
        @Nullable String division,
        @Nullable List<String> formerIds) {

    private static final String PERSON = "PERSON";

    public SubjectMatch {
        Garbage.unless(id != null && name != null);
    }

    /** All ids of the subject: what is kept by id lies under each. */
    public List<String> ids() {
        List<String> all = new ArrayList<>(List.of(id));
        if (formerIds != null) {
            formerIds.stream().filter(former -> !all.contains(former)).forEach(all::add);
        }
        return all;
    }

    public Identity identity() {
        return new Identity(id, id, ids());
    }

    public boolean isPerson() {
        return PERSON.equals(kind);
    }
}
