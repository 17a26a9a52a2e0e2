package cn.publiccredit.catalog.history;

import cn.publiccredit.catalog.content.Answers;
import cn.publiccredit.catalog.content.Canonical;
import cn.publiccredit.catalog.content.Contents;
import cn.publiccredit.catalog.content.Head;
import cn.publiccredit.catalog.content.Kind;
import cn.publiccredit.catalog.content.Shown;
import cn.publiccredit.catalog.content.StoredVersion;
import cn.publiccredit.catalog.content.VersionState;
import cn.publiccredit.catalog.content.VersionStore;
import cn.publiccredit.catalog.content.Versioned;
import cn.publiccredit.catalog.problem.CatalogProblem;
import cn.publiccredit.support.problem.Problem;
import cn.publiccredit.support.security.AllowAnyone;
import cn.publiccredit.support.security.Callers;
import cn.publiccredit.support.security.Role;
import cn.publiccredit.support.web.Cursor;
import cn.publiccredit.support.web.Page;
import cn.publiccredit.support.web.Paging;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** All versions of a code. Anyone sees what is or was published; drafts, and who did what, only those who work on it. */
@RestController
class HistoryController {

    private final VersionStore store;
    private final Contents contents;
    private final Answers answers;
    private final Clock clock;

    HistoryController(VersionStore store, Contents contents, Answers answers, Clock clock) {
        this.store = store;
        this.contents = contents;
        this.answers = answers;
        this.clock = clock;
    }

    /** What differs between two versions. */
    record Comparison(Kind kind, String code, int from, int to, List<Difference> differences) {}

    @GetMapping(Kind.IN_PATH + "/{code}/versions")
    @AllowAnyone
    ResponseEntity<Page<VersionView>> versions(
            @PathVariable Kind kind, @PathVariable String code,
            @RequestParam(defaultValue = "20") int limit, @RequestParam(required = false) @Nullable String after) {
        Paging paging = new Paging(limit, after);
        int from = paging.cursor(1).map(HistoryController::number).orElse(0);
        boolean insider = seesDrafts();
        List<Head> visible = store.heads(kind, code).stream()
                .filter(head -> insider || !head.isDraft())
                .sorted(Comparator.comparingInt(Head::version)).toList();
        if (visible.isEmpty()) {
            throw kind.unknown().with(code, LocalDate.now(clock));
        }
        List<String> ids = visible.stream().filter(head -> head.version() > from)
                .limit(paging.limitPlusOne()).map(Head::id).toList();
        List<VersionView> read = store.find(ids).stream()
                .sorted(Comparator.comparingInt(StoredVersion::version))
                .map(version -> VersionView.of(version, insider)).toList();
        Page<VersionView> page = Page.of(read, paging, view -> Cursor.at(Integer.toString(view.version())));
        return insider ? ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(page) : answers.tagged(page);
    }

    @GetMapping(Kind.IN_PATH + "/{code}/versions/{version:\\d{1,9}}")
    @AllowAnyone
    ResponseEntity<Shown<Versioned>> version(
            @PathVariable Kind kind, @PathVariable String code, @PathVariable int version) {
        return answers.tagged(contents.version(kind, code, version).orElseThrow(() -> unknown(kind, code, version)));
    }

    @GetMapping(Kind.IN_PATH + "/{code}/diff")
    @AllowAnyone
    ResponseEntity<Comparison> diff(
            @PathVariable Kind kind, @PathVariable String code, @RequestParam int from, @RequestParam int to) {
        StoredVersion before = visible(kind, code, from);
        StoredVersion after = visible(kind, code, to);
        Comparison comparison = new Comparison(kind, code, from, to,
                Diff.of(said(before), said(after)));
        return seesDrafts()
                ? ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(comparison)
                : answers.tagged(comparison);
    }

    /** What a version says, whatever its file left out or wrote otherwise. */
    private JsonNode said(StoredVersion version) {
        return Canonical.STRICT.readTree(Canonical.meaning(contents.parse(version)));
    }

    private StoredVersion visible(Kind kind, String code, int version) {
        boolean insider = seesDrafts();
        return store.find(kind, code, version)
                .filter(stored -> insider || stored.state() != VersionState.DRAFT)
                .orElseThrow(() -> unknown(kind, code, version));
    }

    private static Problem unknown(Kind kind, String code, int version) {
        return CatalogProblem.VERSION_UNKNOWN.with(kind.path() + "/" + code, Integer.toString(version));
    }

    private static int number(Cursor cursor) {
        return cursor.first().matches("\\d{1,9}") ? Integer.parseInt(cursor.first()) : 0;
    }

    private static boolean seesDrafts() {
        return Callers.current()
                .filter(caller -> caller.is(Role.CATALOG_EDITOR, Role.CATALOG_APPROVER, Role.PROVINCE_OPERATOR, Role.AUDITOR))
                .isPresent();
    }
}
