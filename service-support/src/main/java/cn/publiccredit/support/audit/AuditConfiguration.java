package cn.publiccredit.support.audit;

import cn.publiccredit.support.web.ServiceSettings;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The audit trail of a service, in the service's own database. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AuditSettings.class)
@Import(AuditController.class)
public class AuditConfiguration {

    @Bean
    AuditStore auditStore(MongoTemplate mongo) {
        return new AuditStore(mongo);
    }

    @Bean
    AuditWriter auditWriter(
            AuditStore store, ServiceSettings service, AuditSettings settings, Clock clock, MeterRegistry meters) {
        return new AuditWriter(store, service.name(), settings, clock, meters);
    }

    @Bean
    AuditTrail auditTrail(AuditWriter writer, AuditSettings settings) {
        return new AuditTrail(writer, settings);
    }

    @Bean
    Audit audit(AuditStore store) {
        return new Audit(store);
    }
}
