package cn.publiccredit.catalog.edition;

import cn.publiccredit.catalog.content.Answers;
import cn.publiccredit.support.security.AllowAnyone;
import cn.publiccredit.support.web.Cursor;
import cn.publiccredit.support.web.Page;
import cn.publiccredit.support.web.Paging;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Editions, each as one file. */
@RestController
class EditionController {

    private final Editions editions;
    private final Answers answers;
    private final Clock clock;

    EditionController(Editions editions, Answers answers, Clock clock) {
        this.editions = editions;
        this.answers = answers;
        this.clock = clock;
    }

    @GetMapping("/editions")
    @AllowAnyone
    ResponseEntity<Page<Editions.Summary>> editions(
            @RequestParam(defaultValue = "20") int limit, @RequestParam(required = false) @Nullable String after) {
        Paging paging = new Paging(limit, after);
        String from = paging.cursor(1).map(Cursor::first).orElse("");
        List<Editions.Summary> read = editions.all(LocalDate.now(clock)).stream()
                .filter(edition -> edition.code().compareTo(from) > 0).limit(paging.limitPlusOne()).toList();
        return answers.tagged(Page.of(read, paging, edition -> Cursor.at(edition.code())));
    }

    @GetMapping("/editions/{edition}")
    @AllowAnyone
    ResponseEntity<EditionFile> export(
            @PathVariable String edition, @RequestParam(required = false) @Nullable LocalDate asOf) {
        EditionFile file = editions.export(edition, asOf == null ? LocalDate.now(clock) : asOf);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache().cachePublic())
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment()
                        .filename(file.edition() + "_" + file.asOf() + ".json").build().toString())
                .eTag(answers.tag(file))
                .body(file);
    }
}
