package cn.publiccredit.subject.collection;

import cn.publiccredit.subject.personal.SealedContent;
import cn.publiccredit.subject.personal.rotation.SealedBytes;
import cn.publiccredit.subject.personal.rotation.SealedStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;

/** What collection keeps encrypted, for when the key changes. */
@Configuration(proxyBeanMethods = false)
class SealedCollections {

    @Bean
    SealedStore sealedFiles(MongoTemplate mongo, SealedContent seal) {
        return new SealedBytes(mongo, seal, "batchChunks", "bytes");
    }

    @Bean
    SealedStore sealedWarnings(MongoTemplate mongo, SealedContent seal) {
        return new SealedBytes(mongo, seal, "rowWarnings", "sealed");
    }

    @Bean
    SealedStore sealedRejects(MongoTemplate mongo, SealedContent seal) {
        return new SealedBytes(mongo, seal, "rejects", "sealed");
    }
}
