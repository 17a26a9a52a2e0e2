package cn.publiccredit.subject.performance;

import cn.publiccredit.support.security.Caller;
import cn.publiccredit.support.web.Cursor;
import cn.publiccredit.support.web.Paging;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

/** How bodies keep what they owe; added up from their contracts and arrears, one after the other. */
@Component
class Rates {

    private final Ledger ledger;
    private final PerformanceDesk desk;
    private final PerformanceSettings settings;

    Rates(Ledger ledger, PerformanceDesk desk, PerformanceSettings settings) {
        this.ledger = ledger;
        this.desk = desk;
        this.settings = settings;
    }

    /**
     * A body's figures.
     *
     * @param due milestones whose day has come
     * @param inTime of these, done by their day
     * @param late of these, done later
     * @param overdue of these, not done
     * @param rate part of the due ones that was done in time; null when none was due
     * @param breaches that stand
     * @param breachesEver all that were found, remedied ones too
     * @param arrears that are not paid
     * @param arrearsEver all that were confirmed, settled ones too
     * @param arrearsSettledInTime of these, paid in full within the time that bodies have after the finding
     * @param outstanding yuan of confirmed arrears that are not paid
     */
    record Rate(
            String body,
            String name,
            String division,
            long contracts,
            long promises,
            long due,
            long inTime,
            long late,
            long overdue,
            @Nullable BigDecimal rate,
            long breaches,
            long breachesEver,
            long arrears,
            long arrearsEver,
            long arrearsSettled,
            long arrearsSettledInTime,
            BigDecimal outstanding) {}

    /** By the codes of the bodies; only what the bodies of one page owe is read. */
    List<Rate> of(Caller caller, Paging paging) {
        List<Criteria> whose = desk.whose(caller);
        List<String> page = ledger.bodies(whose, paging.cursor(1).map(Cursor::first).orElse(null), paging.limitPlusOne());
        LocalDate today = desk.today();
        Map<String, Sum> bodies = new TreeMap<>();
        try (Stream<Contract> contracts = ledger.stream(Contract.class, whose, page)) {
            contracts.forEach(c -> bodies.computeIfAbsent(c.body().uscc(), code -> new Sum(c.body())).add(c, today));
        }
        try (Stream<Arrears> arrears = ledger.stream(Arrears.class, whose, page)) {
            arrears.forEach(a -> bodies.computeIfAbsent(a.body().uscc(), code -> new Sum(a.body())).add(a, settings.settleWithin()));
        }
        return bodies.values().stream().map(Sum::rate).toList();
    }

    private static final class Sum {

        private final Party body;
        private long contracts;
        private long promises;
        private long inTime;
        private long late;
        private long overdue;
        private long breaches;
        private long breachesEver;
        private long arrears;
        private long arrearsSettled;
        private long arrearsSettledInTime;
        private BigDecimal outstanding = BigDecimal.ZERO;

        Sum(Party body) {
            this.body = body;
        }

        void add(Contract contract, LocalDate today) {
            if (contract.state() == Contract.State.ANNULLED) {
                return;
            }
            switch (contract.kind()) {
                case CONTRACT -> contracts++;
                case PROMISE -> promises++;
            }
            breaches += contract.breach() == null ? 0 : 1;
            breachesEver += count(contract, Event.Kind.BREACHED) - count(contract, Event.Kind.BREACH_ANNULLED);
            for (Contract.Milestone m : contract.milestones()) {
                if (m.dueOn().isAfter(today)) {
                    continue;
                }
                if (m.isOverdue(today)) {
                    overdue++;
                } else if (m.wasLate()) {
                    late++;
                } else if (m.doneOn() != null) {
                    inTime++;
                }
            }
        }

        private static long count(Contract contract, Event.Kind kind) {
            return contract.events().stream().filter(event -> event.kind() == kind).count();
        }

        void add(Arrears one, Duration term) {
            switch (one.state()) {
                case CONFIRMED -> {
                    arrears++;
                    outstanding = outstanding.add(one.outstanding());
                }
                case SETTLED -> {
                    arrearsSettled++;
                    LocalDate last = one.events().getFirst().on().plusDays(term.toDays());
                    arrearsSettledInTime += one.paidUntil().isAfter(last) ? 0 : 1;
                }
                case REPORTED, DISMISSED, ANNULLED -> { }
            }
        }

        Rate rate() {
            long due = inTime + late + overdue;
            BigDecimal rate = due == 0
                    ? null
                    : BigDecimal.valueOf(inTime).divide(BigDecimal.valueOf(due), 4, RoundingMode.HALF_UP);
            return new Rate(body.uscc(), body.name(), body.division(), contracts, promises, due, inTime, late, overdue, rate,
                    breaches, breachesEver, arrears, arrears + arrearsSettled, arrearsSettled, arrearsSettledInTime, outstanding);
        }
    }
}
