package cn.publiccredit.subject.access;

import cn.publiccredit.subject.SubjectProblem;
import cn.publiccredit.subject.personal.ItemPrivacies;
import cn.publiccredit.subject.personal.ItemPrivacy;
import cn.publiccredit.subject.personal.PersonalData;
import cn.publiccredit.subject.record.CreditRecord;
import cn.publiccredit.subject.record.RecordView;
import cn.publiccredit.subject.record.Records;
import cn.publiccredit.subject.subjects.Subject;
import cn.publiccredit.subject.subjects.SubjectView;
import cn.publiccredit.subject.subjects.Subjects;
import cn.publiccredit.support.audit.Access;
import cn.publiccredit.support.audit.AuditTrail;
import cn.publiccredit.support.problem.CommonProblem;
import cn.publiccredit.support.problem.Problem;
import cn.publiccredit.support.purpose.Purpose;
import cn.publiccredit.support.security.Caller;
import cn.publiccredit.support.security.Role;
import cn.publiccredit.support.web.Page;
import cn.publiccredit.support.web.Paging;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads of what is not public. Each is judged, then read, then written to the trail, and only then answered; a refusal is
 * written, too (architecture rule 4).
 */
@Component
class Reading {

    private final Subjects subjects;
    private final Records records;
    private final Rights rights;
    private final ItemPrivacies items;
    private final PersonalData personal;
    private final AuditTrail trail;

    Reading(
            Subjects subjects,
            Records records,
            Rights rights,
            ItemPrivacies items,
            PersonalData personal,
            AuditTrail trail) {
        this.subjects = subjects;
        this.records = records;
        this.rights = rights;
        this.items = items;
        this.personal = personal;
        this.trail = trail;
    }

    Subject subject(Caller caller, String id, Optional<Purpose> declared) {
        Purpose purpose = purpose(caller, id, declared);
        Attempt attempt = new Attempt(caller, "subject.read", purpose, id, List.of(), null);
        Subject subject = subjects.find(id).orElseThrow(() -> refused(attempt, SubjectProblem.SUBJECT_NOT_FOUND.with()));
        Scope scope = granted(attempt, rights.subject(caller, subject, purpose));
        trail.record(attempt.allowed(scope));
        return subject;
    }

    Page<RecordView> records(Caller caller, Records.Wanted wanted, Optional<Purpose> declared, Paging paging) {
        Purpose purpose = purpose(caller, wanted.subject(), declared);
        List<String> asked = wanted.item() == null ? List.of() : List.of(wanted.item());
        Attempt attempt = new Attempt(caller, "record.read", purpose, wanted.subject(), asked, null);
        Scope scope = scope(attempt, wanted.item(), purpose);
        List<CreditRecord> read = records.ofSubject(wanted, paging.cursor(2), paging.limitPlusOne(),
                record -> scope.includes(record, records.today()));
        Page<CreditRecord> page = Page.of(read, paging, Records::position);
        List<String> seen = page.items().stream().map(CreditRecord::item).distinct().toList();
        trail.record(attempt.allowed(scope).items(seen.isEmpty() ? asked : seen));
        return page.map(record -> view(record, scope));
    }

    RecordView record(Caller caller, String subject, String id, Optional<Purpose> declared) {
        Purpose purpose = purpose(caller, subject, declared);
        CreditRecord record = records.find(id).filter(r -> r.subject().equals(subject)).orElse(null);
        List<String> asked = record == null ? List.of() : List.of(record.item());
        Attempt attempt = new Attempt(caller, "record.read", purpose, subject, asked, id);
        if (record == null) {
            throw refused(attempt, SubjectProblem.RECORD_NOT_FOUND.with());
        }
        Scope scope = scope(attempt, record.item(), purpose);
        if (!scope.includes(record, records.today())) {
            throw refused(attempt, SubjectProblem.RECORD_NOT_FOUND.with());
        }
        trail.record(attempt.allowed(scope));
        return view(record, scope);
    }

    /** A record of any subject, for the platform's services. */
    RecordView recordForService(Caller caller, String id, Optional<Purpose> declared) {
        CreditRecord record = records.find(id).orElseThrow(SubjectProblem.RECORD_NOT_FOUND::with);
        Scope scope = new Scope.Everything("platform service");
        Attempt attempt = new Attempt(caller, "record.read", declared.orElse(null), record.subject(),
                List.of(record.item()), id);
        trail.record(attempt.allowed(scope));
        return view(record, scope);
    }

    List<SubjectView> search(Caller caller, String question, Purpose purpose, Paging paging) {
        Optional<Subject> person = subjects.personByIdCard(question);
        if (person.isPresent()) {
            return person(caller, person.get(), purpose);
        }
        boolean city = caller.is(Role.CITY_OPERATOR) && !caller.is(Role.PROVINCE_OPERATOR);
        if (city && caller.division() == null) {
            throw CommonProblem.FORBIDDEN.with();
        }
        List<Subject> found = subjects.search(question, city ? caller.division() : null, paging);
        trail.record(Access.allowed(caller, "subject.search").purpose(purpose));
        return found.stream().map(SubjectView::of).toList();
    }

    // A number that may not be looked up is answered as one that nobody has: a refusal would tell that it is known.
    private List<SubjectView> person(Caller caller, Subject person, Purpose purpose) {
        Attempt attempt = new Attempt(caller, "subject.search", purpose, person.id(), List.of(), null);
        return switch (rights.subject(caller, person, purpose)) {
            case Rights.Ruling.Granted(Scope scope) -> {
                trail.record(attempt.allowed(scope));
                yield List.of(SubjectView.of(person));
            }
            case Rights.Ruling.Refused refused -> {
                trail.record(attempt.refused());
                yield List.of();
            }
        };
    }

    private Scope scope(Attempt attempt, @Nullable String item, Purpose purpose) {
        Subject subject = subjects.find(attempt.subject())
                .orElseThrow(() -> refused(attempt, SubjectProblem.SUBJECT_NOT_FOUND.with()));
        return granted(attempt, rights.records(attempt.caller(), subject, item, purpose));
    }

    private Scope granted(Attempt attempt, Rights.Ruling ruling) {
        return switch (ruling) {
            case Rights.Ruling.Granted(Scope scope) -> scope;
            case Rights.Ruling.Refused(Problem problem) -> throw refused(attempt, problem);
        };
    }

    private Problem refused(Attempt attempt, Problem problem) {
        trail.record(attempt.refused());
        return problem;
    }

    private RecordView view(CreditRecord record, Scope scope) {
        ItemPrivacy item = items.ofRecord(record.item());
        Map<String, String> stored = record.current().content().data();
        Map<String, String> data = scope instanceof Scope.Own
                ? personal.own(record.id(), item, stored)
                : personal.masked(record.id(), item, stored);
        return RecordView.of(record, data, records.today());
    }

    // Nobody has to explain why they look at their own records, nor does a step that the platform itself runs.
    private static Purpose purpose(Caller caller, String subject, Optional<Purpose> declared) {
        return declared.orElseGet(() -> {
            if (caller.owns(subject)) {
                return new Purpose("本人查询", null, null);
            }
            if (caller.is(Role.PLATFORM_SERVICE)) {
                return new Purpose("平台业务办理", null, null);
            }
            throw CommonProblem.PURPOSE_REQUIRED.with();
        });
    }
}
