package cn.publiccredit.subject.access;

import cn.publiccredit.subject.SubjectProblem;
import cn.publiccredit.subject.personal.ItemPrivacies;
import cn.publiccredit.subject.personal.ItemPrivacy;
import cn.publiccredit.subject.personal.PersonalData;
import cn.publiccredit.subject.record.CreditRecord;
import cn.publiccredit.subject.record.RecordView;
import cn.publiccredit.subject.record.Records;
import cn.publiccredit.subject.record.SubjectKind;
import cn.publiccredit.subject.record.Version;
import cn.publiccredit.subject.subjects.Found;
import cn.publiccredit.subject.subjects.Subject;
import cn.publiccredit.subject.subjects.SubjectSearch;
import cn.publiccredit.subject.subjects.Subjects;
import cn.publiccredit.support.audit.Access;
import cn.publiccredit.support.audit.AuditTrail;
import cn.publiccredit.support.problem.CommonProblem;
import cn.publiccredit.support.problem.Problem;
import cn.publiccredit.support.problem.Words;
import cn.publiccredit.support.purpose.Purpose;
import cn.publiccredit.support.security.Caller;
import cn.publiccredit.support.security.Role;
import cn.publiccredit.support.time.TimeConfiguration;
import cn.publiccredit.support.web.Cursor;
import cn.publiccredit.support.web.Page;
import cn.publiccredit.support.web.Paging;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads of what is not public. Each is judged, then read, then written to the trail, and only then answered; a refusal is
 * written, too (architecture rule 4).
 */
@Component
class Reading {

    private final Subjects subjects;
    private final SubjectSearch search;
    private final Records records;
    private final Rights rights;
    private final ItemPrivacies items;
    private final PersonalData personal;
    private final AuditTrail trail;

    Reading(
            Subjects subjects,
            SubjectSearch search,
            Records records,
            Rights rights,
            ItemPrivacies items,
            PersonalData personal,
            AuditTrail trail) {
        this.subjects = subjects;
        this.search = search;
        this.records = records;
        this.rights = rights;
        this.items = items;
        this.personal = personal;
        this.trail = trail;
    }

    /** Which records of a subject are asked for; see {@link Records.Wanted}. */
    record Question(String subject, @Nullable String item, @Nullable LocalDate asOf, @Nullable Instant knownAt) {

        /** The day by which it is judged what has run out: the one that is asked about. */
        LocalDate day(LocalDate today) {
            if (asOf != null) {
                return asOf;
            }
            return knownAt == null ? today : LocalDate.ofInstant(knownAt, TimeConfiguration.ZONE);
        }
    }

    Subject subject(Caller caller, String id, Optional<Purpose> declared) {
        Known known = known(caller, id, declared);
        Attempt attempt = new Attempt(caller, "subject.read", known.purpose(), known.id(), List.of(), null);
        Subject subject = known.orElseThrow(() -> refused(attempt, SubjectProblem.SUBJECT_NOT_FOUND.with()));
        Scope scope = granted(attempt, rights.subject(caller, subject, known.purpose()));
        trail.record(attempt.allowed(scope));
        return subject;
    }

