package cn.publiccredit.repair;

import cn.publiccredit.support.ServiceSupport;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.cloud.openfeign.EnableFeignClients;

/** The repair service (信用修复服务). */
@SpringBootApplication
@ServiceSupport
@EnableFeignClients
public class RepairService {

    public static void main(String[] arguments) {
        SpringApplication.run(RepairService.class, arguments);
    }
}
