package cn.publiccredit.listing.rulebook;

import org.jspecify.annotations.Nullable;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

@FeignClient(name = "catalog", url = "${credit.peers.catalog.url}")
interface CatalogClient {

    @GetMapping("/api/catalog/v1/lists?limit=500")
    Book<ListDefinition> lists(@RequestParam(name = "after", required = false) @Nullable String after);

    @GetMapping("/api/catalog/v1/measures?limit=500")
    Book<Measure> measures(@RequestParam(name = "after", required = false) @Nullable String after);

    @GetMapping("/api/catalog/v1/matters?limit=500")
    Book<Matter> matters(@RequestParam(name = "after", required = false) @Nullable String after);

    @GetMapping("/api/catalog/v1/calendar/{year}")
    CalendarYear calendar(@PathVariable int year);
}
