package cn.publiccredit.subject.rulebook;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import feign.Response;
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
    CataloguePage<ItemName> items(
            @RequestParam("limit") int limit, @RequestParam(name = "after", required = false) @Nullable String after);

    @GetMapping("/api/catalog/v1/sources")
    CataloguePage<RegisteredSource> sources(
            @RequestParam("limit") int limit, @RequestParam(name = "after", required = false) @Nullable String after);

    @GetMapping("/api/catalog/v1/masks")
    CataloguePage<MaskRule> masks(
            @RequestParam("limit") int limit, @RequestParam(name = "after", required = false) @Nullable String after);

    @GetMapping("/api/catalog/v1/commitment-templates")
    CataloguePage<CommitmentTemplate> commitmentTemplates(
            @RequestParam("limit") int limit, @RequestParam(name = "after", required = false) @Nullable String after);

    /** An organisation that supplies records. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record RegisteredSource(String uscc, String name, @Nullable String division, @Nullable Set<String> items) {}
}
