package cn.publiccredit.gateway.origin;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Who a checked token speaks for.
 *
 * @param id the OAuth client ({@code azp}, or {@code client_id} of other issuers)
 * @param subject the user, or the client's service account
 */
public record Client(String id, String subject) {

    /** The client of the current request, null if it brought no token. */
    public static @Nullable Client current() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Jwt jwt ? of(jwt) : null;
    }

    private static Client of(Jwt jwt) {
        String id = jwt.getClaimAsString("azp");
        if (id == null) {
            id = jwt.getClaimAsString("client_id");
        }
        String subject = jwt.getSubject();
        return new Client(id == null ? "unknown" : id, subject == null ? "" : subject);
    }
}
