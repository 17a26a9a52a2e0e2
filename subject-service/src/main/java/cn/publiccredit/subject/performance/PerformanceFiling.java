package cn.publiccredit.subject.performance;

import cn.publiccredit.subject.filing.Fact;
import cn.publiccredit.subject.filing.Filing;
import cn.publiccredit.subject.record.Source;
import cn.publiccredit.support.identity.Division;
import cn.publiccredit.support.work.Lease;
import cn.publiccredit.support.work.LeasedWorker;
import cn.publiccredit.support.work.Task;
import cn.publiccredit.support.work.Workers;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Brings what happens with contracts and arrears into the body's record, in its order, until all is there. */
@Configuration(proxyBeanMethods = false)
class PerformanceFiling {

    static final String CONTRACTS = "contractWorker";
    static final String ARREARS = "arrearsWorker";

    @Bean(CONTRACTS)
    LeasedWorker contractWorker(Workers workers, Ledger ledger, Filing filing, PerformanceSettings settings) {
        return workers.worker("contracts", Contract.COLLECTION, 1, new Run<>(Contract.class, ledger, filing,
                Contract::events, Contract::filed, (contract, i) -> of(contract, i, settings)));
    }

    @Bean(ARREARS)
    LeasedWorker arrearsWorker(Workers workers, Ledger ledger, Filing filing, PerformanceSettings settings) {
        return workers.worker("arrears", Arrears.COLLECTION, 1, new Run<>(Arrears.class, ledger, filing,
                Arrears::events, Arrears::filed, (arrears, i) -> of(arrears, i, settings)));
    }

    private record Run<T>(
            Class<T> type,
            Ledger ledger,
            Filing filing,
            Function<T, List<Event>> events,
            ToIntFunction<T> filed,
            BiFunction<T, Integer, Fact> facts)
            implements Task {

        @Override
        public Next run(String id, Lease lease) {
            Optional<T> found = ledger.find(type, id);
            if (found.isEmpty()) {
                return new Next.Done();
            }
            List<Event> all = events.apply(found.get());
            for (int i = filed.applyAsInt(found.get()); i < all.size(); i++) {
                lease.requireHeld();
                filing.file(facts.apply(found.get(), i));
                ledger.filed(type, id, lease, i + 1);
            }
            boolean more = ledger.find(type, id)
                    .filter(now -> filed.applyAsInt(now) < events.apply(now).size()).isPresent();
            return more ? new Next.Again(all.getLast().at()) : new Next.Done();
        }
    }

    private static Fact of(Contract contract, int index, PerformanceSettings settings) {
        Event event = contract.events().get(index);
        Map<String, String> values = values(event, contract.counterparty(), contract.amount());
        values.put("合同编号", contract.number());
        values.put("合同名称", contract.title());
        values.put("合同类型", contract.kind() == Contract.Kind.CONTRACT ? "政府合同" : "政策承诺");
        values.put("签订日期", contract.signedOn().toString());
        values.put("合同签订日期", contract.signedOn().toString());
        return fact(settings.contractItem(), "contract/" + contract.id(), index, contract.body(), contract.number(),
                contract.signedOn(), values, event);
    }

    private static Fact of(Arrears arrears, int index, PerformanceSettings settings) {
        Event event = arrears.events().get(index);
        Map<String, String> values = values(event, arrears.counterparty(), arrears.amount());
        values.put("拖欠编号", arrears.number());
        values.put("拖欠事由", arrears.about());
        values.put("拖欠金额", arrears.amount().toPlainString());
        values.put("应付日期", arrears.dueOn().toString());
        return fact(settings.arrearsItem(), "arrears/" + arrears.id(), index, arrears.body(), arrears.number(),
                arrears.dueOn(), values, event);
    }

    private static Map<String, String> values(Event event, Counterparty counterparty, @Nullable BigDecimal amount) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("履约状态", event.status());
        values.put("合同履行状态", event.status());
        values.put("状态", event.status());
        values.put("相对方名称", counterparty.name());
        values.put("相对方统一社会信用代码", counterparty.uscc());
        if (event.facts() != null) {
            values.put("违约事实", event.facts());
            values.put("情况说明", event.facts());
        }
        if (amount != null) {
            values.put("合同金额", amount.toPlainString());
        }
        return values;
    }

    private static Fact fact(
            String item, String about, int index, Party body, String number, LocalDate date, Map<String, String> values,
            Event event) {
        return new Fact(item, about, index + 1L, body.uscc(), body.name(),
                new Source(body.uscc(), body.name(), new Division(body.division())), number, date, values, event.actor(),
                event.at());
    }
}
