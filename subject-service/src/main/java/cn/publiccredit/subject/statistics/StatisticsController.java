package cn.publiccredit.subject.statistics;

import cn.publiccredit.subject.rulebook.Divisions;
import cn.publiccredit.support.identity.Division;
import cn.publiccredit.support.problem.CommonProblem;
import cn.publiccredit.support.problem.Problem;
import cn.publiccredit.support.problem.Words;
import cn.publiccredit.support.security.AllowRoles;
import cn.publiccredit.support.security.Caller;
import cn.publiccredit.support.security.Role;
import cn.publiccredit.support.time.TimeConfiguration;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The circular's figures: the province's for its operators, a city's for its own, a department's own for itself. */
@RestController
class StatisticsController {

    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

    private final Circulars circulars;
    private final Divisions names;
    private final Clock clock;

    StatisticsController(Circulars circulars, Divisions names, Clock clock) {
        this.circulars = circulars;
        this.names = names;
        this.clock = clock;
    }

    /** In what form. */
    enum Format {
        JSON,
        CSV,
        HTML
    }

    @Operation(summary = "月度归集通报：JSON、CSV 或可打印页面（format=json|csv|html），缺省为本月")
    @ApiResponse(responseCode = "200", content = {
        @Content(mediaType = "application/json", schema = @Schema(implementation = Circular.class)),
        @Content(mediaType = "text/csv"), @Content(mediaType = "text/html")})
    @GetMapping("/statistics/collection")
    @AllowRoles({Role.PROVINCE_OPERATOR, Role.CITY_OPERATOR, Role.DEPARTMENT_USER})
    ResponseEntity<?> collection(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(required = false) @Nullable String month,
            @RequestParam(defaultValue = "json") String format) {
        YearMonth wanted = month(month);
        Format form = format(format);
        Circular circular = circulars.draw(wanted, scope(caller));
        return switch (form) {
            case JSON -> ResponseEntity.ok().header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .contentType(MediaType.APPLICATION_JSON).body(circular);
            case CSV -> ResponseEntity.ok().header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment()
                            .filename(fileName(circular), StandardCharsets.UTF_8).build().toString())
                    .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                    .body(CircularCsv.of(circular).getBytes(StandardCharsets.UTF_8));
            case HTML -> ResponseEntity.ok().header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .header("Content-Security-Policy", POLICY)
                    .contentType(new MediaType("text", "html", StandardCharsets.UTF_8))
                    .body(CircularPage.of(circular, divisionNames(circular)).getBytes(StandardCharsets.UTF_8));
        };
    }

    // Whose it is may be what an account called itself.
    private static String fileName(Circular circular) {
        return "归集通报-" + circular.whose().replaceAll("[^\\p{L}\\p{Nd}（）·]", "_") + "-" + circular.month() + ".csv";
    }

    private Map<String, String> divisionNames(Circular circular) {
        Map<String, String> known = new TreeMap<>();
        Stream.concat(circular.cities().stream(), circular.divisions().stream()).forEach(line -> {
            String code = line.division();
            String name = code == null ? null : names.name(Division.parse(code).orElse(null));
            if (code != null && name != null) {
                known.put(code, name);
            }
        });
        return known;
    }

    private static Scope scope(Caller caller) {
        Division own = caller.division();
        if (caller.is(Role.PROVINCE_OPERATOR)) {
            return new Scope(own == null || !own.isProvince() ? null : own, null);
        }
        if (caller.is(Role.CITY_OPERATOR)) {
            if (own == null) {
                throw CommonProblem.FORBIDDEN.with();
            }
            return new Scope(own, null);
        }
        String org = caller.org();
        if (org == null) {
            throw CommonProblem.FORBIDDEN.with();
        }
        return new Scope(own, org);
    }

    private YearMonth month(@Nullable String text) {
        YearMonth now = YearMonth.from(LocalDate.ofInstant(clock.instant(), TimeConfiguration.ZONE));
        if (text == null || text.isBlank()) {
            return now;
        }
        try {
            YearMonth month = YearMonth.parse(text.strip());
            if (!month.isAfter(now)) {
                return month;
            }
        } catch (DateTimeException e) {
            throw wrong("month", "参数 month 应为月份，如 2026-11。", "month is a month such as 2026-11.").because(e);
        }
        throw wrong("month", "参数 month 不得晚于本月。", "month may not lie in the future.");
    }

    private static Format format(String text) {
        return switch (text) {
            case "json" -> Format.JSON;
            case "csv" -> Format.CSV;
            case "html" -> Format.HTML;
            default -> throw wrong("format", "参数 format 应为 json、csv 或 html。", "format is json, csv or html.");
        };
    }

    private static Problem wrong(String parameter, String zh, String en) {
        return CommonProblem.MALFORMED.with(Words.parameter(parameter)).violating(parameter, "wrong-value", zh, en);
    }
}
