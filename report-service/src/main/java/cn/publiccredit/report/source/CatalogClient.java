package cn.publiccredit.report.source;

import org.jspecify.annotations.Nullable;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

@FeignClient(name = "catalog", url = "${credit.peers.catalog.url}")
interface CatalogClient {

    @GetMapping("/api/catalog/v1/items")
    CatalogPage items(@RequestParam int limit, @RequestParam @Nullable String after);

    @GetMapping("/api/catalog/v1/items/{code}")
    CatalogItem item(@PathVariable String code);

    @GetMapping("/api/catalog/v1/code-sets/{name}")
    CodeSet codeSet(@PathVariable String name);
}
