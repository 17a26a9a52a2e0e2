package cn.publiccredit.subject.collection;

import cn.publiccredit.support.work.LeasedWorker;
import cn.publiccredit.support.work.Workers;
import jakarta.servlet.MultipartConfigElement;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The workers of collection, and its bound on forms. */
@Configuration(proxyBeanMethods = false)
class CollectionConfiguration {

    static final String WORKER = "batchWorker";

    private static final long REST_OF_FORM = 1 << 20;

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

    /** A form's file waits on disk, never in memory, until it is read. */
    @Bean
    MultipartConfigElement multipartBounds(CollectionSettings settings) {
        long largest = settings.largestFile().toBytes();
        return new MultipartConfigElement("", largest, largest + REST_OF_FORM, 0);
    }
}
