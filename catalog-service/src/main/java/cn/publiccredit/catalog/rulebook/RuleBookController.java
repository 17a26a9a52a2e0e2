package cn.publiccredit.catalog.rulebook;

import cn.publiccredit.catalog.content.Reading;
import cn.publiccredit.catalog.content.Shown;
import cn.publiccredit.support.security.AllowAnyone;
import cn.publiccredit.support.web.Page;
import java.time.LocalDate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The rule books in force today or on another day. */
@RestController
class RuleBookController {

    private final Reading reading;
    private final RuleBookContent types;

    RuleBookController(Reading reading, RuleBookContent types) {
        this.reading = reading;
        this.types = types;
    }

    @GetMapping("/lists")
    @AllowAnyone
    ResponseEntity<Page<Shown<ListDefinition>>> lists(
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(defaultValue = "20") int limit, @RequestParam(required = false) @Nullable String after) {
        return reading.page(types.lists(), asOf, limit, after, Function.identity());
    }

    @GetMapping("/lists/{code}")
    @AllowAnyone
    ResponseEntity<Shown<ListDefinition>> list(
            @PathVariable String code, @RequestParam(required = false) @Nullable LocalDate asOf) {
        return reading.one(types.lists(), code, asOf);
    }

    @GetMapping("/measures")
    @AllowAnyone
    ResponseEntity<Page<Shown<Measure>>> measures(
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(defaultValue = "20") int limit, @RequestParam(required = false) @Nullable String after) {
        return reading.page(types.measures(), asOf, limit, after, Function.identity());
    }

    @GetMapping("/measures/{code}")
    @AllowAnyone
    ResponseEntity<Shown<Measure>> measure(
            @PathVariable String code, @RequestParam(required = false) @Nullable LocalDate asOf) {
        return reading.one(types.measures(), code, asOf);
    }

    @GetMapping("/matters")
    @AllowAnyone
    ResponseEntity<Page<Shown<Matter>>> matters(
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(defaultValue = "20") int limit, @RequestParam(required = false) @Nullable String after) {
        return reading.page(types.matters(), asOf, limit, after, Function.identity());
    }

    @GetMapping("/matters/{code}")
    @AllowAnyone
    ResponseEntity<Shown<Matter>> matter(
            @PathVariable String code, @RequestParam(required = false) @Nullable LocalDate asOf) {
        return reading.one(types.matters(), code, asOf);
    }

    @GetMapping("/masks")
    @AllowAnyone
    ResponseEntity<Page<Shown<Mask>>> masks(
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(defaultValue = "20") int limit, @RequestParam(required = false) @Nullable String after) {
        return reading.page(types.masks(), asOf, limit, after, Function.identity());
    }

    @GetMapping("/masks/{code}")
    @AllowAnyone
    ResponseEntity<Shown<Mask>> mask(
            @PathVariable String code, @RequestParam(required = false) @Nullable LocalDate asOf) {
        return reading.one(types.masks(), code, asOf);
    }

    @GetMapping("/sources")
    @AllowAnyone
    ResponseEntity<Page<Shown<SourceOrganisation>>> sources(
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(defaultValue = "20") int limit, @RequestParam(required = false) @Nullable String after) {
        return reading.page(types.sources(), asOf, limit, after, Function.identity());
    }

    @GetMapping("/sources/{code}")
    @AllowAnyone
    ResponseEntity<Shown<SourceOrganisation>> source(
            @PathVariable String code, @RequestParam(required = false) @Nullable LocalDate asOf) {
        return reading.one(types.sources(), code, asOf);
    }

    @GetMapping("/code-sets")
    @AllowAnyone
    ResponseEntity<Page<Shown<CodeSetSummary>>> codeSets(
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(defaultValue = "20") int limit, @RequestParam(required = false) @Nullable String after) {
        return reading.page(types.codeSets(), asOf, limit, after, CodeSetSummary::of);
    }

    @GetMapping("/code-sets/{name}")
    @AllowAnyone
    ResponseEntity<Shown<CodeSet>> codeSet(
            @PathVariable String name, @RequestParam(required = false) @Nullable LocalDate asOf) {
        return reading.one(types.codeSets(), name, asOf);
    }

    @GetMapping("/calendars")
    @AllowAnyone
    ResponseEntity<Page<Shown<WorkingCalendar>>> calendars(
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(defaultValue = "20") int limit, @RequestParam(required = false) @Nullable String after) {
        return reading.page(types.calendars(), asOf, limit, after, Function.identity());
    }

    @GetMapping({"/calendar/{year}", "/calendars/{year}"})
    @AllowAnyone
    ResponseEntity<Shown<WorkingCalendar>> calendar(
            @PathVariable String year, @RequestParam(required = false) @Nullable LocalDate asOf) {
        return reading.one(types.calendars(), year, asOf);
    }

    /** The rules that hold in the whole country. */
    @GetMapping("/repair-rules")
    @AllowAnyone
    ResponseEntity<Shown<RepairRules>> repairRules(@RequestParam(required = false) @Nullable LocalDate asOf) {
        return reading.one(types.repairRules(), "national", asOf);
    }

    @GetMapping("/repair-rules/{code}")
    @AllowAnyone
    ResponseEntity<Shown<RepairRules>> repairRulesOf(
            @PathVariable String code, @RequestParam(required = false) @Nullable LocalDate asOf) {
        return reading.one(types.repairRules(), code, asOf);
    }
}
