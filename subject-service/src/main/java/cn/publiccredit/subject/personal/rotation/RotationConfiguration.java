package cn.publiccredit.subject.personal.rotation;

import cn.publiccredit.support.work.LeasedWorker;
import cn.publiccredit.support.work.Workers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The worker of rotations: one of all replicas works on one at a time. */
@Configuration(proxyBeanMethods = false)
class RotationConfiguration {

    static final String WORKER = "rotationWorker";

    @Bean(WORKER)
    LeasedWorker rotationWorker(Workers workers, Rotating rotating) {
        return workers.worker("key-rotations", Rotation.COLLECTION, 1, rotating);
    }
}
