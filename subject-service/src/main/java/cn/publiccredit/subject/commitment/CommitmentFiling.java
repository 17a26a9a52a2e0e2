package cn.publiccredit.subject.commitment;

import cn.publiccredit.subject.filing.Fact;
import cn.publiccredit.subject.filing.Filing;
import cn.publiccredit.subject.filing.Values;
import cn.publiccredit.subject.record.Source;
import cn.publiccredit.subject.rulebook.CommitmentTemplate;
import cn.publiccredit.support.work.Lease;
import cn.publiccredit.support.work.LeasedWorker;
import cn.publiccredit.support.work.Task;
import cn.publiccredit.support.work.Workers;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Brings every state of a commitment into the subject's record, in their order, until all are there. */
@Component
class CommitmentFiling implements Task {

    static final String WORKER = "commitmentWorker";

    private static final String MATTER = "commitment/";

    private final Commitments store;
    private final Filing filing;
    private final CommitmentSettings settings;

    CommitmentFiling(Commitments store, Filing filing, CommitmentSettings settings) {
        this.store = store;
        this.filing = filing;
        this.settings = settings;
    }

    @Configuration(proxyBeanMethods = false)
    static class Worker {

        @Bean(WORKER)
        LeasedWorker commitmentWorker(Workers workers, CommitmentFiling task) {
            return workers.worker("commitments", Commitment.COLLECTION, 1, task);
        }
    }

    @Override
    public Next run(String id, Lease lease) {
        Optional<Commitment> found = store.find(id);
        if (found.isEmpty()) {
            return new Next.Done();
        }
        Commitment commitment = found.get();
        for (int i = commitment.filed(); i < commitment.events().size(); i++) {
            lease.requireHeld();
            String record = commitment.events().get(i).state().isRecorded() ? filing.file(fact(commitment, i)) : commitment.record();
            store.filed(id, lease, i + 1, record);
        }
        return store.find(id).filter(c -> c.filed() < c.events().size()).isPresent()
                ? new Next.Again(commitment.events().getLast().at())
                : new Next.Done();
    }

    /** The commitment that a record was made of; empty for a record of something else. */
    static Optional<String> commitment(String matter) {
        return matter.startsWith(MATTER) ? Optional.of(matter.substring(MATTER.length())) : Optional.empty();
    }

    /** What the report standard's columns have no place for. */
    private static @Nullable String remark(Commitment.Event event) {
        return switch (event.state()) {
            case SUBMITTED, DECLINED, MADE, ANNULLED -> null;
            case BROKEN -> "违诺处理：" + event.consequence();
            case FULFILLED, REPAIRED -> event.state().zh() + "：" + event.facts();
        };
    }

    private Fact fact(Commitment commitment, int index) {
        Commitment.Event event = commitment.events().get(index);
        boolean broken = event.state() == Commitment.State.BROKEN;
        String state = event.state().zh();
        String standard = event.state().inRecord();
        boolean mended = event.state() == Commitment.State.REPAIRED;
        Commitment.Event breach = broken || mended ? commitment.breachUntil(index) : null;
        CommitmentTemplate.Breach rule = commitment.template().breach();
        String grade = breach == null || rule == null ? null : rule.grade();
        LocalDate until = commitment.validUntil();
        Values values = new Values()
                .say("承诺编码", commitment.number())
                .say("承诺类型", commitment.template().kindInChinese(), commitment.template().kindInRecord())
                .say("承诺事由", commitment.matter())
                .say("承诺内容", commitment.template().text())
                .say("承诺作出日期", commitment.madeOn().toString())
                .say("承诺日期", commitment.madeOn().toString())
                .say("受理单位", commitment.authority().name())
                .say("受理单位统一社会信用代码", commitment.authority().uscc())
                .say("履约状态", state, standard)
                .say("承诺履行状态", state, standard)
                .say("承诺有效期", until == null ? null : until.toString())
                .say("违诺责任", commitment.template().consequence())
                .say("违诺事实", broken ? event.facts() : null)
                .say("违诺情形", broken ? event.facts() : null)
                .say("违诺处理", event.consequence())
                .say("核查情况", event.facts())
                .say("核查日期", event.state() == Commitment.State.MADE ? null : event.on().toString())
                .say("违诺认定日期", breach == null ? null : breach.on().toString())
                .say("整改完成日期", mended ? event.on().toString() : null)
                .say("失信程度", grade)
                .say("失信程度认定理由", grade == null ? null : "按承诺模板“" + commitment.template().name() + "”载明的失信程度")
                .say("备注", remark(event));
        Source authority = commitment.authority().asSource();
        Fact fact = new Fact(settings.item(), MATTER + commitment.id(), index + 1L, commitment.subject(),
                commitment.subjectName(), authority, authority, commitment.number(), commitment.madeOn(), values, event.actor(), event.at());
        String why = event.facts();
        return event.state() == Commitment.State.ANNULLED ? fact.withdrawn(why == null ? state : why) : fact;
    }
}
