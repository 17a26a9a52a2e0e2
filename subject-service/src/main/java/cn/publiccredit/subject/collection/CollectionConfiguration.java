package cn.publiccredit.subject.collection;

import cn.publiccredit.support.problem.ProblemWriter;
import cn.publiccredit.support.work.LeasedWorker;
import cn.publiccredit.support.work.Workers;
import jakarta.servlet.MultipartConfigElement;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** The workers of collection, and its bound on forms. */
@Configuration(proxyBeanMethods = false)
class CollectionConfiguration {

    static final String WORKER = "batchWorker";

    @Bean(WORKER)
    LeasedWorker batchWorker(Workers workers, CollectionRun run, CollectionSettings settings) {
        return workers.worker("batches", Batches.COLLECTION, settings.batchesAtATime(), run);
    }

    @Bean
    LeasedWorker abandonedUploads(Workers workers, Uploads uploads) {
        return workers.worker("abandoned-uploads", Uploads.COLLECTION, 1, uploads);
    }

    @Bean
    LeasedWorker fileRetentionWorker(Workers workers, FileRetention retention) {
        return workers.worker("file-retention", FileRetention.COLLECTION, 1, retention);
    }

    /** A form is held in memory and never on a disk, where it would lie in clear: no part of it is above the threshold. */
    @Bean
    MultipartConfigElement multipartBounds(CollectionSettings settings) {
        int largest = Math.toIntExact(settings.largestForm().toBytes());
        return new MultipartConfigElement("", largest, largest, largest);
    }

    /** Behind the security chain, so that strangers take up nothing, and before forms are read. */
    @Bean
    FilterRegistrationBean<FormBounds> formBounds(CollectionSettings settings, ProblemWriter problems) {
        FilterRegistrationBean<FormBounds> registration = new FilterRegistrationBean<>(
                new FormBounds(settings.largestForm(), settings.formsAtATime(), problems));
        registration.setOrder(Ordered.LOWEST_PRECEDENCE - 200);
        return registration;
    }
}
