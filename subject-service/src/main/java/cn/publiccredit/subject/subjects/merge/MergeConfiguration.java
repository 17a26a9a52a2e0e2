package cn.publiccredit.subject.subjects.merge;

import cn.publiccredit.support.work.LeasedWorker;
import cn.publiccredit.support.work.Workers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The worker that finishes what a killed process left of a decision about a merger. */
@Configuration(proxyBeanMethods = false)
class MergeConfiguration {

    @Bean
    LeasedWorker mergeWorker(Workers workers, Reflection reflection) {
        return workers.worker("subject-merges", Merge.COLLECTION, 1, reflection);
    }
}
