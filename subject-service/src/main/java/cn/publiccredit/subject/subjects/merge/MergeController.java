package cn.publiccredit.subject.subjects.merge;

import cn.publiccredit.support.purpose.Purpose;
import cn.publiccredit.support.security.AllowRoles;
import cn.publiccredit.support.security.Caller;
import cn.publiccredit.support.security.Role;
import cn.publiccredit.support.time.TimeConfiguration;
import cn.publiccredit.support.web.Cursor;
import cn.publiccredit.support.web.EntityTag;
import cn.publiccredit.support.web.Page;
import cn.publiccredit.support.web.Paging;
import cn.publiccredit.support.web.ServiceSettings;
import io.swagger.v3.oas.annotations.Operation;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Mergers of two codes into one subject, proposed by one operator and approved by another. */
@RestController
class MergeController {

    private final Merging merging;
    private final Comparing comparing;
    private final Merges merges;
    private final ServiceSettings service;

    MergeController(Merging merging, Comparing comparing, Merges merges, ServiceSettings service) {
        this.merging = merging;
        this.comparing = comparing;
        this.merges = merges;
        this.service = service;
    }

    record Reason(@Nullable String reason) {}

    record EventView(
            Merge.Act act,
            String into,
            String actor,
            OffsetDateTime at,
            @Nullable String reason,
            @Nullable String evidence) {}

    /** @param subject the subject that is merged away; it identifies the merger */
    record MergeView(String subject, String into, Merge.State state, List<EventView> history, long version) {

        static MergeView of(Merge merge) {
            return new MergeView(merge.id(), merge.into(), merge.state(), merge.history().stream()
                    .map(e -> new EventView(e.act(), e.into(), e.actorName(),
                            e.at().atZone(TimeConfiguration.ZONE).toOffsetDateTime(), e.reason(), e.evidence()))
                    .toList(), Merging.version(merge));
        }
    }

    @Operation(summary = "提出将一个代码并入另一主体（一体多码），须由另一人批准")
    @PostMapping("/governance/merges")
    @AllowRoles({Role.PROVINCE_OPERATOR, Role.CITY_OPERATOR})
    ResponseEntity<MergeView> propose(@AuthenticationPrincipal Caller caller, @RequestBody MergeRequest request) {
        Merge merge = merging.propose(caller, request);
        return ResponseEntity.created(URI.create(service.prefix() + "/governance/merges/" + merge.id()))
                .eTag(EntityTag.of(Merging.version(merge))).body(MergeView.of(merge));
    }

    @GetMapping("/governance/merges")
    @AllowRoles(Role.PROVINCE_OPERATOR)
    Page<MergeView> list(
            @RequestParam(required = false) Merge.@Nullable State state,
            @RequestParam(defaultValue = "20") int limit,
            @RequestParam(required = false) @Nullable String after) {
        Paging paging = new Paging(limit, after);
        return Page.of(merges.list(state, paging), paging, m -> Cursor.at(m.id())).map(MergeView::of);
    }

    @Operation(summary = "合并前后对照：两个代码的名称、登记信息和各类记录数量")
    @GetMapping("/governance/merges/comparison")
    @AllowRoles({Role.PROVINCE_OPERATOR, Role.CITY_OPERATOR})
    ResponseEntity<Comparison> compare(
            @AuthenticationPrincipal Caller caller,
            @RequestParam String subject,
            @RequestParam String into,
            Purpose purpose) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore())
                .body(comparing.compare(caller, subject, into, purpose));
    }

    @GetMapping("/governance/merges/{subject}")
    @AllowRoles({Role.PROVINCE_OPERATOR, Role.CITY_OPERATOR})
    ResponseEntity<MergeView> one(@AuthenticationPrincipal Caller caller, @PathVariable String subject) {
        return answer(merging.visible(caller, subject));
    }

    @Operation(summary = "批准合并或撤销合并；提出者本人不能批准")
    @PostMapping("/governance/merges/{subject}/approve")
    @AllowRoles(Role.PROVINCE_OPERATOR)
    ResponseEntity<MergeView> approve(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String subject,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        return answer(merging.approve(caller, subject, ifMatch));
    }

    @PostMapping("/governance/merges/{subject}/reject")
    @AllowRoles(Role.PROVINCE_OPERATOR)
    ResponseEntity<MergeView> reject(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String subject,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Reason reason) {
        return answer(merging.reject(caller, subject, ifMatch, reason.reason()));
    }

    @Operation(summary = "提出撤销合并，须由另一人批准")
    @PostMapping("/governance/merges/{subject}/undo")
    @AllowRoles({Role.PROVINCE_OPERATOR, Role.CITY_OPERATOR})
    ResponseEntity<MergeView> undo(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String subject,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Reason reason) {
        return answer(merging.proposeUndo(caller, subject, ifMatch, reason.reason()));
    }

    private static ResponseEntity<MergeView> answer(Merge merge) {
        return ResponseEntity.ok().eTag(EntityTag.of(Merging.version(merge))).body(MergeView.of(merge));
    }
}