    Page<RecordView> records(Caller caller, Question question, Optional<Purpose> declared, Paging paging) {
        Known known = known(caller, question.subject(), declared);
        List<String> asked = question.item() == null ? List.of() : List.of(question.item());
        Attempt attempt = new Attempt(caller, "record.read", known.purpose(), known.id(), asked, null);
        Subject subject = known.orElseThrow(() -> refused(attempt, SubjectProblem.SUBJECT_NOT_FOUND.with()));
        Scope scope = granted(attempt, rights.records(caller, subject, question.item(), known.purpose()));
        Records.Wanted wanted =
                new Records.Wanted(subject.ids(), question.item(), question.asOf(), question.knownAt());
        // Judged by the present state, whatever version is shown.
        Map<String, Scope.Sight> sights = new HashMap<>();
        List<Records.Shown> read = records.ofSubject(wanted, paging.cursor(2), paging.limitPlusOne(),
                record -> {
                    Scope.Sight sight = scope.of(record, records.today());
                    sights.put(record.id(), sight);
                    return isShown(record, sight, question.knownAt());
                });
        Page<Records.Shown> page = Page.of(read, paging, Records.Shown::position);
        List<String> seen = page.items().stream().map(shown -> shown.record().item()).distinct().toList();
        trail.record(attempt.allowed(scope).items(seen.isEmpty() ? asked : seen));
        LocalDate day = question.day(records.today());
        return page.map(shown -> view(shown.record(), subject, sights.getOrDefault(shown.record().id(), Scope.Sight.PUBLIC), day));
    }

    // What was corrected since is not public any more.
    private static boolean isShown(CreditRecord record, Scope.Sight sight, @Nullable Instant knownAt) {
        return switch (sight) {
            case NONE -> false;
            case PUBLIC -> knownAt == null || record.current().wasKnownAt(knownAt);
            case FULL, OWN -> true;
        };
    }

    RecordView record(Caller caller, String id, String record, Optional<Purpose> declared) {
        Read read = read(caller, id, record, declared);
        return view(read.record(), read.subject(), read.sight(), records.today());
    }

    Page<VersionView> versions(
            Caller caller, String id, String record, Optional<Purpose> declared, Paging paging) {
        Integer before = paging.cursor(1).map(Cursor::first).map(Reading::number).orElse(null);
        Read read = read(caller, id, record, declared);
        List<Version> versions = read.sight() == Scope.Sight.PUBLIC
                ? Stream.of(read.record().current()).filter(only -> before == null || only.number() < before).toList()
                : records.versions(read.record(), before, paging.limitPlusOne());
        return Page.of(versions, paging, version -> Cursor.at(Integer.toString(version.number())))
                .map(version -> VersionView.of(version, data(read.record(), version, read.sight()), read.sight(), read.supervises()));
    }

    private static Integer number(String text) {
        try {
            return Integer.valueOf(text);
        } catch (NumberFormatException e) {
            throw CommonProblem.MALFORMED.with(Words.parameter("after")).violating("after", "cursor",
                    "参数 after 必须原样使用上一页返回的 next。", "after must be the next of the page before, unchanged.").because(e);
        }
    }

    /** @param supervises whether the caller supervises its source */
    private record Read(CreditRecord record, Subject subject, Scope.Sight sight, boolean supervises) {}

    /** A record that the caller may read; the trail has it already. */
    private Read read(Caller caller, String id, String recordId, Optional<Purpose> declared) {
        Known known = known(caller, id, declared);
        CreditRecord record = records.find(recordId)
                .filter(r -> known.subject() != null && known.subject().ids().contains(r.subject())).orElse(null);
        List<String> asked = record == null ? List.of() : List.of(record.item());
        Attempt attempt = new Attempt(caller, "record.read", known.purpose(), known.id(), asked, recordId);
        if (record == null || known.subject() == null) {
            throw refused(attempt, SubjectProblem.RECORD_NOT_FOUND.with());
        }
        Scope scope = granted(attempt, rights.records(caller, known.subject(), record.item(), known.purpose()));
        Scope.Sight sight = scope.of(record, records.today());
        if (sight == Scope.Sight.NONE) {
            throw refused(attempt, SubjectProblem.RECORD_NOT_FOUND.with());
        }
        trail.record(attempt.allowed(scope));
        boolean clerks = scope instanceof Scope.Everything || scope instanceof Scope.Supplied;
        return new Read(record, known.subject(), sight, clerks && sight == Scope.Sight.FULL);
    }

