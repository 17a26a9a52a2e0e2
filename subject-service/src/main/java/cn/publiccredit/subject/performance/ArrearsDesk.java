package cn.publiccredit.subject.performance;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import cn.publiccredit.subject.SubjectProblem;
import cn.publiccredit.subject.filing.Annulment;
import cn.publiccredit.subject.performance.Arrears.State;
import cn.publiccredit.support.audit.Access;
import cn.publiccredit.support.audit.AuditTrail;
import cn.publiccredit.support.idempotency.RequestIds;
import cn.publiccredit.support.problem.CommonProblem;
import cn.publiccredit.support.problem.Violation;
import cn.publiccredit.support.security.Caller;
import cn.publiccredit.support.security.Role;
import cn.publiccredit.support.web.EntityTag;
import cn.publiccredit.support.web.Paging;
import cn.publiccredit.support.work.LeasedWorker;
import cn.publiccredit.support.work.Work;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

/** Arrears: reported by whom they are owed to or by the body itself, confirmed by whoever supervises it, paid, settled. */
@Component
class ArrearsDesk {

    private static final int LONGEST = 500;
    private static final String PARTLY = "部分清偿";

    private final Ledger ledger;
    private final PerformanceDesk desk;
    private final LeasedWorker worker;
    private final RequestIds ids;
    private final AuditTrail trail;

    ArrearsDesk(
            Ledger ledger,
            PerformanceDesk desk,
            @Qualifier(PerformanceFiling.ARREARS) LeasedWorker worker,
            RequestIds ids,
            AuditTrail trail) {
        this.ledger = ledger;
        this.desk = desk;
        this.worker = worker;
        this.ids = ids;
        this.trail = trail;
    }

    /** @param amount in yuan */
    record Report(
            Party.@Nullable Told body,
            Counterparty.@Nullable Told counterparty,
            @Nullable String about,
            @Nullable BigDecimal amount,
            @Nullable LocalDate dueOn) {}

    Arrears report(Caller caller, Report report) {
        List<Violation> broken = new ArrayList<>();
        Party body = desk.body(caller, report.body(), broken);
        Counterparty other = Counterparty.of(report.counterparty(), broken);
        String about = report.about() == null ? "" : report.about().strip();
        if (about.isEmpty() || about.length() > LONGEST) {
            broken.add(new Violation("about", "length", "请填写拖欠事由，不超过 500 个字。", "Say what is owed for, at most 500 characters."));
        }
        BigDecimal amount = report.amount();
        if (amount == null || amount.signum() <= 0 || !Yuan.isMoney(amount)) {
            broken.add(new Violation("amount", "money", "请填写拖欠金额（元），应大于 0，至多两位小数、16 位整数。",
                    "Give the amount in yuan, above 0, with at most 2 decimals and 16 digits before them."));
        }
        LocalDate due = report.dueOn();
        if (due == null || !due.isBefore(desk.today())) {
            broken.add(new Violation("dueOn", "not-after", "请填写应付日期；尚未到期的不是拖欠。",
                    "Give the day it was due; what is not due yet is no arrears."));
        }
        if (!broken.isEmpty() || body == null || other == null || amount == null || due == null) {
            throw CommonProblem.INVALID.with().violating(broken);
        }
        boolean mayReport = caller.is(Role.SUBJECT_USER) ? desk.isOwed(caller, other) : desk.isVisible(caller, body, other);
        if (!mayReport) {
            throw CommonProblem.FORBIDDEN.with();
        }
        String id = ids.next();
        String debt = Arrears.debtOf(body, other, due, amount);
        ledger.ofDebt(debt).filter(known -> !known.id().equals(id)).ifPresent(known -> {
            throw SubjectProblem.ARREARS_KNOWN.with(known.number());
        });
        Arrears arrears = new Arrears(id, "QS" + id.replace("-", "").substring(0, 18).toUpperCase(Locale.ROOT), debt,
                body, other, about, amount, due, State.REPORTED, null, List.of(), List.of(), null, 0, Work.none(), null);
        trace(caller, "arrears.report", arrears);
        try {
            return ledger.add(Arrears.class, id, arrears);
        } catch (DuplicateKeyException taken) {
            // The other side has reported it in the same moment.
            throw ledger.ofDebt(debt).map(known -> SubjectProblem.ARREARS_KNOWN.with(known.number()))
                    .orElseGet(CommonProblem.CONFLICT::with).because(taken);
        }
    }

