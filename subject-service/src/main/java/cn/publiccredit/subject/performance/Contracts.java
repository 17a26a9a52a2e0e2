package cn.publiccredit.subject.performance;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import cn.publiccredit.subject.SubjectProblem;
import cn.publiccredit.subject.performance.Contract.State;
import cn.publiccredit.support.audit.Access;
import cn.publiccredit.support.audit.AuditTrail;
import cn.publiccredit.support.idempotency.RequestIds;
import cn.publiccredit.support.problem.CommonProblem;
import cn.publiccredit.support.security.Caller;
import cn.publiccredit.support.web.EntityTag;
import cn.publiccredit.support.web.Paging;
import cn.publiccredit.support.web.ServiceSettings;
import cn.publiccredit.support.work.LeasedWorker;
import cn.publiccredit.support.work.Work;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

/** Contracts and promises: registered by the body, breaches found by whoever supervises it. */
@Component
class Contracts {

    static final String PATH = "/performance/contracts/";

    private final Ledger ledger;
    private final PerformanceDesk desk;
    private final LeasedWorker worker;
    private final RequestIds ids;
    private final AuditTrail trail;
    private final ServiceSettings service;

    Contracts(
            Ledger ledger,
            PerformanceDesk desk,
            @Qualifier(PerformanceFiling.CONTRACTS) LeasedWorker worker,
            RequestIds ids,
            AuditTrail trail,
            ServiceSettings service) {
        this.ledger = ledger;
        this.desk = desk;
        this.worker = worker;
        this.ids = ids;
        this.trail = trail;
        this.service = service;
    }

    Contract register(Caller caller, ContractRequest request) {
        ContractRequest.Checked checked = request.checked(caller, desk);
        if (!checked.body().isOf(caller)) {
            PerformanceDesk.requireSupervisor(caller, checked.body());
        }
        Event event = event(caller, Event.Kind.REGISTERED, State.RUNNING.zh(), null, checked.signedOn());
        String key = Contract.keyOf(checked.body(), checked.counterparty(), checked.signedOn(), checked.number());
        Contract contract = new Contract(ids.next(), key, checked.kind(), checked.number(), checked.title(), checked.body(),
                checked.counterparty(), checked.signedOn(), request.amount(), checked.milestones(),
                Contract.firstOpen(checked.milestones()), null, List.of(event), List.of(), null, 0, Work.dueAt(event.at()),
                null);
        trace(caller, "contract.register", contract);
        Contract kept = added(contract);
        worker.wake();
        return kept;
    }

    /** A contract that is registered twice would be one record, in which its last registration hides a breach of the first. */
    private Contract added(Contract contract) {
        try {
            return ledger.add(Contract.class, contract.id(), contract);
        } catch (DuplicateKeyException taken) {
            throw ledger.ofKey(contract.key())
                    .map(there -> SubjectProblem.CONTRACT_KNOWN.with(there.number(), service.prefix() + PATH + there.id()))
                    .orElseGet(CommonProblem.CONFLICT::with).because(taken);
        }
    }

    Contract done(
            Caller caller,
            String id,
            int milestone,
            @Nullable String ifMatch,
            @Nullable LocalDate on,
            @Nullable String evidence) {
        Contract contract = visible(caller, id);
        if (!contract.body().isOf(caller)) {
            PerformanceDesk.requireSupervisor(caller, contract.body());
        }
        EntityTag.require(ifMatch, contract.versionNumber());
        requireStanding(contract);
        if (milestone < 0 || milestone >= contract.milestones().size()) {
            throw CommonProblem.NOT_FOUND.with();
        }
        if (contract.milestones().get(milestone).doneOn() != null) {
            PerformanceDesk.refuse("已完成");
        }
        Contract changed = contract.done(milestone, desk.day(on, contract.signedOn()),
                evidence == null ? null : PerformanceDesk.facts(evidence));
        if (changed.state() == State.FULFILLED) {
            changed = changed.then(event(caller, Event.Kind.FULFILLED, State.FULFILLED.zh(), null, desk.today()));
        }
        return saved(caller, "contract.milestone", changed);
    }

    Contract breach(
            Caller caller, String id, @Nullable String ifMatch, @Nullable LocalDate on, @Nullable String facts) {
        Contract contract = visible(caller, id);
        PerformanceDesk.requireSupervisor(caller, contract.body());
        EntityTag.require(ifMatch, contract.versionNumber());
        requireStanding(contract);
        if (contract.breach() != null) {
            PerformanceDesk.refuse(State.BREACHED.zh());
        }
        String what = PerformanceDesk.facts(facts);
        LocalDate day = desk.day(on, contract.signedOn());
        return saved(caller, "contract.breach",
                contract.breached(what).then(event(caller, Event.Kind.BREACHED, State.BREACHED.zh(), what, day)));
    }

    Contract remedy(
            Caller caller, String id, @Nullable String ifMatch, @Nullable LocalDate on, @Nullable String facts) {
        Contract contract = visible(caller, id);
        PerformanceDesk.requireSupervisor(caller, contract.body());
        EntityTag.require(ifMatch, contract.versionNumber());
        if (contract.breach() == null) {
            PerformanceDesk.refuse(contract.state().zh());
        }
        String what = PerformanceDesk.facts(facts);
        // What was put right before it was found broken is no record that the data standard would take.
        LocalDate day = desk.day(on, Fault.among(contract.events()).map(fault -> fault.breach().on()).orElse(contract.signedOn()));
        Contract changed = contract.breached(null);
        return saved(caller, "contract.remedy", changed.then(
                event(caller, Event.Kind.REMEDIED, changed.remedied(), what, day)));
    }

    static void requireStanding(Contract contract) {
        if (contract.state() == State.ANNULLED) {
            PerformanceDesk.refuse(State.ANNULLED.zh());
        }
    }

    /** As those that may see it find it; the reading is traced. */
    Contract read(Caller caller, String id) {
        Contract contract = visible(caller, id);
        trace(caller, "contract.read", contract);
        return contract;
    }

    Contract visible(Caller caller, String id) {
        return ledger.find(Contract.class, id).filter(c -> desk.isVisible(caller, c.body(), c.counterparty()))
                .orElseThrow(SubjectProblem.PERFORMANCE_NOT_FOUND::with);
    }

    List<Contract> list(Caller caller, Contract.@Nullable Kind kind, @Nullable String body, boolean overdue, Paging paging) {
        List<Criteria> all = new ArrayList<>(desk.whose(caller));
        if (kind != null) {
            all.add(where("kind").is(kind));
        }
        if (body != null) {
            all.add(where("body.uscc").is(body));
        }
        trail.record(Access.allowed(caller, "contract.list").subject(body));
        return overdue ? ledger.overdue(all, desk.today(), paging) : ledger.list(Contract.class, all, paging);
    }

    Contract saved(Caller caller, String action, Contract changed) {
        trace(caller, action, changed);
        Contract kept = ledger.save(changed);
        worker.wake();
        return kept;
    }

    private void trace(Caller caller, String action, Contract contract) {
        trail.record(Access.allowed(caller, action).subject(contract.body().uscc()).target(contract.id()));
    }

    Event event(Caller caller, Event.Kind kind, String status, @Nullable String facts, LocalDate on) {
        return new Event(kind, status, facts, on, caller.id(), caller.name(), desk.now(), null);
    }
}
