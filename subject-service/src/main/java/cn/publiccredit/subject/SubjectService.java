package cn.publiccredit.subject;

import cn.publiccredit.support.ServiceSupport;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.cloud.openfeign.EnableFeignClients;

/** Keeps credit subjects and their records: collection, versions, publicity, consents. */
@SpringBootApplication
@ServiceSupport
@ConfigurationPropertiesScan
@EnableFeignClients
public class SubjectService {

    public static void main(String[] args) {
        SpringApplication.run(SubjectService.class, args);
    }
}
