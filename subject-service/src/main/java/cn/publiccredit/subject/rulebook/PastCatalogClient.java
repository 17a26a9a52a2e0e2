package cn.publiccredit.subject.rulebook;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The catalogue as it was on a day, in ISO form. */
@FeignClient(name = "catalog-past", url = "${credit.peers.catalog.url}")
interface PastCatalogClient {

    @GetMapping("/api/catalog/v1/items")
    CataloguePage<ItemName> items(
            @RequestParam("asOf") String asOf,
            @RequestParam("limit") int limit,
            @RequestParam(name = "after", required = false) @Nullable String after);

    @GetMapping("/api/catalog/v1/items/{code}")
    Deadline item(@PathVariable("code") String code, @RequestParam("asOf") String asOf);

    @GetMapping("/api/catalog/v1/sources")
    CataloguePage<CatalogClient.RegisteredSource> sources(
            @RequestParam("asOf") String asOf,
            @RequestParam("limit") int limit,
            @RequestParam(name = "after", required = false) @Nullable String after);

    /** What of an item says how soon its rows are to come. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Deadline(String code, CatalogItem.@Nullable Timeliness timeliness) {}
}
