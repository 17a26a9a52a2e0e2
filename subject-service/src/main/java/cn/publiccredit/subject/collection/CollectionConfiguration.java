package cn.publiccredit.subject.collection;

import cn.publiccredit.subject.SubjectProblem;
import cn.publiccredit.support.problem.ProblemWriter;
import cn.publiccredit.support.web.FormBounds;
import cn.publiccredit.support.work.LeasedWorker;
import cn.publiccredit.support.work.Workers;
import jakarta.servlet.MultipartConfigElement;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

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

    @Bean
    MultipartConfigElement multipartBounds(CollectionSettings settings) {
        return FormBounds.inMemory(settings.largestForm());
    }

    @Bean
    FilterRegistrationBean<FormBounds> formBounds(CollectionSettings settings, ProblemWriter problems) {
        return new FormBounds(settings.largestForm(), settings.formsAtATime(),
                new FormBounds.Refusals(SubjectProblem.FORM_TOO_LARGE, SubjectProblem.FORMS_BUSY), problems).registered();
    }
}
