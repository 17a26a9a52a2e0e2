package cn.publiccredit.testing;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;

@TestConfiguration(proxyBeanMethods = false)
class ServiceTestConfiguration {

    @Bean
    MovingClock clock() {
        return new MovingClock();
    }

    @Bean
    @Lazy
    Api api(Environment environment) {
        return Api.at("http://localhost:" + environment.getRequiredProperty("local.server.port"));
    }
}
