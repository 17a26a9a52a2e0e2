package cn.publiccredit.catalog.intake;

import cn.publiccredit.support.problem.ProblemWriter;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IntakeSettings.class)
class IntakeConfiguration {

    /** Behind the filter of Idempotency-Key, which reads a body to its end whatever its size, and holds none of it. */
    @Bean
    FilterRegistrationBean<BodyBounds> bodyBounds(IntakeSettings settings, ProblemWriter problems) {
        FilterRegistrationBean<BodyBounds> registration =
                new FilterRegistrationBean<>(new BodyBounds(settings.largestBody().toBytes(), problems));
        registration.setOrder(Ordered.LOWEST_PRECEDENCE - 50);
        return registration;
    }
}
