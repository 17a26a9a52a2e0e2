package cn.publiccredit.testing;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;

@TestConfiguration(proxyBeanMethods = false)
class ServiceTestConfiguration {

    // What a test waits for comes at once; only a machine that is slow or busy with something else takes this long.
    static {
        Awaitility.setDefaultTimeout(Duration.ofMinutes(1));
    }

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
