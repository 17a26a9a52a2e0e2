package cn.publiccredit.repair.application;

import cn.publiccredit.repair.RepairProblem;
import cn.publiccredit.repair.calendar.Timers;
import cn.publiccredit.repair.condition.RepairConditions;
import cn.publiccredit.repair.entry.ListEntries;
import cn.publiccredit.repair.record.CreditRecord;
import cn.publiccredit.repair.record.Identities;
import cn.publiccredit.repair.record.Records;
import cn.publiccredit.support.idempotency.RequestIds;
import cn.publiccredit.support.problem.Violation;
import cn.publiccredit.support.security.Caller;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the subject does: it opens, edits, submits and withdraws. */
@Component
class Applying {

    private final Cases cases;
    private final CaseDesk desk;
    private final CaseBook book;
    private final CaseTrail trail;
    private final Records records;
    private final Identities identities;
    private final ListEntries entries;
    private final Timers timers;
    private final RequestIds ids;
    private final Clock clock;

    Applying(
            Cases cases, CaseDesk desk, CaseBook book, CaseTrail trail, Records records, Identities identities, ListEntries entries,
            Timers timers, RequestIds ids, Clock clock) {
        this.cases = cases;
        this.desk = desk;
        this.book = book;
        this.trail = trail;
        this.records = records;
        this.identities = identities;
        this.entries = entries;
        this.timers = timers;
        this.ids = ids;
        this.clock = clock;
    }

    RepairCase open(String recordId, Petition petition, Caller caller) {
        CreditRecord record = own(recordId, caller);
        if (record.isRepaired()) {
            throw RepairProblem.ALREADY_REPAIRED.with();
        }
        if (!record.isAdverse() || !record.isLive()) {
            throw RepairProblem.NOT_REPAIRABLE.with();
        }
        RepairCase draft = RepairCase.draft(ids.next(), record, petition, Actor.of(caller), now());
        trail.allowed(caller, "case.open", draft);
        return cases.open(draft);
    }

    RepairCase edit(CaseDesk.Change wanted, Petition petition) {
        return desk.change(wanted, repair -> repair.edit(petition));
    }

    RepairCase submit(CaseDesk.Change wanted) {
        return desk.change(wanted, repair -> {
            requireConditions(repair);
            repair.submit(timers.received(LocalDate.now(clock)), Actor.of(wanted.caller()), now());
        });
    }

    RepairCase withdraw(CaseDesk.Change wanted, @Nullable String note) {
        return desk.change(wanted, repair -> repair.withdraw(Actor.of(wanted.caller()), now(), note));
    }

    private CreditRecord own(String recordId, Caller caller) {
        CreditRecord record = records.find(recordId).orElseThrow(RepairProblem.RECORD_UNKNOWN::with);
        if (!identities.isOwn(caller, record.subject())) {
            trail.refusedSubject(caller, "case.open", record.subject());
            throw RepairProblem.RECORD_UNKNOWN.with();
        }
        return record;
    }

    // The record is read anew: the draft may be months old.
    private void requireConditions(RepairCase repair) {
        CreditRecord record = records.find(repair.record.id()).orElseThrow(RepairProblem.RECORD_UNKNOWN::with);
        List<String> subject = identities.of(record.subject());
        LocalDate today = LocalDate.now(clock);
        List<Violation> unmet = new ArrayList<>(RepairConditions.unmetBy(
                record, today, book.barredUntil(subject).orElse(null)));
        unmet.addAll(RepairConditions.unmetBy(repair.petition.statement(), repair.petition.commitment()));
        repair.petition.listEntries().stream()
                .filter(entry -> !mayEndWith(repair, subject, entry))
                .map(Applying::foreignEntry)
                .forEach(unmet::add);
        if (!unmet.isEmpty()) {
            throw RepairProblem.CONDITIONS.with().violating(unmet);
        }
    }

    // An entry that rests on another record needs that record's repair.
    private boolean mayEndWith(RepairCase repair, List<String> subject, String entryId) {
        return entries.find(entryId)
                .filter(entry -> subject.contains(entry.subject()))
                .filter(entry -> entry.record() == null || entry.restsOn(repair.record.id()))
                .isPresent();
    }

    private static Violation foreignEntry(String entryId) {
        return new Violation("listEntries", "own-entry",
                "名单信息 " + entryId + " 不属于本主体或由其他失信信息引起，不能随本申请移出。",
                "List entry " + entryId + " is another subject's or rests on another record; it cannot end with this case.");
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
