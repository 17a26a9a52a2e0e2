package cn.publiccredit.subject.rulebook;

import feign.Response;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;

/** The raw answer is wanted: 304 is an answer here, and its tag is kept with the body. */
@FeignClient(name = "catalog", url = "${credit.peers.catalog.url}")
interface CatalogClient {

    @GetMapping("/api/catalog/v1/items/{code}")
    Response item(
            @PathVariable("code") String code,
            @RequestHeader(name = "If-None-Match", required = false) @Nullable String etag);

    @GetMapping("/api/catalog/v1/code-sets/{name}")
    CodeSet codeSet(@PathVariable("name") String name);
}
