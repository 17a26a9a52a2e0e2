package cn.publiccredit.subject.consent;

import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

@FeignClient(name = "catalog-report-templates", url = "${credit.peers.catalog.url}")
interface ReportTemplateClient {

    @GetMapping("/api/catalog/v1/report-templates/{code}")
    ReportTemplate template(@PathVariable("code") String code);
}
