package cn.publiccredit.gateway.limit;

import io.github.bucket4j.TimeMeter;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class LimitConfiguration {

    @Bean
    @ConditionalOnMissingBean
    TimeMeter timeMeter() {
        return TimeMeter.SYSTEM_NANOTIME;
    }
}
