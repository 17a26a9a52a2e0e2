package cn.publiccredit.subject.collection;

import cn.publiccredit.subject.SubjectProblem;
import cn.publiccredit.subject.collection.file.Encoding;
import cn.publiccredit.subject.collection.file.FileFormat;
import cn.publiccredit.subject.collection.judgement.Notice;
import cn.publiccredit.support.purpose.Purpose;
import cn.publiccredit.support.security.AllowRoles;
import cn.publiccredit.support.security.Caller;
import cn.publiccredit.support.security.Role;
import cn.publiccredit.support.web.Cursor;
import cn.publiccredit.support.web.Page;
import cn.publiccredit.support.web.Paging;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What of a batch was rejected, and why; what was accepted with warnings. */
@RestController
class RejectController {

    private static final String XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final VisibleBatches batches;
    private final Rejects rejects;
    private final RejectMasking masking;
    private final RejectSummary summary;
    private final RowWarnings warnings;

    RejectController(
            VisibleBatches batches, Rejects rejects, RejectMasking masking, RejectSummary summary, RowWarnings warnings) {
        this.batches = batches;
        this.rejects = rejects;
        this.masking = masking;
        this.summary = summary;
        this.warnings = warnings;
    }

    @Operation(summary = "退回文件（format=csv 或 xlsx）：原有各列，另加行号、错误列、错误规则、错误说明；更正后可原样再次上传；Accept-Language 为 en 时另加英文说明一列，有无法拆分的行时末列为原文。"
            + "信源单位得到原始各行；运营人员须以 Credit-Purpose 说明查询用途，个人信息已脱敏，没有原文一列")
    @GetMapping("/batches/{id}/rejects")
    @AllowRoles({Role.DEPARTMENT_USER, Role.CITY_OPERATOR, Role.PROVINCE_OPERATOR})
    void rejects(
            @PathVariable String id,
            @RequestParam(defaultValue = "csv") String format,
            @RequestParam(required = false) @Nullable String charset,
            @AuthenticationPrincipal Caller caller,
            Optional<Purpose> purpose,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        FileFormat wanted = format(format);
        Encoding chosen = charset == null
                ? null
                : Encoding.named(charset).orElseThrow(SubjectProblem.CHARSET_NOT_SUPPORTED::with);
        Batch batch = batches.finished(caller, id, "batch.rejects", purpose);
        if (wanted == FileFormat.XLSX && batch.counts().rejected() > RejectFile.MOST_IN_A_SHEET) {
            throw SubjectProblem.TOO_MANY_REJECTS.with(RejectFile.MOST_IN_A_SHEET);
        }
        boolean own = VisibleBatches.isOwn(caller, batch);
        UnaryOperator<Reject> shown = own ? UnaryOperator.identity() : masking.of(batch)::masked;
        Encoding original = Objects.requireNonNullElse(batch.file().encoding(), Encoding.UTF_8);
        Encoding encoding = Objects.requireNonNullElse(chosen, original);
        response.setContentType(wanted == FileFormat.XLSX ? XLSX_TYPE : "text/csv;charset=" + encoding.label());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment()
                .filename((own ? "退回-" : "退回（已脱敏）-") + renamed(batch.file().name(), wanted), StandardCharsets.UTF_8).build().toString());
        RejectFile file = new RejectFile(batch.titles(), locale.getLanguage().equals(Locale.ENGLISH.getLanguage()),
                own && rejects.overflow(batch.id()));
        try (Stream<Reject> rows = rejects.of(batch.id()).map(shown)) {
            if (wanted == FileFormat.XLSX) {
                file.writeXlsx(rows, response.getOutputStream());
            } else {
                file.writeCsv(rows, encoding, response.getOutputStream());
            }
        }
    }

    /** Which rules fail how often. */
    record Summary(long rejected, List<RejectSummary.Group> rules) {}

    @Operation(summary = "退回原因汇总：每条规则在哪一列出错、共多少行，并举一例，最多的在前")
    @GetMapping("/batches/{id}/rejects/summary")
    @AllowRoles({Role.DEPARTMENT_USER, Role.CITY_OPERATOR, Role.PROVINCE_OPERATOR})
    Summary summary(@PathVariable String id, @AuthenticationPrincipal Caller caller, Locale locale) {
        Batch batch = batches.finished(caller, id, "batch.reject-summary");
        return new Summary(batch.counts().rejected(), summary.of(batch, locale));
    }

    /** A row that was accepted with warnings. */
    record WarnedRow(long row, List<RowNotice> warnings) {}

    /** One warning. @param column the column's code; empty when it is the row as a whole */
    record RowNotice(String column, String name, String rule, String message) {

        static RowNotice of(Notice notice, Locale locale) {
            return new RowNotice(notice.column(), notice.name(), notice.remark().id(),
                    new Said(notice.remark().zh(), notice.remark().en()).in(locale));
        }
    }

    @Operation(summary = "已接收但有提示的行，按行号排列")
    @GetMapping("/batches/{id}/warnings")
    @AllowRoles({Role.DEPARTMENT_USER, Role.CITY_OPERATOR, Role.PROVINCE_OPERATOR})
    Page<WarnedRow> warnings(
            @PathVariable String id,
            @RequestParam(defaultValue = "20") int limit,
            @RequestParam(required = false) @Nullable String after,
            @AuthenticationPrincipal Caller caller,
            Locale locale) {
        Paging paging = new Paging(limit, after);
        long from = paging.cursor(1).map(cursor -> RowCursor.row(cursor.first())).orElse(-1L);
        Batch batch = batches.finished(caller, id, "batch.warnings");
        return Page.of(warnings.list(batch.id(), from, paging.limitPlusOne()), paging,
                        warned -> Cursor.at(Long.toString(warned.row())))
                .map(warned -> new WarnedRow(warned.row(),
                        warned.notices().stream().map(notice -> RowNotice.of(notice, locale)).toList()));
    }

    private static FileFormat format(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "csv" -> FileFormat.CSV;
            case "xlsx" -> FileFormat.XLSX;
            default -> throw SubjectProblem.REJECT_FORMAT_NOT_SUPPORTED.with();
        };
    }

    /** The file's name with the ending that fits what is given out. */
    private static String renamed(String name, FileFormat format) {
        String bare = name.replaceFirst("(?i)(\\.(csv|xlsx|ndjson|jsonl|json|txt))?(\\.gz)?$", "");
        return bare + (format == FileFormat.XLSX ? ".xlsx" : ".csv");
    }
}