    Arrears confirm(Caller caller, String id, @Nullable String ifMatch, @Nullable String facts) {
        Arrears arrears = open(caller, id, ifMatch, State.REPORTED);
        PerformanceDesk.requireSupervisor(caller, arrears.body());
        return saved(caller, "arrears.confirm", arrears.confirmedBy(desk.organisation(caller)).then(
                State.CONFIRMED, event(caller, Event.Kind.CONFIRMED, State.CONFIRMED.zh(), PerformanceDesk.facts(facts), desk.today()), true));
    }

    Arrears dismiss(Caller caller, String id, @Nullable String ifMatch, @Nullable String facts) {
        Arrears arrears = open(caller, id, ifMatch, State.REPORTED);
        PerformanceDesk.requireSupervisor(caller, arrears.body());
        // Nothing about it was ever in the body's record, and nothing comes into it.
        Arrears dismissed = arrears.then(
                State.DISMISSED, event(caller, Event.Kind.DISMISSED, State.DISMISSED.zh(), PerformanceDesk.facts(facts), desk.today()), false);
        return saved(caller, "arrears.dismiss", dismissed);
    }

    Arrears pay(
            Caller caller,
            String id,
            @Nullable String ifMatch,
            @Nullable BigDecimal amount,
            @Nullable LocalDate on,
            @Nullable String evidence) {
        Arrears arrears = visible(caller, id);
        if (!arrears.body().isOf(caller)) {
            PerformanceDesk.requireSupervisor(caller, arrears.body());
        }
        EntityTag.require(ifMatch, arrears.versionNumber());
        if (arrears.state() != State.CONFIRMED) {
            PerformanceDesk.refuse(arrears.state().zh());
        }
        if (amount == null || amount.signum() <= 0 || !Yuan.isMoney(amount) || amount.compareTo(arrears.outstanding()) > 0) {
            throw CommonProblem.INVALID.with().violating("amount", "range",
                    "付款金额应大于 0，至多两位小数，且不超过未付金额 " + arrears.outstanding().toPlainString() + " 元。",
                    "The payment lies above 0, has at most 2 decimals and is not above the outstanding " + arrears.outstanding().toPlainString() + ".");
        }
        LocalDate day = desk.day(on, arrears.dueOn().minusYears(1));
        Arrears paid = arrears.paid(new Arrears.Payment(amount, day, evidence));
        return saved(caller, "arrears.pay", paid.outstanding().signum() == 0 ? settled(caller, paid) : partly(caller, paid, day));
    }

    private Arrears settled(Caller caller, Arrears paid) {
        LocalDate day = paid.paidUntil();
        if (!day.isAfter(paid.dueOn())) {
            throw CommonProblem.INVALID.with().violating("on", "after-due",
                    "各笔付款均不晚于应付日期 " + paid.dueOn() + "，即未拖欠：请核对付款日期，确系如此的，请申请撤销该认定。",
                    "All payments were made by " + paid.dueOn() + ", so there were no arrears: check the day, or have the finding annulled.");
        }
        return paid.then(State.SETTLED, event(caller, Event.Kind.SETTLED, State.SETTLED.zh(), "全部清偿", day), true);
    }

    private Arrears partly(Caller caller, Arrears paid, LocalDate day) {
        return paid.then(State.CONFIRMED, event(caller, Event.Kind.PAID, PARTLY,
                "尚欠 " + paid.outstanding().toPlainString() + " 元", day), true);
    }

