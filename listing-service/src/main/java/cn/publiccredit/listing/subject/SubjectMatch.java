package cn.publiccredit.listing.subject;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

/**
 * A subject that a query means.
 *
 * @param id the unified social credit code for organisations and individual businesses, opaque for persons
 * @param kind ORGANISATION, INDIVIDUAL_BUSINESS or PERSON
 * @param division where it is registered; null where that is not known
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record SubjectMatch(
        String id, @Nullable String uscc, String name, @Nullable String kind, @Nullable String division) {

    private static final String PERSON = "PERSON";

    public SubjectMatch {
        Garbage.unless(id != null && name != null);
    }

    public boolean isPerson() {
        return PERSON.equals(kind);
    }
}
