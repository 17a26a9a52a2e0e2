package cn.publiccredit.support.peer;

import cn.publiccredit.support.security.Callers;
import feign.RequestInterceptor;
import feign.RequestTemplate;
import java.util.function.Supplier;
import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;

/** Puts a token on every call: the caller's own, or this service's where there is none or the service acts for itself. */
final class PeerTokens implements RequestInterceptor {

    private static final ScopedValue<Boolean> AS_SERVICE = ScopedValue.newInstance();

    private final OAuth2AuthorizedClientManager clients;

    PeerTokens(OAuth2AuthorizedClientManager clients) {
        this.clients = clients;
    }

    static <T> T asService(Supplier<T> remote) {
        return ScopedValue.where(AS_SERVICE, true).call(remote::get);
    }

    @Override
    public void apply(RequestTemplate request) {
        String token = AS_SERVICE.isBound() ? own() : Callers.currentToken().orElseGet(this::own);
        request.header(HttpHeaders.AUTHORIZATION, "Bearer " + token);
    }

    private String own() {
        OAuth2AuthorizedClient client = clients.authorize(OAuth2AuthorizeRequest
                .withClientRegistrationId(PeerConfiguration.REGISTRATION)
                .principal("service")
                .build());
        if (client == null) {
            throw new IllegalStateException("the identity provider gave no token for this service");
        }
        return client.getAccessToken().getTokenValue();
    }
}
