package cn.publiccredit.portal.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.ClientAuthorizationException;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** For whom a page asks the API: the access token of the person who is signed in. */
@Component
class ReaderIdentity {

    private final OAuth2AuthorizedClientManager clients;

    ReaderIdentity(OAuth2AuthorizedClientManager clients) {
        this.clients = clients;
    }

    /** A token that is still good, refreshed when need be. @throws ApiFailure 401 when nobody is signed in any more */
    String token() {
        Authentication person = SecurityContextHolder.getContext().getAuthentication();
        ServletRequestAttributes current = current();
        if (!(person instanceof OAuth2AuthenticationToken) || current == null || current.getResponse() == null) {
            throw signedOut();
        }
        try {
            OAuth2AuthorizedClient client = clients.authorize(OAuth2AuthorizeRequest.withClientRegistrationId("keycloak")
                    .principal(person)
                    .attribute(HttpServletRequest.class.getName(), current.getRequest())
                    .attribute(HttpServletResponse.class.getName(), current.getResponse())
                    .build());
            if (client == null) {
                throw signedOut();
            }
            return client.getAccessToken().getTokenValue();
        } catch (ClientAuthorizationException e) {
            ApiFailure failure = signedOut();
            failure.initCause(e);
            throw failure;
        }
    }

    private static @Nullable ServletRequestAttributes current() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes servlet ? servlet : null;
    }

    private static ApiFailure signedOut() {
        return new ApiFailure(401, "portal.signed-out", "");
    }
}
