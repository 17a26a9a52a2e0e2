package cn.publiccredit.report.source;

import cn.publiccredit.support.web.Page;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

@FeignClient(name = "repair", url = "${credit.peers.repair.url}")
interface RepairClient {

    @GetMapping("/api/repair/v1/cases")
    Page<RepairFacts> cases(
            @RequestParam String subject,
            @RequestParam int limit,
            @RequestParam @Nullable String after,
            @RequestHeader Map<String, String> purpose);
}
