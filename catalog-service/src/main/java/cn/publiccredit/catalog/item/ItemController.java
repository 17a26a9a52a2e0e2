package cn.publiccredit.catalog.item;

import cn.publiccredit.catalog.content.Answers;
import cn.publiccredit.catalog.content.ContentType;
import cn.publiccredit.catalog.content.Contents;
import cn.publiccredit.catalog.problem.CatalogProblem;
import cn.publiccredit.support.security.AllowAnyone;
import cn.publiccredit.support.web.Page;
import cn.publiccredit.support.web.Paging;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ItemController {

    private final Contents contents;
    private final Answers answers;
    private final ContentType<CatalogItem> items;
    private final Clock clock;

    ItemController(Contents contents, Answers answers, ContentType<CatalogItem> items, Clock clock) {
        this.contents = contents;
        this.answers = answers;
        this.items = items;
        this.clock = clock;
    }

    @GetMapping("/items")
    @AllowAnyone
    ResponseEntity<Page<ItemSummary>> items(
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(defaultValue = "20") int limit,
            @RequestParam(required = false) @Nullable String after) {
        return answers.page(contents.all(items, day(asOf)), new Paging(limit, after), ItemSummary::of);
    }

    @GetMapping("/items/{code}")
    @AllowAnyone
    ResponseEntity<CatalogItem> item(
            @PathVariable String code, @RequestParam(required = false) @Nullable LocalDate asOf) {
        LocalDate day = day(asOf);
        return answers.tagged(contents.find(items, code, day)
                .orElseThrow(() -> CatalogProblem.ITEM_UNKNOWN.with(code, day)));
    }

    private LocalDate day(@Nullable LocalDate asOf) {
        return asOf == null ? LocalDate.now(clock) : asOf;
    }
}
