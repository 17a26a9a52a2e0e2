package cn.publiccredit.subject.commitment;

import cn.publiccredit.subject.filing.Fact;
import cn.publiccredit.subject.filing.Filing;
import cn.publiccredit.subject.record.Source;
import cn.publiccredit.support.identity.Division;
import cn.publiccredit.support.work.Lease;
import cn.publiccredit.support.work.LeasedWorker;
import cn.publiccredit.support.work.Task;
import cn.publiccredit.support.work.Workers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Brings every state of a commitment into the subject's record, in their order, until all are there. */
@Component
class CommitmentFiling implements Task {

    static final String WORKER = "commitmentWorker";

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
            filing.file(fact(commitment, i));
            store.filed(id, lease, i + 1);
        }
        return store.find(id).filter(c -> c.filed() < c.events().size()).isPresent()
                ? new Next.Again(commitment.events().getLast().at())
                : new Next.Done();
    }

    private Fact fact(Commitment commitment, int index) {
        Commitment.Event event = commitment.events().get(index);
        Map<String, String> values = new LinkedHashMap<>();
        values.put("承诺编码", commitment.number());
        values.put("承诺类型", commitment.template().kindInChinese());
        values.put("承诺事由", commitment.matter());
        values.put("承诺内容", commitment.template().text());
        values.put("承诺作出日期", commitment.madeOn().toString());
        values.put("承诺日期", commitment.madeOn().toString());
        values.put("受理单位", commitment.authority().name());
        values.put("受理单位统一社会信用代码", commitment.authority().uscc());
        values.put("履约状态", event.state().zh());
        values.put("承诺履行状态", event.state().zh());
        put(values, "承诺有效期", commitment.validUntil() == null ? null : commitment.validUntil().toString());
        put(values, "违诺责任", commitment.template().consequence());
        put(values, "违诺事实", event.state() == Commitment.State.BROKEN ? event.facts() : null);
        put(values, "违诺处理", event.consequence());
        put(values, "核查情况", event.facts());
        Commitment.Authority authority = commitment.authority();
        return new Fact(settings.item(), "commitment/" + commitment.id(), index + 1L, commitment.subject(),
                commitment.subjectName(), new Source(authority.uscc(), authority.name(), new Division(authority.division())), commitment.number(),
                commitment.madeOn(), values, event.actor(), event.at());
    }

    private static void put(Map<String, String> values, String name, @Nullable String value) {
        if (value != null) {
            values.put(name, value);
        }
    }
}
