package cn.publiccredit.listing.entry;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import cn.publiccredit.listing.subject.Identity;
import cn.publiccredit.listing.subject.OwnSubject;
import cn.publiccredit.listing.subject.Subjects;
import cn.publiccredit.support.audit.Access;
import cn.publiccredit.support.audit.AuditTrail;
import cn.publiccredit.support.problem.CommonProblem;
import cn.publiccredit.support.purpose.Purpose;
import cn.publiccredit.support.security.AllowRoles;
import cn.publiccredit.support.security.Caller;
import cn.publiccredit.support.security.Role;
import cn.publiccredit.support.web.EntityTag;
import cn.publiccredit.support.web.Page;
import cn.publiccredit.support.web.Paging;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Entries for those entitled, and their end by another decision. */
@RestController
class EntryController {

    private final Entries entries;
    private final Subjects subjects;
    private final OwnSubject ownSubject;
    private final EndEntry endEntry;
    private final AuditTrail trail;
    private final Clock clock;

    EntryController(
            Entries entries,
            Subjects subjects,
            OwnSubject ownSubject,
            EndEntry endEntry,
            AuditTrail trail,
            Clock clock) {
        this.entries = entries;
        this.subjects = subjects;
        this.ownSubject = ownSubject;
        this.endEntry = endEntry;
        this.trail = trail;
        this.clock = clock;
    }

    @GetMapping("/entries")
    @AllowRoles({Role.DEPARTMENT_USER, Role.CITY_OPERATOR, Role.PROVINCE_OPERATOR, Role.LIST_APPROVER, Role.REPAIR_APPROVER,
        Role.AUDITOR, Role.SUBJECT_USER, Role.BANK, Role.PLATFORM_ENTERPRISE, Role.PLATFORM_SERVICE})
    Page<EntryView> entries(
            @AuthenticationPrincipal Caller caller,
            Optional<Purpose> purpose,
            @RequestParam(required = false) @Nullable String subject,
            @RequestParam(required = false) @Nullable String list,
            @RequestParam(required = false) @Nullable String record,
            @RequestParam(required = false) EntryView.@Nullable State state,
            @RequestParam(defaultValue = "20") int limit,
            @RequestParam(required = false) @Nullable String after) {
        Optional<Identity> about = identity(subject);
        List<String> own = ownSubject.idsOf(caller);
        boolean ofOwn = about.filter(asked -> own.contains(asked.asked())).isPresent();
        Purpose why = EntryAccess.purpose(caller, ofOwn, purpose);
        LocalDate today = LocalDate.now(clock);
        List<Criteria> filter = new ArrayList<>();
        EntryAccess.of(caller, own, today).ifPresent(filter::add);
        about.ifPresent(asked -> filter.add(where("subject").in(asked.ids())));
        equal(filter, "list", list);
        equal(filter, "record", record);
        if (state != null) {
            filter.add(state == EntryView.State.PUBLISHED
                    ? Entries.liveOn(today)
                    : new Criteria().norOperator(Entries.liveOn(today)));
        }
        Page<Entry> page = entries.find(filter, new Paging(limit, after));
        trail.record(accesses(caller, why, subject, page));
        return page.map(entry -> view(entry, about, today));
    }

    @GetMapping("/entries/{id}")
    @AllowRoles({Role.DEPARTMENT_USER, Role.CITY_OPERATOR, Role.PROVINCE_OPERATOR, Role.LIST_APPROVER, Role.REPAIR_APPROVER,
        Role.AUDITOR, Role.SUBJECT_USER, Role.BANK, Role.PLATFORM_ENTERPRISE, Role.PLATFORM_SERVICE})
    ResponseEntity<EntryView> entry(
            @AuthenticationPrincipal Caller caller, Optional<Purpose> purpose, @PathVariable String id) {
        LocalDate today = LocalDate.now(clock);
        Optional<Entry> found = entries.find(id);
        boolean own = found.filter(entry -> ownSubject.isOf(caller, entry.subject())).isPresent();
        Purpose why = EntryAccess.purpose(caller, own, purpose);
        Entry entry = found.orElseThrow(CommonProblem.NOT_FOUND::with);
        if (!EntryAccess.sees(caller, own, entry, today)) {
            trail.record(Access.refused(caller, "entry.read").purpose(why).subject(entry.subject()).target(id));
            throw CommonProblem.NOT_FOUND.with();
        }
        EntryView view = view(entry, identity(entry.subject()), today);
        trail.record(Access.allowed(caller, "entry.read").purpose(why).subject(entry.subject()).target(id));
        return ResponseEntity.ok().eTag(EntityTag.of(entry.version())).body(view);
    }

    @PostMapping("/entries/{id}/exit")
    @AllowRoles(Role.PLATFORM_SERVICE)
    ResponseEntity<EntryView> exit(
            @AuthenticationPrincipal Caller caller, @PathVariable String id, @RequestBody ExitRequest request) {
        LocalDate today = LocalDate.now(clock);
        Entry ended = endEntry.end(caller, id, request.at(clock.instant(), today));
        return ResponseEntity.ok().eTag(EntityTag.of(ended.version())).body(EntryView.on(today, ended));
    }

    private Optional<Identity> identity(@Nullable String subject) {
        return Optional.ofNullable(subject).filter(id -> !id.isBlank()).map(id -> subjects.identity(id.strip()));
    }

    private static EntryView view(Entry entry, Optional<Identity> about, LocalDate today) {
        EntryView view = EntryView.on(today, entry);
        return about.map(view::with).orElse(view);
    }

    private static void equal(List<Criteria> filter, String field, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            filter.add(where(field).is(value.strip()));
        }
    }

    /** One trace for each subject that was seen; one for the question where nothing was found. */
    private static List<Access> accesses(
            Caller caller, @Nullable Purpose why, @Nullable String subject, Page<Entry> page) {
        Access read = Access.allowed(caller, "entry.read").purpose(why);
        List<String> seen = page.items().stream().map(Entry::subject).distinct().toList();
        return seen.isEmpty() ? List.of(read.subject(subject)) : seen.stream().map(read::subject).toList();
    }
}
