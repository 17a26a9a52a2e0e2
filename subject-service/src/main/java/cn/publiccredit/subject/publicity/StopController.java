package cn.publiccredit.subject.publicity;

import cn.publiccredit.subject.personal.ItemPrivacies;
import cn.publiccredit.subject.personal.PersonalData;
import cn.publiccredit.subject.record.CreditRecord;
import cn.publiccredit.subject.record.RecordView;
import cn.publiccredit.subject.record.Records;
import cn.publiccredit.subject.record.Stop;
import cn.publiccredit.support.audit.Access;
import cn.publiccredit.support.audit.AuditTrail;
import cn.publiccredit.support.problem.CommonProblem;
import cn.publiccredit.support.problem.Violation;
import cn.publiccredit.support.security.AllowRoles;
import cn.publiccredit.support.security.Caller;
import cn.publiccredit.support.security.Role;
import cn.publiccredit.support.web.EntityTag;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The steps of a repair that end publicity and sharing. Each may be sent again, and then changes nothing. */
@RestController
class StopController {

    private final Records records;
    private final ItemPrivacies items;
    private final PersonalData personal;
    private final AuditTrail trail;

    StopController(Records records, ItemPrivacies items, PersonalData personal, AuditTrail trail) {
        this.records = records;
        this.items = items;
        this.personal = personal;
        this.trail = trail;
    }

    /** @param effectiveDate the day that the decision names; today or earlier */
    record Request(
            @JsonProperty("case") @Nullable String repairCase,
            @Nullable String decidedBy,
            @Nullable String reason,
            @Nullable LocalDate effectiveDate) {}

    @PostMapping("/records/{id}/publicity-stop")
    @AllowRoles(Role.PLATFORM_SERVICE)
    ResponseEntity<RecordView> publicity(
            @AuthenticationPrincipal Caller caller, @PathVariable String id, @RequestBody Request request) {
        return stop(caller, id, Stop.Kind.PUBLICITY, request);
    }

    @PostMapping("/records/{id}/sharing-stop")
    @AllowRoles(Role.PLATFORM_SERVICE)
    ResponseEntity<RecordView> sharing(
            @AuthenticationPrincipal Caller caller, @PathVariable String id, @RequestBody Request request) {
        return stop(caller, id, Stop.Kind.SHARING, request);
    }

    private ResponseEntity<RecordView> stop(Caller caller, String id, Stop.Kind kind, Request request) {
        String repairCase = request.repairCase();
        String decidedBy = request.decidedBy();
        String reason = request.reason();
        LocalDate day = request.effectiveDate() == null ? records.today() : request.effectiveDate();
        List<Violation> broken = new ArrayList<>();
        if (blank(repairCase)) {
            broken.add(missing("case", "修复案件编号", "the repair case"));
        }
        if (blank(decidedBy)) {
            broken.add(missing("decidedBy", "作出决定的人员", "who decided"));
        }
        if (blank(reason)) {
            broken.add(missing("reason", "理由", "the reason"));
        }
        if (day.isAfter(records.today())) {
            broken.add(new Violation("effectiveDate", "not-after", "生效日期不得晚于今天。", "It may not lie in the future."));
        }
        if (!broken.isEmpty() || repairCase == null || decidedBy == null || reason == null) {
            throw CommonProblem.INVALID.with().violating(broken);
        }
        CreditRecord stopped = records.stop(id, kind, repairCase, decidedBy, reason, day);
        trail.record(Access.allowed(caller, kind == Stop.Kind.PUBLICITY ? "record.publicity-stop" : "record.sharing-stop")
                .subject(stopped.subject()).items(List.of(stopped.item())).target(id).basis("repair case " + repairCase));
        RecordView view = RecordView.of(stopped, personal.masked(
                id, items.ofRecord(stopped.item()), stopped.current().content().data()), records.today());
        return ResponseEntity.ok().eTag(EntityTag.of(view.version())).body(view);
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static Violation missing(String field, String zh, String en) {
        return new Violation(field, "required", "请填写" + zh + "。", "Give " + en + ".");
    }
}
