package cn.publiccredit.gateway;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Date;
import java.util.function.UnaryOperator;

/** Issues tokens as Keycloak does, and publishes its keys. */
final class TestIssuer {

    static final String URI = "http://issuer.test/realms/credit";

    private final RSAKey key = newKey();
    private final RSAKey stray = newKey();
    private final TestPeer keys = new TestPeer();

    TestIssuer() {
        keys.answers(200, "application/json", new JWKSet(key.toPublicJWK()).toString());
    }

    String keysUrl() {
        return keys.url() + "/certs";
    }

    String token(String client, String subject) {
        return token(claims -> claims.claim("azp", client).subject(subject));
    }

    String token(UnaryOperator<JWTClaimsSet.Builder> change) {
        return sign(change, key, "k1");
    }

    /** A token whose key the issuer never published, under the name of one it did. */
    String forged() {
        return sign(claims -> claims.claim("azp", "demo-bank"), stray, "k1");
    }

    /** A token signed with a key of a name that the issuer never had. */
    String unknownKey() {
        return sign(claims -> claims, stray, "k" + System.nanoTime());
    }

    private static String sign(UnaryOperator<JWTClaimsSet.Builder> change, RSAKey with, String name) {
        Instant now = Instant.now();
        JWTClaimsSet claims = change.apply(new JWTClaimsSet.Builder()
                        .issuer(URI)
                        .subject("someone")
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plusSeconds(300))))
                .build();
        try {
            SignedJWT jwt = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(name).build(), claims);
            jwt.sign(new RSASSASigner(with));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyID("k1").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
