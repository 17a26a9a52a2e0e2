package cn.publiccredit.report.source;

import cn.publiccredit.support.web.Page;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

@FeignClient(name = "listing", url = "${credit.peers.listing.url}")
interface ListingClient {

    @GetMapping("/api/listing/v1/entries")
    Page<EntryFacts> entries(
            @RequestParam String subject,
            @RequestParam int limit,
            @RequestParam @Nullable String after,
            @RequestHeader Map<String, String> purpose);
}
