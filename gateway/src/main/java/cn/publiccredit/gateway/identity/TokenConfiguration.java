package cn.publiccredit.gateway.identity;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.net.MalformedURLException;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** The token check: keys are fetched when the first token comes, so the gateway starts without Keycloak. */
@Configuration(proxyBeanMethods = false)
class TokenConfiguration {

    private static final int LARGEST_KEY_SET = 256 * 1024;

    @Bean
    JwtDecoder jwtDecoder(JWKSource<SecurityContext> keys, IssuerSettings settings) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSource(keys)
                .jwsAlgorithms(known -> known.addAll(
                        Set.of(SignatureAlgorithm.RS256, SignatureAlgorithm.PS256, SignatureAlgorithm.ES256)))
                .build();
        decoder.setJwtValidator(JwtValidators.createDefaultWithIssuer(settings.uri()));
        return decoder;
    }

    @Bean
    JWKSource<SecurityContext> issuerKeys(IssuerSettings settings) throws MalformedURLException {
        int timeout = Math.toIntExact(settings.timeout().toMillis());
        return new KnownKeys(JWKSourceBuilder.<SecurityContext>create(
                        settings.keys().toURL(), new DefaultResourceRetriever(timeout, timeout, LARGEST_KEY_SET))
                .retrying(true)
                .rateLimited(settings.askAgainAfter().toMillis())
                .outageTolerant(settings.keysKept().toMillis())
                .build());
    }
}
