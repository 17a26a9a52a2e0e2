package cn.publiccredit.listing.determination;

import cn.publiccredit.listing.Checks;
import cn.publiccredit.listing.determination.CaseState.Action;
import cn.publiccredit.listing.rulebook.RuleBooks;
import cn.publiccredit.listing.subject.OwnSubject;
import cn.publiccredit.support.audit.Access;
import cn.publiccredit.support.audit.AuditTrail;
import cn.publiccredit.support.problem.CommonProblem;
import cn.publiccredit.support.problem.Problem;
import cn.publiccredit.support.security.Caller;
import cn.publiccredit.support.web.EntityTag;
import cn.publiccredit.support.work.LeasedWorker;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Takes a case one step further: allowed for this caller, on the version that the caller saw, with a trace. */
@Component
class AdvanceCase {

    private final Cases cases;
    private final RuleBooks rules;
    private final OwnSubject ownSubject;
    private final AuditTrail trail;
    private final LeasedWorker publishing;
    private final Clock clock;

    AdvanceCase(
            Cases cases,
            RuleBooks rules,
            OwnSubject ownSubject,
            AuditTrail trail,
            @Qualifier("publishing") LeasedWorker publishing,
            Clock clock) {
        this.cases = cases;
        this.rules = rules;
        this.ownSubject = ownSubject;
        this.trail = trail;
        this.publishing = publishing;
        this.clock = clock;
    }

    ListingCase notify(Caller caller, String id, @Nullable String ifMatch, CaseRequests.Notify request) {
        return change(caller, id, ifMatch, Action.NOTIFY, listing -> {
            LocalDate today = today();
            LocalDate earliest = LocalDate.ofInstant(listing.proposedAt(), zone());
            LocalDate deliveredOn = request.deliveredOn();
            Checks checks = new Checks();
            String way = checks.text("way", request.way(), 100);
            checks.that(deliveredOn != null && !deliveredOn.isAfter(today) && !deliveredOn.isBefore(earliest),
                    "deliveredOn", "range", "送达日期应在提出日（" + earliest + "）至今天之间。",
                    "The day of delivery must lie between the proposal (" + earliest + ") and today.");
            checks.done();
            LocalDate delivered = deliveredOn == null ? today : deliveredOn;
            Notice notice = new Notice(delivered, way, periodFrom(delivered, listing));
            return listing.notified(notice, Person.of(caller), now());
        });
    }

    ListingCase state(Caller caller, String id, @Nullable String ifMatch, CaseRequests.State request) {
        return change(caller, id, ifMatch, Action.STATE, listing -> {
            Checks checks = new Checks();
            String text = checks.text("text", request.text(), 4000);
            checks.done();
            boolean waived = Boolean.TRUE.equals(request.waived());
            return listing.heard(new Statement(text, waived, Person.of(caller), now()));
        });
    }

    ListingCase determine(Caller caller, String id, @Nullable String ifMatch, CaseRequests.Determine request) {
        return change(caller, id, ifMatch, Action.DETERMINE, listing -> {
            Checks checks = new Checks();
            String number = checks.text("documentNumber", request.documentNumber(), 100);
            String note = checks.optionalText("note", request.note(), 2000);
            LocalDate noticed = listing.delivered().deliveredOn();
            LocalDate date = request.documentDate() == null ? LocalDate.MIN : request.documentDate();
            checks.that(!date.isAfter(today()) && !date.isBefore(noticed), "documentDate", "range",
                    "认定文书日期应在告知送达日（" + noticed + "）至今天之间。",
                    "The document's date must lie between the notice (" + noticed + ") and today.");
            checks.done();
            Determination document = new Determination(number, date, note, Person.of(caller));
            return listing.determined(document, periodFrom(noticed, listing), today(), now());
        });
    }

    ListingCase approve(Caller caller, String id, @Nullable String ifMatch, CaseRequests.@Nullable Approve request) {
        Checks checks = new Checks();
        String note = checks.optionalText("note", request == null ? null : request.note(), 2000);
        checks.done();
        ListingCase approved = change(caller, id, ifMatch, Action.APPROVE,
                listing -> listing.approved(Person.of(caller), note, now()));
        publishing.wake();
        return approved;
    }

    ListingCase reject(Caller caller, String id, @Nullable String ifMatch, CaseRequests.Reject request) {
        return change(caller, id, ifMatch, Action.REJECT, listing -> {
            Checks checks = new Checks();
            String reason = checks.text("reason", request.reason(), 2000);
            checks.done();
            return listing.rejected(Person.of(caller), reason, now());
        });
    }

    private ListingCase change(
            Caller caller, String id, @Nullable String ifMatch, Action action, UnaryOperator<ListingCase> change) {
        ListingCase before = cases.find(id).orElseThrow(CommonProblem.NOT_FOUND::with);
        String name = "case." + action.path();
        boolean own = ownSubject.isOf(caller, before.subject().id());
        if (!CaseAccess.allows(caller, own, action, before)) {
            trail.record(Access.refused(caller, name).subject(before.subject().id()).target(id));
            throw (CaseAccess.sees(caller, own, before) ? CommonProblem.FORBIDDEN : CommonProblem.NOT_FOUND).with();
        }
        EntityTag.require(ifMatch, before.version());
        before.require(action);
        ListingCase after;
        try {
            after = change.apply(before);
        } catch (Problem refused) {
            trail.record(Access.refused(caller, name).subject(before.subject().id()).target(id)
                    .basis(refused.code().code()));
            throw refused;
        }
        trail.record(Access.allowed(caller, name).subject(before.subject().id()).target(id));
        return cases.save(after);
    }

    private LocalDate periodFrom(LocalDate delivered, ListingCase listing) {
        return rules.endOfWorkingDays(delivered, listing.judgedBy().noticeWorkingDays());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private ZoneId zone() {
        return clock.getZone();
    }
}
