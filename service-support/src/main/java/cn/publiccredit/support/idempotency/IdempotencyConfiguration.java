package cn.publiccredit.support.idempotency;

import cn.publiccredit.support.problem.ProblemWriter;
import java.time.Clock;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Idempotency-Key for every POST of a service. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IdempotencySettings.class)
public class IdempotencyConfiguration {

    @Bean
    KeyedRequests keyedRequests(MongoTemplate mongo, Clock clock, IdempotencySettings settings) {
        return new KeyedRequests(mongo, clock, settings);
    }

    @Bean
    SmartInitializingSingleton keyedRequestIndexes(KeyedRequests requests) {
        return requests::createIndexes;
    }

    @Bean
    RequestIds requestIds() {
        return new RequestIds();
    }

    /** After the security chain, so that a key belongs to a caller. */
    @Bean
    FilterRegistrationBean<IdempotencyFilter> idempotencyFilter(
            KeyedRequests requests, ProblemWriter problems, Clock clock) {
        FilterRegistrationBean<IdempotencyFilter> registration =
                new FilterRegistrationBean<>(new IdempotencyFilter(requests, problems, clock));
        registration.setOrder(Ordered.LOWEST_PRECEDENCE - 100);
        return registration;
    }
}
