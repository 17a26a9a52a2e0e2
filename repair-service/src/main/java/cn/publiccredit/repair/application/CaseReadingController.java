package cn.publiccredit.repair.application;

import cn.publiccredit.support.purpose.Purpose;
import cn.publiccredit.support.security.AllowRoles;
import cn.publiccredit.support.security.AllowSignedIn;
import cn.publiccredit.support.security.Caller;
import cn.publiccredit.support.security.Role;
import cn.publiccredit.support.web.Page;
import cn.publiccredit.support.web.Paging;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reads of cases. */
@RestController
class CaseReadingController {

    private final CaseReading reading;
    private final CaseAnswers answers;

    CaseReadingController(CaseReading reading, CaseAnswers answers) {
        this.reading = reading;
        this.answers = answers;
    }

    @GetMapping("/cases/{id}")
    @AllowRoles({Role.SUBJECT_USER, Role.DEPARTMENT_USER, Role.CITY_OPERATOR, Role.PROVINCE_OPERATOR,
        Role.REPAIR_APPROVER, Role.PLATFORM_SERVICE})
    ResponseEntity<CaseView> one(
            @AuthenticationPrincipal Caller caller, @PathVariable String id, Optional<Purpose> purpose) {
        return answers.ok(reading.one(id, caller, purpose));
    }

    @GetMapping("/cases")
    @AllowSignedIn
    Page<CaseView> list(
            @AuthenticationPrincipal Caller caller,
            Optional<Purpose> purpose,
            @RequestParam(required = false) @Nullable String subject,
            @RequestParam(required = false) @Nullable CaseState state,
            @RequestParam(defaultValue = "false") boolean overdue,
            @RequestParam(defaultValue = "20") int limit,
            @RequestParam(required = false) @Nullable String after) {
        return reading.list(
                new CaseReading.Filter(subject, state, overdue), new Paging(limit, after), caller, purpose);
    }
}
