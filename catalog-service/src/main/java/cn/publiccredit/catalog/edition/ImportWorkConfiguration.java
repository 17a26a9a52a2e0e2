package cn.publiccredit.catalog.edition;

import cn.publiccredit.support.work.LeasedWorker;
import cn.publiccredit.support.work.Workers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ImportWorkConfiguration {

    @Bean
    LeasedWorker importWorker(Workers workers, ImportWork work) {
        return workers.worker("edition-import", EditionImport.COLLECTION, 1, work);
    }
}
