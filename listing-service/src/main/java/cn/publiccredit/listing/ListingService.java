package cn.publiccredit.listing;

import cn.publiccredit.support.ServiceSupport;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.cloud.openfeign.EnableFeignClients;

/** The listing service's application. */
@SpringBootApplication
@ServiceSupport
@EnableFeignClients
@ConfigurationPropertiesScan
public class ListingService {

    public static void main(String[] arguments) {
        SpringApplication.run(ListingService.class, arguments);
    }
}
