package cn.publiccredit.repair.entry;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

@FeignClient(name = "listing", url = "${credit.peers.listing.url}")
interface ListingClient {

    @GetMapping("/api/listing/v1/entries/{id}")
    ListEntry entry(@PathVariable("id") String id, @RequestHeader Map<String, String> purpose);

    @GetMapping("/api/listing/v1/entries")
    EntryPage entries(
            @RequestParam("subject") String subject,
            @RequestParam("limit") int limit,
            @RequestParam(name = "after", required = false) @Nullable String after,
            @RequestHeader Map<String, String> purpose);

    @PostMapping("/api/listing/v1/entries/{id}/exit")
    void exit(@PathVariable("id") String id, @RequestBody ExitOrder order);
}