    /** A record of any subject, for the platform's services. */
    RecordView recordForService(Caller caller, String id, Optional<Purpose> declared) {
        CreditRecord record = records.find(id).orElseThrow(SubjectProblem.RECORD_NOT_FOUND::with);
        Scope scope = new Scope.Everything("platform service");
        Attempt attempt = new Attempt(caller, "record.read", declared.orElse(null), record.subject(),
                List.of(record.item()), id);
        trail.record(attempt.allowed(scope));
        String standing = subjects.find(record.subject()).map(Subject::id).orElse(null);
        return RecordView.of(record, standing, data(record, record.current(), Scope.Sight.FULL), records.today());
    }

    Found search(Caller caller, String question, Purpose purpose, Paging paging) {
        Optional<Subject> person = subjects.personByIdCard(question);
        if (person.isPresent()) {
            return person(caller, person.get(), purpose);
        }
        boolean city = caller.is(Role.CITY_OPERATOR) && !caller.is(Role.PROVINCE_OPERATOR);
        if (city && caller.division() == null) {
            throw CommonProblem.FORBIDDEN.with();
        }
        Found found = search.find(question, city ? caller.division() : null, paging);
        trail.record(Access.allowed(caller, "subject.search").purpose(purpose));
        return found;
    }

    // A number that may not be looked up is answered as one that nobody has: a refusal would tell that it is known.
    private Found person(Caller caller, Subject person, Purpose purpose) {
        Attempt attempt = new Attempt(caller, "subject.search", purpose, person.id(), List.of(), null);
        return switch (rights.subject(caller, person, purpose)) {
            case Rights.Ruling.Granted(Scope scope) -> {
                trail.record(attempt.allowed(scope));
                yield Found.only(person);
            }
            case Rights.Ruling.Refused refused -> {
                trail.record(attempt.refused());
                yield Found.nothing();
            }
        };
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

    private RecordView view(CreditRecord record, Subject subject, Scope.Sight sight, LocalDate day) {
        RecordView full = RecordView.of(record, subject.id(), data(record, record.current(), sight), day);
        if (sight != Scope.Sight.PUBLIC) {
            return full;
        }
        boolean person = record.subjectKind() == SubjectKind.PERSON;
        return full.opened(person ? personal.openName(full.subjectName()) : full.subjectName(),
                personal.openNumber(full.documentNumber()));
    }

    private Map<String, String> data(CreditRecord record, Version version, Scope.Sight sight) {
        ItemPrivacy item = items.ofRecord(record.item());
        Map<String, String> stored = version.content().data();
        return switch (sight) {
            case OWN -> personal.own(record.id(), item, stored);
            case FULL -> personal.masked(record.id(), item, stored);
            case PUBLIC, NONE -> record.subjectKind() == SubjectKind.PERSON
                    ? personal.openOfPerson(record.id(), item, stored, version.content().subjectName())
                    : personal.open(record.id(), item, stored);
        };
    }

    /** Whom a question is about. @param id the subject's own where there is one, else the one that was asked for */
    private record Known(@Nullable Subject subject, String id, Purpose purpose) {

        Subject orElseThrow(Supplier<Problem> refusal) {
            if (subject == null) {
                throw refusal.get();
            }
            return subject;
        }
    }

    private Known known(Caller caller, String id, Optional<Purpose> declared) {
        Subject subject = subjects.find(id).orElse(null);
        boolean own = caller.owns(id) || (subject != null && subject.isOwnedBy(caller));
        return new Known(subject, subject == null ? id : subject.id(), purpose(caller, own, declared));
    }

    // Nobody has to explain why they look at their own records, nor does a step that the platform itself runs.
    private static Purpose purpose(Caller caller, boolean own, Optional<Purpose> declared) {
        return declared.orElseGet(() -> {
            if (own) {
                return new Purpose("本人查询", null, null);
            }
            if (caller.is(Role.PLATFORM_SERVICE)) {
                return new Purpose("平台业务办理", null, null);
            }
            throw CommonProblem.PURPOSE_REQUIRED.with();
        });
    }
}
