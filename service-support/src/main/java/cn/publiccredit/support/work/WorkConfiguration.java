package cn.publiccredit.support.work;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Leased work for a service. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WorkSettings.class)
public class WorkConfiguration {

    @Bean
    Workers workers(MongoTemplate mongo, WorkSettings settings, Clock clock, MeterRegistry meters) {
        return new Workers(mongo, settings, clock, meters);
    }
}
