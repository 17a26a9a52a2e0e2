package cn.publiccredit.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Executors;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Stands in for Keycloak: publishes a key, signs tokens with it, and answers client-credentials requests. */
public final class TestIdentity implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final RSAKey KEY = key();
    private static final String ISSUER = start();

    private static RSAKey key() {
        try {
            return new RSAKeyGenerator(2048).keyID("test").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/realms/credit/protocol/openid-connect/certs",
                    exchange -> answer(exchange, new JWKSet(KEY.toPublicJWK()).toString()));
            server.createContext("/realms/credit/protocol/openid-connect/token", exchange -> answer(exchange,
                    "{\"access_token\":\"" + Token.ofService("test-service").value()
                            + "\",\"token_type\":\"Bearer\",\"expires_in\":300}"));
            server.start();
            return "http://localhost:" + server.getAddress().getPort() + "/realms/credit";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        try (exchange) {
            exchange.getResponseBody().write(body);
        }
    }

    /** The issuer that tokens name; its keys are at {@code /protocol/openid-connect/certs}. */
    public static URI issuer() {
        return URI.create(ISSUER);
    }

    static String sign(JWTClaimsSet claims) {
        try {
            SignedJWT token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("test").build(), claims);
            token.sign(new RSASSASigner(KEY));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        List<String> properties = List.of(
                "KEYCLOAK_ISSUER=" + ISSUER,
                "spring.security.oauth2.resourceserver.jwt.issuer-uri=" + ISSUER,
                "spring.security.oauth2.resourceserver.jwt.jwk-set-uri=" + ISSUER + "/protocol/openid-connect/certs",
                "spring.security.oauth2.client.provider.keycloak.token-uri=" + ISSUER + "/protocol/openid-connect/token",
                "spring.security.oauth2.client.registration.platform.client-secret=test");
        TestPropertyValues.of(properties).applyTo(context);
    }
}
