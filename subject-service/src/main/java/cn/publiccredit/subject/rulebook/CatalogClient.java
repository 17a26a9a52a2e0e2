package cn.publiccredit.subject.rulebook;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import feign.Response;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** The raw answer is wanted: 304 is an answer here, and its tag is kept with the body. */
@FeignClient(name = "catalog", url = "${credit.peers.catalog.url}")
interface CatalogClient {

    @GetMapping("/api/catalog/v1/items/{code}")
    Response item(
            @PathVariable("code") String code,
            @RequestHeader(name = "If-None-Match", required = false) @Nullable String etag);

    @GetMapping("/api/catalog/v1/code-sets/{name}")
    CodeSet codeSet(@PathVariable("name") String name);

    @GetMapping("/api/catalog/v1/calendar/{year}")
    YearCalendar calendar(@PathVariable("year") int year);

    @GetMapping("/api/catalog/v1/items")
    ItemPage items(
            @RequestParam("limit") int limit, @RequestParam(name = "after", required = false) @Nullable String after);

    @GetMapping("/api/catalog/v1/sources")
    SourcePage sources(
            @RequestParam("limit") int limit, @RequestParam(name = "after", required = false) @Nullable String after);

    @GetMapping("/api/catalog/v1/masks")
    MaskPage masks(@RequestParam("limit") int limit);

    /** All masks; there are as many as kinds of personal data. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record MaskPage(List<MaskRule> items) {

        public MaskPage {
            items = List.copyOf(items);
        }
    }

    /** One page of all items. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record ItemPage(List<ItemName> items, @Nullable String next) {

        public ItemPage {
            items = List.copyOf(items);
        }
    }

    /** One page of all organisations that supply records. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record SourcePage(List<RegisteredSource> items, @Nullable String next) {

        public SourcePage {
            items = List.copyOf(items);
        }
    }

    /** One of them. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record RegisteredSource(String uscc, String name, @Nullable Set<String> items) {}
}
