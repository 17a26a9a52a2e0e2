package cn.publiccredit.subject.commitment;

import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

@FeignClient(name = "catalog-commitment-templates", url = "${credit.peers.catalog.url}")
interface TemplateClient {

    @GetMapping("/api/catalog/v1/commitment-templates/{code}")
    Template template(@PathVariable("code") String code);
}
