package cn.publiccredit.catalog.item;

import cn.publiccredit.catalog.content.ContentType;
import cn.publiccredit.catalog.content.Reading;
import cn.publiccredit.catalog.content.Shown;
import cn.publiccredit.support.security.AllowAnyone;
import cn.publiccredit.support.web.Page;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Catalogue items in force today or on another day. */
@RestController
class ItemController {

    private final Reading reading;
    private final ContentType<CatalogItem> items;

    ItemController(Reading reading, ContentType<CatalogItem> items) {
        this.reading = reading;
        this.items = items;
    }

    @GetMapping("/items")
    @AllowAnyone
    ResponseEntity<Page<Shown<ItemSummary>>> items(
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(defaultValue = "20") int limit,
            @RequestParam(required = false) @Nullable String after) {
        return reading.page(items, asOf, limit, after, ItemSummary::of);
    }

    @GetMapping("/items/{code}")
    @AllowAnyone
    ResponseEntity<Shown<CatalogItem>> item(
            @PathVariable String code, @RequestParam(required = false) @Nullable LocalDate asOf) {
        return reading.one(items, code, asOf);
    }
}
