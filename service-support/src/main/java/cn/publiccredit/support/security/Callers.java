package cn.publiccredit.support.security;

import cn.publiccredit.support.identity.Division;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;

/** From Keycloak's claims to callers, and to the current one. */
public final class Callers implements Converter<Jwt, AbstractAuthenticationToken> {

    Callers() {}

    /** The caller of the request that this thread works on; empty on public paths without a token and in workers. */
    public static Optional<Caller> current() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof CallerAuthentication authentication
                ? Optional.of(authentication.caller())
                : Optional.empty();
    }

    /** The current caller's access token as it came in; empty where {@link #current()} is. */
    public static Optional<String> currentToken() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof CallerAuthentication authentication
                ? Optional.of(authentication.getToken().getTokenValue())
                : Optional.empty();
    }

    @Override
    public AbstractAuthenticationToken convert(Jwt token) {
        String name = token.getClaimAsString("preferred_username");
        String client = token.getClaimAsString("azp");
        String id = Objects.requireNonNullElse(token.getSubject(), "");
        Caller caller = new Caller(
                id,
                Objects.requireNonNullElse(name, id),
                Objects.requireNonNullElse(client, ""),
                roles(token),
                division(token.getClaimAsString("division")),
                token.getClaimAsString("org"),
                token.getClaimAsString("subject"));
        return new CallerAuthentication(token, caller);
    }

    private static @Nullable Division division(@Nullable String claim) {
        return claim == null ? null : Division.parse(claim).orElse(null);
    }

    private static Set<Role> roles(Jwt token) {
        Map<String, Object> access = token.getClaimAsMap("realm_access");
        Object roles = access == null ? List.of() : access.getOrDefault("roles", List.of());
        return roles instanceof Collection<?> names
                ? names.stream().flatMap(n -> Role.ofRealmName(n.toString()).stream()).collect(Collectors.toSet())
                : Set.of();
    }
}
