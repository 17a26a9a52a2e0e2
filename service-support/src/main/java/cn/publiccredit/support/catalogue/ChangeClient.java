package cn.publiccredit.support.catalogue;

import org.jspecify.annotations.Nullable;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@FeignClient(name = "catalog-changes", url = "${credit.peers.catalog.url}")
interface ChangeClient {

    @GetMapping("/api/catalog/v1/changes")
    ChangePage changes(
            @RequestParam("limit") int limit, @RequestParam(name = "after", required = false) @Nullable String after);
}
