package cn.publiccredit.gateway.identity;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.SecurityContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The issuer's keys, asked for anew at an unknown key only so often. In between, an unknown key is simply not the
 * issuer's; but as long as no keys could be had at all, nobody can tell.
 */
final class KnownKeys implements JWKSource<SecurityContext> {

    private final JWKSource<SecurityContext> issuer;
    private volatile boolean hadKeys;

    KnownKeys(JWKSource<SecurityContext> issuer) {
        this.issuer = issuer;
    }

    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) throws KeySourceException {
        try {
            List<JWK> keys = issuer.get(selector, context);
            hadKeys = true;
            return keys;
        } catch (RateLimitReachedException tooSoon) {
            if (hadKeys) {
                return List.of();
            }
            throw tooSoon;
        }
    }
}
