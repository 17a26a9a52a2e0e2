package cn.publiccredit.catalog.editing;

import cn.publiccredit.catalog.changes.Announcements;
import cn.publiccredit.catalog.content.Kind;
import cn.publiccredit.catalog.content.ProposedRetirement;
import cn.publiccredit.catalog.content.StoredVersion;
import cn.publiccredit.catalog.content.VersionStore;
import cn.publiccredit.support.problem.CommonProblem;
import cn.publiccredit.support.security.AllowRoles;
import cn.publiccredit.support.security.Caller;
import cn.publiccredit.support.security.Callers;
import cn.publiccredit.support.security.Role;
import cn.publiccredit.support.web.Cursor;
import cn.publiccredit.support.web.Page;
import cn.publiccredit.support.web.Paging;
import cn.publiccredit.support.web.ServiceSettings;
import java.net.URI;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Proposals to retire a code, of every kind of content. */
@RestController
class RetirementController {

    private final Retirement retirement;
    private final VersionStore store;
    private final Announcements announcements;
    private final ServiceSettings service;

    RetirementController(
            Retirement retirement, VersionStore store, Announcements announcements, ServiceSettings service) {
        this.retirement = retirement;
        this.store = store;
        this.announcements = announcements;
        this.service = service;
    }

    /**
     * From when and why it is to be retired.
     *
     * @param from the first day on which it is no longer in force; left out for the day of the approval
     */
    record Ending(@Nullable LocalDate from, @Nullable String reason) {}

    /** What waits for a decision; what a next version has settled is no longer among it. */
    @GetMapping("/retirements")
    @AllowRoles({Role.CATALOG_EDITOR, Role.CATALOG_APPROVER, Role.PROVINCE_OPERATOR})
    Page<RetirementView> retirements(
            @RequestParam(defaultValue = "20") int limit, @RequestParam(required = false) @Nullable String after) {
        Paging paging = new Paging(limit, after);
        String from = paging.cursor(1).map(Cursor::first).orElse("");
        announcements.announce();
        return Page.of(store.retiring(from, paging.limitPlusOne()), paging, version -> Cursor.at(version.id()))
                .map(RetirementView::of);
    }

    @PostMapping(Kind.IN_PATH + "/{code}/retirement")
    @AllowRoles(Role.CATALOG_EDITOR)
    ResponseEntity<RetirementView> propose(
            @PathVariable Kind kind, @PathVariable String code, @RequestBody Ending ending,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        StoredVersion version = retirement.propose(
                kind, code, ending.from(), Reasons.required(ending.reason()), ifMatch, caller());
        URI location = URI.create(service.prefix() + "/" + kind.path() + "/" + code + "/retirement");
        return shown(ResponseEntity.created(location), version);
    }

    @GetMapping(Kind.IN_PATH + "/{code}/retirement")
    @AllowRoles({Role.CATALOG_EDITOR, Role.CATALOG_APPROVER, Role.PROVINCE_OPERATOR})
    ResponseEntity<RetirementView> retirement(@PathVariable Kind kind, @PathVariable String code) {
        return shown(ResponseEntity.ok(), retirement.require(kind, code));
    }

    @DeleteMapping(Kind.IN_PATH + "/{code}/retirement")
    @AllowRoles({Role.CATALOG_EDITOR, Role.CATALOG_APPROVER})
    ResponseEntity<Void> discard(
            @PathVariable Kind kind, @PathVariable String code,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        retirement.discard(kind, code, ifMatch, caller());
        return ResponseEntity.status(HttpStatus.NO_CONTENT).build();
    }

    private static ResponseEntity<RetirementView> shown(ResponseEntity.BodyBuilder answer, StoredVersion version) {
        ProposedRetirement proposed = Objects.requireNonNull(version.retirement(), version.id());
        return answer.cacheControl(CacheControl.noStore()).eTag(proposed.tag()).body(RetirementView.of(version));
    }

    private static Caller caller() {
        return Callers.current().orElseThrow(CommonProblem.UNAUTHENTICATED::with);
    }
}
