package cn.publiccredit.gateway.identity;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;

class TokenConfigurationTests {

    @Test
    void withoutTheIssuersKeysATokenIsNeitherGoodNorBad() throws Exception {
        TokenConfiguration configuration = new TokenConfiguration();
        IssuerSettings nobodyThere = new IssuerSettings("http://issuer.test", URI.create("http://127.0.0.1:1/certs"),
                Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofHours(4));
        JwtDecoder decoder = configuration.jwtDecoder(configuration.issuerKeys(nobodyThere), nobodyThere);
        RSAKey key = new RSAKeyGenerator(2048).keyID("k1").generate();
        SignedJWT jwt = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k1").build(),
                new JWTClaimsSet.Builder().issuer("http://issuer.test").build());
        jwt.sign(new RSASSASigner(key));
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> decoder.decode(jwt.serialize()))
                    .isInstanceOf(JwtException.class)
                    .isNotInstanceOf(BadJwtException.class);
        }
    }
}
