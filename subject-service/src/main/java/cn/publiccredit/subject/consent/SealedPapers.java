package cn.publiccredit.subject.consent;

import cn.publiccredit.subject.personal.SealedContent;
import cn.publiccredit.subject.personal.rotation.SealedBytes;
import cn.publiccredit.subject.personal.rotation.SealedStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Signed files, for when the key changes. */
@Configuration(proxyBeanMethods = false)
class SealedPapers {

    @Bean
    SealedStore sealedConsentFiles(MongoTemplate mongo, SealedContent seal) {
        return new SealedBytes(mongo, seal, SignedPapers.COLLECTION, SignedPapers.BYTES);
    }
}
