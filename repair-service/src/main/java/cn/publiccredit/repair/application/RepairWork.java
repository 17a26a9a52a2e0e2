package cn.publiccredit.repair.application;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import cn.publiccredit.support.work.LeasedWorker;
import cn.publiccredit.support.work.Workers;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.query.Criteria;

/** The worker that takes the steps of approved cases, and what operators watch. */
@Configuration(proxyBeanMethods = false)
class RepairWork {

    @Bean
    LeasedWorker repairStepWorker(Workers workers, RepairSteps steps) {
        return workers.stepWorker("repair-steps", RepairCase.COLLECTION, steps.actions(), steps::completed);
    }

    @Bean
    Gauge overdueCases(Cases cases, Clock clock, MeterRegistry meters) {
        return Gauge.builder("credit.repair.overdue", cases, c -> c.count(overdue(LocalDate.now(clock))))
                .description("Cases whose working-day limit has passed").register(meters);
    }

    /** Cases that are late on this day: {@link RepairCase#isOverdue} as a query. */
    static Criteria overdue(LocalDate today) {
        Criteria total = where("deadlines.totalBy").lt(today);
        return new Criteria().orOperator(
                where(Cases.STATE).is(CaseState.FORWARDED)
                        .orOperator(where("deadlines.acceptBy").lt(today), total),
                where(Cases.STATE).in(CaseState.ACCEPTED, CaseState.EXTENDED)
                        .orOperator(where("deadlines.reviewBy").lt(today), total));
    }
}
