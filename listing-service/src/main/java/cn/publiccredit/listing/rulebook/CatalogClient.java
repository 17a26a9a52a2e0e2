package cn.publiccredit.listing.rulebook;

import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

@FeignClient(name = "catalog", url = "${credit.peers.catalog.url}")
interface CatalogClient {

    @GetMapping("/api/catalog/v1/lists?limit=500")
    Book<ListDefinition> lists();

    @GetMapping("/api/catalog/v1/measures?limit=500")
    Book<Measure> measures();

    @GetMapping("/api/catalog/v1/matters?limit=500")
    Book<Matter> matters();

    @GetMapping("/api/catalog/v1/calendar/{year}")
    CalendarYear calendar(@PathVariable int year);
}
