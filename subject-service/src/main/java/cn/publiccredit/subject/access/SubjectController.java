package cn.publiccredit.subject.access;

import cn.publiccredit.subject.record.RecordView;
import cn.publiccredit.subject.subjects.SearchPage;
import cn.publiccredit.subject.subjects.Subject;
import cn.publiccredit.subject.subjects.SubjectView;
import cn.publiccredit.support.purpose.Purpose;
import cn.publiccredit.support.security.AllowRoles;
import cn.publiccredit.support.security.AllowSignedIn;
import cn.publiccredit.support.security.Caller;
import cn.publiccredit.support.security.Role;
import cn.publiccredit.support.web.EntityTag;
import cn.publiccredit.support.web.Page;
import cn.publiccredit.support.web.Paging;
import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Subjects and their records for those entitled to them. */
@RestController
class SubjectController {

    private final Reading reading;

    SubjectController(Reading reading) {
        this.reading = reading;
    }

    @GetMapping("/subjects")
    @AllowRoles({Role.PROVINCE_OPERATOR, Role.CITY_OPERATOR, Role.DEPARTMENT_USER, Role.LIST_APPROVER,
        Role.REPAIR_APPROVER, Role.BANK, Role.PLATFORM_ENTERPRISE, Role.PLATFORM_SERVICE})
    SearchPage<SubjectView> search(
            @AuthenticationPrincipal Caller caller,
            @RequestParam String q,
            Purpose purpose,
            @RequestParam(defaultValue = "20") int limit,
            @RequestParam(required = false) @Nullable String after) {
        Paging paging = new Paging(limit, after);
        return reading.search(caller, q, purpose, paging).page(paging, SubjectView::of);
    }

    @GetMapping("/subjects/{id}")
    @AllowSignedIn
    ResponseEntity<SubjectView> subject(
            @AuthenticationPrincipal Caller caller, @PathVariable String id, Optional<Purpose> purpose) {
        Subject subject = reading.subject(caller, id, purpose);
        return ResponseEntity.ok().eTag(EntityTag.of(subject.version())).body(SubjectView.of(subject));
    }

    @GetMapping("/subjects/{id}/records")
    @AllowSignedIn
    Page<RecordView> records(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            Optional<Purpose> purpose,
            @RequestParam(required = false) @Nullable String item,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable String knownAt,
            @RequestParam(defaultValue = "20") int limit,
            @RequestParam(required = false) @Nullable String after) {
        Reading.Question question = new Reading.Question(id, item, asOf, Moment.parse("knownAt", knownAt));
        return reading.records(caller, question, purpose, new Paging(limit, after));
    }

    @GetMapping("/subjects/{id}/records/{record}")
    @AllowSignedIn
    ResponseEntity<RecordView> record(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @PathVariable String record,
            Optional<Purpose> purpose) {
        return tagged(reading.record(caller, id, record, purpose));
    }

    @Operation(summary = "一条记录的全部版本，最新在前：何时由哪一批次的哪一行、因何而来")
    @GetMapping("/subjects/{id}/records/{record}/versions")
    @AllowSignedIn
    Page<VersionView> versions(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @PathVariable String record,
            Optional<Purpose> purpose,
            @RequestParam(defaultValue = "20") int limit,
            @RequestParam(required = false) @Nullable String after) {
        return reading.versions(caller, id, record, purpose, new Paging(limit, after));
    }

    @GetMapping("/records/{id}")
    @AllowRoles(Role.PLATFORM_SERVICE)
    ResponseEntity<RecordView> record(
            @AuthenticationPrincipal Caller caller, @PathVariable String id, Optional<Purpose> purpose) {
        return tagged(reading.recordForService(caller, id, purpose));
    }

    private static ResponseEntity<RecordView> tagged(RecordView record) {
        return ResponseEntity.ok().eTag(EntityTag.of(record.version())).body(record);
    }
}
