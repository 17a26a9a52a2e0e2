package cn.publiccredit.subject.governance;

import cn.publiccredit.subject.governance.CodeCase.State;
import cn.publiccredit.subject.record.CodeFinding.Kind;
import cn.publiccredit.subject.rulebook.SourceNames;
import cn.publiccredit.support.audit.Access;
import cn.publiccredit.support.audit.AuditTrail;
import cn.publiccredit.support.security.AllowRoles;
import cn.publiccredit.support.security.Caller;
import cn.publiccredit.support.security.Role;
import cn.publiccredit.support.time.TimeConfiguration;
import cn.publiccredit.support.web.EntityTag;
import cn.publiccredit.support.web.Page;
import cn.publiccredit.support.web.Paging;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The desk of code governance: worked off by operators, looked at by the sources that have to mend their rows. */
@RestController
class DeskController {

    private static final int ROWS_SHOWN = 20;

    private final Desk desk;
    private final AuditTrail trail;
    private final SourceNames names;

    DeskController(Desk desk, AuditTrail trail, SourceNames names) {
        this.desk = desk;
        this.trail = trail;
        this.names = names;
    }

    record Work(@Nullable String assignee, @Nullable String reason) {}

    record EventView(
            State state, @Nullable String actor, @Nullable String assignee, @Nullable String reason, OffsetDateTime at) {}

    /** Where it was found. */
    record RowView(
            String batch, long row, String item, String source, String sourceName, String division, String name) {}

    /** A case as the caller may see it. */
    record CaseView(
            String id,
            Kind kind,
            List<String> codes,
            List<String> names,
            List<String> divisions,
            List<String> sources,
            State state,
            @Nullable String assignee,
            OffsetDateTime openedAt,
            OffsetDateTime lastSeen,
            List<EventView> history,
            long version) {

        static CaseView of(CodeCase one) {
            return new CaseView(one.id(), one.kind(), sorted(one.codes()), sorted(one.names()), sorted(one.divisions()),
                    sorted(one.sources()), one.state(), one.assignee(), zoned(one.openedAt()), zoned(one.lastSeen()),
                    one.history().stream().map(e -> new EventView(
                            e.state(), e.actor(), e.assignee(), e.reason(), zoned(e.at()))).toList(),
                    one.version());
        }

        private static List<String> sorted(Set<String> values) {
            return List.copyOf(new TreeSet<>(values));
        }
    }

    /** @param count in how many rows it was found in all, as far as the caller may see them */
    record CaseWithRows(CaseView codeCase, long count, List<RowView> rows) {}

    @Operation(summary = "统一社会信用代码重错码台账：错码、重复、占位代码、一码多名、一名多码；部门只看本单位报送的，不能办理")
    @GetMapping("/governance/codes")
    @AllowRoles({Role.PROVINCE_OPERATOR, Role.CITY_OPERATOR, Role.DEPARTMENT_USER})
    Page<CaseView> list(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(required = false) @Nullable Kind kind,
            @RequestParam(required = false) @Nullable State state,
            @RequestParam(required = false) @Nullable String source,
            @RequestParam(required = false) @Nullable String assignee,
            @RequestParam(defaultValue = "20") int limit,
            @RequestParam(required = false) @Nullable String after) {
        Paging paging = new Paging(limit, after);
        List<CodeCase> found = desk.list(caller, new Desk.Wanted(kind, state, source, assignee), paging);
        trail.record(Access.allowed(caller, "code-case.list"));
        return Page.of(found, paging, CaseStore::position).map(CaseView::of);
    }

    @GetMapping("/governance/codes/{id}")
    @AllowRoles({Role.PROVINCE_OPERATOR, Role.CITY_OPERATOR, Role.DEPARTMENT_USER})
    ResponseEntity<CaseWithRows> one(@AuthenticationPrincipal Caller caller, @PathVariable String id) {
        CodeCase one = desk.get(caller, id);
        trail.record(Access.allowed(caller, "code-case.read").target(id));
        CaseStore.Rows found = desk.rows(caller, id, ROWS_SHOWN);
        List<RowView> rows = found.first().stream().map(this::row).toList();
        return ResponseEntity.ok().eTag(EntityTag.of(one.version()))
                .body(new CaseWithRows(CaseView.of(desk.seen(caller, one)), found.count(), rows));
    }

    @PostMapping("/governance/codes/{id}/take")
    @AllowRoles({Role.PROVINCE_OPERATOR, Role.CITY_OPERATOR})
    ResponseEntity<CaseView> take(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Work work) {
        return answer(caller, desk.take(caller, id, ifMatch, work.assignee()));
    }

    @PostMapping("/governance/codes/{id}/resolve")
    @AllowRoles({Role.PROVINCE_OPERATOR, Role.CITY_OPERATOR})
    ResponseEntity<CaseView> resolve(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Work work) {
        return answer(caller, desk.resolve(caller, id, ifMatch, work.reason()));
    }

    @PostMapping("/governance/codes/{id}/dismiss")
    @AllowRoles({Role.PROVINCE_OPERATOR, Role.CITY_OPERATOR})
    ResponseEntity<CaseView> dismiss(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Work work) {
        return answer(caller, desk.dismiss(caller, id, ifMatch, work.reason()));
    }

    @PostMapping("/governance/codes/{id}/reopen")
    @AllowRoles({Role.PROVINCE_OPERATOR, Role.CITY_OPERATOR})
    ResponseEntity<CaseView> reopen(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Work work) {
        return answer(caller, desk.reopen(caller, id, ifMatch, work.reason()));
    }

    private ResponseEntity<CaseView> answer(Caller caller, CodeCase one) {
        return ResponseEntity.ok().eTag(EntityTag.of(one.version())).body(CaseView.of(desk.seen(caller, one)));
    }

    private RowView row(Document d) {
        String source = d.getString("source");
        return new RowView(d.getString("batch"), d.getLong("row"), d.getString("item"), source,
                names.or(source, d.getString("sourceName")), d.getString("division"), d.getString("name"));
    }

    private static OffsetDateTime zoned(Instant instant) {
        return instant.atZone(TimeConfiguration.ZONE).toOffsetDateTime();
    }
}
