package cn.publiccredit.testing;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An access token as Keycloak's realm {@code credit} would give it. */
public final class Token {

    private final String account;
    private final List<String> roles;
    private final Map<String, String> claims;

    private Token(String account, List<String> roles, Map<String, String> claims) {
        this.account = account;
        this.roles = roles;
        this.claims = claims;
    }

    /** Of a person's or client's account with these realm roles, such as {@code department-user}. */
    public static Token of(String account, String... roles) {
        return new Token(account, List.of(roles), Map.of());
    }

    /** Of one of the platform's services. */
    public static Token ofService(String service) {
        return of("service-account-" + service, "platform-service").claim("azp", service);
    }

    public Token division(String code) {
        return claim("division", code);
    }

    public Token org(String uscc) {
        return claim("org", uscc);
    }

    public Token subject(String id) {
        return claim("subject", id);
    }

    public Token claim(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(claims);
        more.put(name, value);
        return new Token(account, roles, more);
    }

    /** The signed token, good for ten minutes. */
    public String value() {
        return value(Instant.now().plusSeconds(600), null);
    }

    /** A signed token that was good until a minute ago. */
    public String expired() {
        return value(Instant.now().minusSeconds(120), null);
    }

    /** A token signed by us that names another issuer. */
    public String issuedBy(String issuer) {
        return value(Instant.now().plusSeconds(600), issuer);
    }

    private String value(Instant expiry, @Nullable String issuer) {
        JWTClaimsSet.Builder set = new JWTClaimsSet.Builder()
                .issuer(issuer == null ? TestIdentity.issuer().toString() : issuer)
                .subject("id-of-" + account)
                .claim("preferred_username", account)
                .claim("azp", "credit-cli")
                .claim("realm_access", Map.of("roles", roles))
                .issueTime(Date.from(expiry.minusSeconds(900)))
                .expirationTime(Date.from(expiry));
        claims.forEach(set::claim);
        return TestIdentity.sign(set.build());
    }
}
