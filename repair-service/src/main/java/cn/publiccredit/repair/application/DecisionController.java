package cn.publiccredit.repair.application;

import cn.publiccredit.repair.RepairProblem;
import cn.publiccredit.repair.decision.DecisionPage;
import cn.publiccredit.repair.decision.DecisionSheet;
import cn.publiccredit.support.purpose.Purpose;
import cn.publiccredit.support.security.AllowAnyone;
import cn.publiccredit.support.security.AllowRoles;
import cn.publiccredit.support.security.Caller;
import cn.publiccredit.support.security.Role;
import cn.publiccredit.support.web.EntityTag;
import cn.publiccredit.support.web.Page;
import cn.publiccredit.support.web.Paging;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.util.MimeTypeUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The decision on a repair: for its parties as data or to print, for everybody that it was made. */
@RestController
class DecisionController {

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private final CaseReading reading;
    private final DecisionPage page;

    DecisionController(CaseReading reading, DecisionPage page) {
        this.reading = reading;
        this.page = page;
    }

    @GetMapping("/cases/{id}/decision")
    @AllowRoles({Role.SUBJECT_USER, Role.DEPARTMENT_USER, Role.CITY_OPERATOR, Role.PROVINCE_OPERATOR,
        Role.REPAIR_APPROVER, Role.PLATFORM_SERVICE})
    ResponseEntity<Object> decision(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = MediaType.ALL_VALUE) List<MediaType> accept,
            Optional<Purpose> purpose) {
        RepairCase repair = reading.one(id, caller, purpose);
        DecisionSheet sheet = DecisionSheets.of(repair).orElseThrow(RepairProblem.NOT_DECIDED::with);
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok()
                .eTag(EntityTag.of(repair.version)).varyBy(HttpHeaders.ACCEPT);
        return prefersPage(accept)
                ? answer.contentType(HTML)
                        .header("Content-Security-Policy", DecisionPage.CONTENT_SECURITY_POLICY)
                        .body(page.of(sheet))
                : answer.contentType(MediaType.APPLICATION_JSON).body(sheet);
    }

    @GetMapping("/public/decisions")
    @AllowAnyone
    Page<PublicDecision> decisions(
            @RequestParam(required = false) @Nullable String subject,
            @RequestParam(defaultValue = "20") int limit,
            @RequestParam(required = false) @Nullable String after) {
        return reading.decisions(subject, new Paging(limit, after)).map(PublicDecision::of);
    }

    private static boolean prefersPage(List<MediaType> accept) {
        List<MediaType> byPreference = new ArrayList<>(accept);
        MimeTypeUtils.sortBySpecificity(byPreference);
        for (MediaType wanted : byPreference) {
            if (wanted.includes(MediaType.APPLICATION_JSON)) {
                return false;
            }
            if (wanted.includes(MediaType.TEXT_HTML)) {
                return true;
            }
        }
        return false;
    }
}
