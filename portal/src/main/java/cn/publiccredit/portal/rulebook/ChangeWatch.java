package cn.publiccredit.portal.rulebook;

import cn.publiccredit.portal.settings.PortalSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;

/** Looks at the feed of changes again and again while the portal runs. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class ChangeWatch {

    @Bean
    SchedulingConfigurer catalogueLooks(FollowChanges following, PortalSettings settings) {
        return tasks -> tasks.addFixedDelayTask(following::look, settings.ruleBooks().poll());
    }
}