    /** Whoever supervises the body may propose it; another one decides. */
    Arrears proposeAnnulment(Caller caller, String id, @Nullable String ifMatch, @Nullable String reason) {
        Arrears arrears = visible(caller, id);
        PerformanceDesk.requireSupervisor(caller, arrears.body());
        EntityTag.require(ifMatch, arrears.versionNumber());
        if (arrears.state() != State.CONFIRMED && arrears.state() != State.SETTLED) {
            PerformanceDesk.refuse(arrears.state().zh());
        }
        Annulment open = arrears.annulment();
        if (open != null && open.isOpen()) {
            throw SubjectProblem.ANNULMENT_STATE.with();
        }
        return saved(caller, "arrears.annulment", arrears.annulling(Annulment.proposed(null, reason, caller, desk.now())));
    }

    Arrears approveAnnulment(Caller caller, String id, @Nullable String ifMatch) {
        Arrears arrears = visible(caller, id);
        Annulment approved = proposal(caller, arrears, ifMatch).approved(caller, desk.now());
        return saved(caller, "arrears.annul", arrears.annulling(approved).then(State.ANNULLED,
                event(caller, Event.Kind.ANNULLED, State.ANNULLED.zh(), approved.reason(), desk.today()), true));
    }

    Arrears rejectAnnulment(Caller caller, String id, @Nullable String ifMatch, @Nullable String why) {
        Arrears arrears = visible(caller, id);
        Annulment rejected = proposal(caller, arrears, ifMatch).rejected(caller, desk.now(), why);
        return saved(caller, "arrears.annulment-reject", arrears.annulling(rejected));
    }

    private static Annulment proposal(Caller caller, Arrears arrears, @Nullable String ifMatch) {
        PerformanceDesk.requireSupervisor(caller, arrears.body());
        EntityTag.require(ifMatch, arrears.versionNumber());
        Annulment open = arrears.annulment();
        if (open == null || !open.isOpen()) {
            throw SubjectProblem.ANNULMENT_STATE.with();
        }
        return open;
    }

    /** As {@link #visible}, and somebody's reading of it is traced. */
    Arrears read(Caller caller, String id) {
        Arrears arrears = visible(caller, id);
        trace(caller, "arrears.read", arrears);
        return arrears;
    }

    private Arrears visible(Caller caller, String id) {
        return ledger.find(Arrears.class, id).filter(a -> desk.isVisible(caller, a.body(), a.counterparty()))
                .orElseThrow(SubjectProblem.PERFORMANCE_NOT_FOUND::with);
    }

    List<Arrears> list(Caller caller, @Nullable State state, @Nullable String body, Paging paging) {
        List<Criteria> all = new ArrayList<>(desk.whose(caller));
        if (state != null) {
            all.add(where("state").is(state));
        }
        if (body != null) {
            all.add(where("body.uscc").is(body));
        }
        trail.record(Access.allowed(caller, "arrears.list").subject(body));
        return ledger.list(Arrears.class, all, paging);
    }

    private Arrears open(Caller caller, String id, @Nullable String ifMatch, State wanted) {
        Arrears arrears = visible(caller, id);
        EntityTag.require(ifMatch, arrears.versionNumber());
        if (arrears.state() != wanted) {
            PerformanceDesk.refuse(arrears.state().zh());
        }
        return arrears;
    }

    private Arrears saved(Caller caller, String action, Arrears changed) {
        trace(caller, action, changed);
        Arrears kept = ledger.save(changed);
        worker.wake();
        return kept;
    }

    private void trace(Caller caller, String action, Arrears arrears) {
        trail.record(Access.allowed(caller, action).subject(arrears.body().uscc()).target(arrears.id()));
    }

    private Event event(Caller caller, Event.Kind kind, String status, @Nullable String facts, LocalDate on) {
        return new Event(kind, status, facts, on, caller.id(), caller.name(), desk.now(), null);
    }
}
