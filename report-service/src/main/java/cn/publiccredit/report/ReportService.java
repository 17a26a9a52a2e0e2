package cn.publiccredit.report;

import cn.publiccredit.support.ServiceSupport;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.cloud.openfeign.EnableFeignClients;

/** Draws credit reports from what the other services know, and tells anyone whether a report is genuine. */
@SpringBootApplication
@ServiceSupport
@EnableFeignClients
@ConfigurationPropertiesScan
public class ReportService {

    public static void main(String[] args) {
        SpringApplication.run(ReportService.class, args);
    }
}
