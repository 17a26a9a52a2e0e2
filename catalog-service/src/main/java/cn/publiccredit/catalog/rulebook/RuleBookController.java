package cn.publiccredit.catalog.rulebook;

import cn.publiccredit.catalog.content.Answers;
import cn.publiccredit.catalog.content.ContentType;
import cn.publiccredit.catalog.content.Contents;
import cn.publiccredit.catalog.content.Versioned;
import cn.publiccredit.catalog.problem.CatalogProblem;
import cn.publiccredit.support.security.AllowAnyone;
import cn.publiccredit.support.web.Page;
import cn.publiccredit.support.web.Paging;
import java.time.Clock;
import java.time.LocalDate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The rule books in force today. */
@RestController
class RuleBookController {

    private final Contents contents;
    private final Answers answers;
    private final Clock clock;
    private final RuleBookContent types;

    RuleBookController(Contents contents, Answers answers, Clock clock, RuleBookContent types) {
        this.contents = contents;
        this.answers = answers;
        this.clock = clock;
        this.types = types;
    }

    @GetMapping("/lists")
    @AllowAnyone
    ResponseEntity<Page<ListDefinition>> lists(
            @RequestParam(defaultValue = "20") int limit, @RequestParam(required = false) @Nullable String after) {
        return page(types.lists(), limit, after, Function.identity());
    }

    @GetMapping("/lists/{code}")
    @AllowAnyone
    ResponseEntity<ListDefinition> list(@PathVariable String code) {
        return one(types.lists(), code, CatalogProblem.LIST_UNKNOWN);
    }

    @GetMapping("/measures")
    @AllowAnyone
    ResponseEntity<Page<Measure>> measures(
            @RequestParam(defaultValue = "20") int limit, @RequestParam(required = false) @Nullable String after) {
        return page(types.measures(), limit, after, Function.identity());
    }

    @GetMapping("/measures/{code}")
    @AllowAnyone
    ResponseEntity<Measure> measure(@PathVariable String code) {
        return one(types.measures(), code, CatalogProblem.MEASURE_UNKNOWN);
    }

    @GetMapping("/matters")
    @AllowAnyone
    ResponseEntity<Page<Matter>> matters(
            @RequestParam(defaultValue = "20") int limit, @RequestParam(required = false) @Nullable String after) {
        return page(types.matters(), limit, after, Function.identity());
    }

    @GetMapping("/matters/{code}")
    @AllowAnyone
    ResponseEntity<Matter> matter(@PathVariable String code) {
        return one(types.matters(), code, CatalogProblem.MATTER_UNKNOWN);
    }

    @GetMapping("/code-sets")
    @AllowAnyone
    ResponseEntity<Page<CodeSetSummary>> codeSets(
            @RequestParam(defaultValue = "20") int limit, @RequestParam(required = false) @Nullable String after) {
        return page(types.codeSets(), limit, after, CodeSetSummary::of);
    }

    @GetMapping("/code-sets/{name}")
    @AllowAnyone
    ResponseEntity<CodeSet> codeSet(@PathVariable String name) {
        return one(types.codeSets(), name, CatalogProblem.CODE_SET_UNKNOWN);
    }

    @GetMapping("/calendar/{year}")
    @AllowAnyone
    ResponseEntity<WorkingCalendar> calendar(@PathVariable String year) {
        return one(types.calendars(), year, CatalogProblem.CALENDAR_UNKNOWN);
    }

    @GetMapping("/repair-rules")
    @AllowAnyone
    ResponseEntity<RepairRules> repairRules() {
        return one(types.repairRules(), "national", CatalogProblem.REPAIR_RULES_UNKNOWN);
    }

    private <T extends Versioned> ResponseEntity<T> one(ContentType<T> type, String code, CatalogProblem unknown) {
        LocalDate today = LocalDate.now(clock);
        return answers.tagged(contents.find(type, code, today).orElseThrow(() -> unknown.with(code, today)));
    }

    private <T extends Versioned, R> ResponseEntity<Page<R>> page(
            ContentType<T> type, int limit, @Nullable String after, Function<T, R> shown) {
        return answers.page(contents.all(type, LocalDate.now(clock)), new Paging(limit, after), shown);
    }
}
