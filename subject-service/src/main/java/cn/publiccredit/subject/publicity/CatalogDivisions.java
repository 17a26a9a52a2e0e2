package cn.publiccredit.subject.publicity;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;

@FeignClient(name = "catalog-divisions", url = "${credit.peers.catalog.url}")
interface CatalogDivisions {

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Entry(String code, String name) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record CodeSet(List<Entry> entries) {}

    @GetMapping("/api/catalog/v1/code-sets/divisions")
    CodeSet divisions();
}
