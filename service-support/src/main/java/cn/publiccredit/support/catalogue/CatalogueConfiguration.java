package cn.publiccredit.support.catalogue;

import cn.publiccredit.support.peer.Peers;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.cloud.openfeign.EnableFeignClients;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;

/** Follows the catalogue's changes in services that ask it, which is those that know its address. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("credit.peers.catalog.url")
@EnableConfigurationProperties(ChangeFeedSettings.class)
@EnableScheduling
@EnableFeignClients(clients = ChangeClient.class)
public class CatalogueConfiguration {

    @Bean
    FollowCatalogue followCatalogue(
            ChangeClient client,
            Peers peers,
            ObjectProvider<CatalogueCopies> copies,
            MongoTemplate mongo,
            Clock clock,
            MeterRegistry meters) {
        FollowCatalogue following = new FollowCatalogue(new ChangeFeed(client, peers), copies.stream().toList(), mongo, clock);
        Gauge.builder("credit.catalogue.feed.age", following, FollowCatalogue::age).baseUnit("seconds")
                .description("Time since the catalogue's changes were last followed to their end").register(meters);
        Gauge.builder("credit.catalogue.feed.behind", following, FollowCatalogue::behind)
                .description("Changes of the catalogue that this replica's copies lag behind").register(meters);
        return following;
    }

    /** On each replica: each has copies in its own memory. */
    @Bean
    SchedulingConfigurer catalogueLooks(FollowCatalogue following, ChangeFeedSettings settings) {
        return tasks -> tasks.addFixedDelayTask(following::look, settings.poll());
    }
}
