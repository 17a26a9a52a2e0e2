package cn.publiccredit.support.security;

import cn.publiccredit.support.problem.CommonProblem;
import cn.publiccredit.support.problem.ProblemWriter;
import cn.publiccredit.support.web.ServiceSettings;
import jakarta.servlet.DispatcherType;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** OAuth 2 resource server after Keycloak's tokens; a path is closed unless it is named open. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SecuritySettings.class)
public class SecurityConfiguration implements WebMvcConfigurer {

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new AccessRules());
    }

    @Bean
    EndpointsWithoutRule endpointsWithoutRule(
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping endpoints) {
        return new EndpointsWithoutRule(endpoints);
    }

    @Bean
    SecurityFilterChain apiSecurity(
            HttpSecurity http, ServiceSettings service, SecuritySettings settings, ProblemWriter problems) {
        return http.authorizeHttpRequests(requests -> requests
                        .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC).permitAll()
                        .requestMatchers(service.prefix() + "/public/**", service.prefix() + "/openapi/**",
                                service.prefix() + "/openapi", "/actuator/health/**", "/actuator/health",
                                "/actuator/prometheus", "/actuator/info").permitAll()
                        .requestMatchers(settings.openPaths().toArray(String[]::new)).permitAll()
                        .anyRequest().authenticated())
                .oauth2ResourceServer(server -> server
                        .jwt(jwt -> jwt.jwtAuthenticationConverter(new Callers()))
                        .authenticationEntryPoint((request, response, failure) ->
                                problems.write(CommonProblem.UNAUTHENTICATED.with(), request, response)))
                .exceptionHandling(failures -> failures
                        .authenticationEntryPoint((request, response, failure) ->
                                problems.write(CommonProblem.UNAUTHENTICATED.with(), request, response))
                        .accessDeniedHandler((request, response, failure) ->
                                problems.write(CommonProblem.FORBIDDEN.with(), request, response)))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // Tokens in headers are not sent by browsers on their own, so forged cross-site requests carry none.
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }
}
