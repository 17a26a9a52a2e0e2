package cn.publiccredit.support.time;

import java.time.Clock;
import java.time.ZoneId;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The clock, in the zone whose days the documents' dates mean. */
@Configuration(proxyBeanMethods = false)
public class TimeConfiguration {

    /** China has one legal time; all dates of documents are days in it. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.system(ZONE);
    }
}
