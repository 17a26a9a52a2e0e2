package cn.publiccredit.catalog;

import cn.publiccredit.support.ServiceSupport;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The catalogue of what is credit information, and every rule that others judge it by. */
@SpringBootApplication
@ServiceSupport
class CatalogService {

    static void main(String[] args) {
        SpringApplication.run(CatalogService.class, args);
    }
}
