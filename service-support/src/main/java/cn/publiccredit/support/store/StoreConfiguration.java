package cn.publiccredit.support.store;

import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.convert.DefaultMongoTypeMapper;
import org.springframework.data.mongodb.core.convert.MappingMongoConverter;

/** Durable writes, reads from the primary, bounded waits, no Java class names in documents, health by ping. */
@Configuration(proxyBeanMethods = false)
public class StoreConfiguration {

    /** An acknowledged write is on a majority of the replica set (architecture rule 2). */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    MongoClientSettingsBuilderCustomizer durableWrites() {
        return settings -> settings
                .writeConcern(WriteConcern.MAJORITY)
                .readConcern(ReadConcern.DEFAULT)
                .readPreference(ReadPreference.primary())
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(5, TimeUnit.SECONDS))
                .applyToSocketSettings(socket -> socket.connectTimeout(3, TimeUnit.SECONDS).readTimeout(60, TimeUnit.SECONDS));
    }

    @Bean
    SmartInitializingSingleton noClassNamesInDocuments(MappingMongoConverter converter) {
        return () -> converter.setTypeMapper(new DefaultMongoTypeMapper(null));
    }

    /** Boot's own indicator asks with {@code hello}, which the embedded store does not answer. */
    @Bean
    HealthIndicator storeHealthIndicator(MongoTemplate mongo) {
        return new AbstractHealthIndicator("the document store did not answer a ping") {
            @Override
            protected void doHealthCheck(Health.Builder health) {
                mongo.executeCommand(new Document("ping", 1));
                health.up();
            }
        };
    }
}
