package cn.publiccredit.portal.login;

import cn.publiccredit.portal.settings.PortalSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter;
import org.springframework.web.util.UriComponentsBuilder;

/** Public pages are open; the workbench asks for a login at Keycloak. Pages run nothing but our own files. */
@Configuration(proxyBeanMethods = false)
class LoginConfiguration {

    private static final String CONTENT_POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; "
            + "font-src 'self'; connect-src 'self'; form-action 'self' %s; frame-ancestors 'none'; base-uri 'none'";

    @Bean
    SecurityFilterChain pages(
            HttpSecurity http, PortalSettings settings, ClientRegistrationRepository registrations) {
        return http.authorizeHttpRequests(requests -> requests
                        .requestMatchers("/workbench/**").authenticated()
                        .anyRequest().permitAll())
                .oauth2Login(login -> login
                        .loginPage("/oauth2/authorization/keycloak")
                        .authorizationEndpoint(end -> end.authorizationRequestResolver(withProofKey(registrations)))
                        .defaultSuccessUrl("/workbench"))
                .oauth2Client(Customizer.withDefaults())
                // Somebody signed out at Keycloak, or locked there, is signed out here as well.
                .oidcLogout(logout -> logout.backChannel(Customizer.withDefaults()))
                .logout(logout -> logout.logoutSuccessHandler((request, response, who) ->
                        response.sendRedirect(KeycloakLogout.address(settings, request, who))))
                .headers(headers -> headers
                        .contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_POLICY.formatted(origin(settings))))
                        .referrerPolicy(policy -> policy.policy(
                                ReferrerPolicyHeaderWriter.ReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN))
                        .permissionsPolicyHeader(policy -> policy.policy("camera=(), microphone=(), geolocation=()")))
                .build();
    }

    // PKCE also for a confidential client: a stolen code is worth nothing.
    private static DefaultOAuth2AuthorizationRequestResolver withProofKey(ClientRegistrationRepository registrations) {
        DefaultOAuth2AuthorizationRequestResolver resolver =
                new DefaultOAuth2AuthorizationRequestResolver(registrations, "/oauth2/authorization");
        resolver.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        return resolver;
    }

    private static String origin(PortalSettings settings) {
        return UriComponentsBuilder.fromUri(settings.issuer()).replacePath(null).build().toUriString();
    }
}
