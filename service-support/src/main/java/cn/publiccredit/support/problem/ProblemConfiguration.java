package cn.publiccredit.support.problem;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.servlet.LocaleResolver;
import tools.jackson.databind.json.JsonMapper;

/** Problem details for a service. */
@Configuration(proxyBeanMethods = false)
@Import(ProblemHandler.class)
public class ProblemConfiguration {

    @Bean
    ProblemWriter problemWriter(JsonMapper json, LocaleResolver localeResolver) {
        return new ProblemWriter(json, localeResolver);
    }
}
