package cn.publiccredit.repair.calendar;

import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

@FeignClient(name = "catalog", url = "${credit.peers.catalog.url}")
interface CatalogClient {

    @GetMapping("/api/catalog/v1/repair-rules")
    RepairRules repairRules();

    @GetMapping("/api/catalog/v1/calendar/{year}")
    YearCalendar calendar(@PathVariable("year") int year);
}
