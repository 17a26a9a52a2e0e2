package cn.publiccredit.local.suite;

import java.net.URI;
import java.nio.file.Path;

/**
 * A running suite as its clients see it.
 *
 * @param gateway the only door, without a slash at the end, for example {@code http://localhost:8080}
 * @param keycloak Keycloak's root, without a slash at the end, for example {@code http://localhost:8180}
 * @param home where everything of this run lives: data, logs, process files, secrets
 */
public record Suite(URI gateway, URI keycloak, Path home) {

    /** The realm that issues every token of the suite; also the value of the tokens' {@code iss} claim. */
    public URI issuer() {
        return URI.create(keycloak + "/realms/credit");
    }

    /** Where a client posts its credentials for a token. */
    public URI tokenEndpoint() {
        return URI.create(issuer() + "/protocol/openid-connect/token");
    }
}
