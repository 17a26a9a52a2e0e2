package cn.publiccredit.support.security;

import cn.publiccredit.support.identity.Division;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who calls, from the access token.
 *
 * @param id the account's stable id (claim {@code sub})
 * @param name the account's name, for people to read
 * @param client the OAuth client that was used ({@code azp})
 * @param roles the realm roles that the platform knows
 * @param division where the account belongs (claim {@code division})
 * @param org unified social credit code of the employer or client (claim {@code org})
 * @param subject the account's own credit subject (claim {@code subject})
 */
public record Caller(
        String id,
        String name,
        String client,
        Set<Role> roles,
        @Nullable Division division,
        @Nullable String org,
        @Nullable String subject) {

    public Caller {
        roles = Set.copyOf(roles);
    }

    public boolean is(Role... any) {
        return Arrays.stream(any).anyMatch(roles::contains);
    }

    /** Whether the caller's division is the other one or covers it; false when the account has no division. */
    public boolean covers(@Nullable Division other) {
        return division != null && other != null && division.covers(other);
    }

    /** Whether this credit subject is the caller's own. */
    public boolean owns(String subjectId) {
        return is(Role.SUBJECT_USER) && subjectId.equals(subject);
    }
}
