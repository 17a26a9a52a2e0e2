package cn.publiccredit.portal.login;

import cn.publiccredit.portal.settings.PortalSettings;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Where the browser goes to end the session at Keycloak, too, and to come back to the home page. */
final class KeycloakLogout {

    private KeycloakLogout() {}

    static String address(PortalSettings settings, HttpServletRequest request, @Nullable Authentication who) {
        String home = ServletUriComponentsBuilder.fromContextPath(request).build().toUriString() + "/";
        if (who == null || !(who.getPrincipal() instanceof OidcUser user)) {
            return home;
        }
        return settings.issuer() + "/protocol/openid-connect/logout?post_logout_redirect_uri="
                + URLEncoder.encode(home, StandardCharsets.UTF_8)
                + "&id_token_hint=" + user.getIdToken().getTokenValue();
    }
}
