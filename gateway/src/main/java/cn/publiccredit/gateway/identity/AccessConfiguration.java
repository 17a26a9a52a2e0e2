package cn.publiccredit.gateway.identity;

import cn.publiccredit.gateway.limit.LimitFilter;
import cn.publiccredit.gateway.limit.LimitGate;
import cn.publiccredit.gateway.origin.Origins;
import cn.publiccredit.gateway.route.Peers;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;

/**
 * Which paths need a token. Roles are the services' business; here a token only has to be genuine. CSRF protection and
 * page headers are the portal's: the gateway keeps no session.
 */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration {

    @Bean
    SecurityFilterChain access(
            HttpSecurity http, Unauthenticated unauthenticated, LimitGate gate, Origins origins, CorsSettings cors) {
        http.csrf(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(paths -> paths
                        .requestMatchers("/api/*/v1/public/**", "/api/*/v1/openapi", "/api/*/v1/openapi/**")
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, "/api/catalog/v1/**").permitAll()
                        .requestMatchers(HttpMethod.HEAD, "/api/catalog/v1/**").permitAll()
                        .requestMatchers(Peers.SERVICES.stream().map(s -> "/api/" + s + "/**").toArray(String[]::new))
                        .authenticated()
                        .requestMatchers("/actuator/prometheus")
                        .access((who, what) -> new AuthorizationDecision(origins.mayReadMetrics(what.getRequest())))
                        .anyRequest().permitAll())
                .exceptionHandling(e -> e.authenticationEntryPoint(unauthenticated))
                .oauth2ResourceServer(tokens -> tokens.jwt(jwt -> {}).authenticationEntryPoint(unauthenticated))
                .addFilterAfter(new LimitFilter(gate), BearerTokenAuthenticationFilter.class);
        if (cors.allowedOrigins().isEmpty()) {
            http.cors(AbstractHttpConfigurer::disable);
        } else {
            http.cors(c -> c.configurationSource(sharedWith(cors.allowedOrigins())));
        }
        return http.build();
    }

    private static UrlBasedCorsConfigurationSource sharedWith(List<String> origins) {
        CorsConfiguration rules = new CorsConfiguration();
        rules.setAllowedOrigins(origins);
        rules.setAllowedMethods(List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"));
        rules.setAllowedHeaders(List.of("*"));
        rules.setExposedHeaders(List.of("ETag", "Location", "Link", "Retry-After", "X-Correlation-Id", "RateLimit",
                "RateLimit-Policy", "RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset", "Content-Disposition"));
        rules.setMaxAge(Duration.ofHours(1));
        UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
        source.registerCorsConfiguration("/api/**", rules);
        return source;
    }
}
