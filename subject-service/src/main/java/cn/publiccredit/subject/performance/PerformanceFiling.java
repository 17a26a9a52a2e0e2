package cn.publiccredit.subject.performance;

import cn.publiccredit.subject.filing.Fact;
import cn.publiccredit.subject.filing.Filing;
import cn.publiccredit.subject.filing.Values;
import cn.publiccredit.support.work.Lease;
import cn.publiccredit.support.work.LeasedWorker;
import cn.publiccredit.support.work.Task;
import cn.publiccredit.support.work.Workers;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
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

    private static final String CONTRACT = "contract/";

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
        Fault fault = Fault.among(contract.events().subList(0, index + 1)).orElse(null);
        Values values = values(contract, event, fault);
        Values before = fault == null || fault.remedy() == null ? null : values(contract, fault.breach(), null);
        Fact fact = fact(settings.contractItem(), CONTRACT + contract.id(), index, contract.body(), contract.number(),
                contract.signedOn(), values, before, event, contract.body());
        return standing(event, fact);
    }

    /** The contract that a record was made of; empty for a record of something else. */
    static Optional<String> contract(String matter) {
        return matter.startsWith(CONTRACT) ? Optional.of(matter.substring(CONTRACT.length())) : Optional.empty();
    }

    private static Fact standing(Event event, Fact fact) {
        String why = event.facts();
        return event.kind() == Event.Kind.ANNULLED ? fact.withdrawn(why == null ? event.status() : why) : fact;
    }

    private static Values values(Contract contract, Event event, @Nullable Fault fault) {
        Event remedy = fault == null ? null : fault.remedy();
        String kind = contract.kind() == Contract.Kind.CONTRACT ? "政府合同" : "政策承诺";
        Values values = values(event, contract.counterparty())
                .say("合同编号", contract.number())
                .say("合同名称", contract.title())
                .say("合同类型", kind, "其他-" + kind)
                .say("签订日期", contract.signedOn().toString())
                .say("合同签订日期", contract.signedOn().toString())
                .say("约定履行期限至", lastDue(contract))
                .say("违约情况", fault == null || remedy != null ? null : fault.breach().facts())
                .say("违约认定日期", fault == null ? null : fault.breach().on().toString())
                .say("整改完成日期", remedy == null ? null : remedy.on().toString());
        money(values, "合同金额", contract.amount());
        return values;
    }

    private static @Nullable String lastDue(Contract contract) {
        return contract.milestones().stream().map(Contract.Milestone::dueOn).max(LocalDate::compareTo)
                .filter(last -> !last.isBefore(contract.signedOn())).map(LocalDate::toString).orElse(null);
    }

    private static Fact of(Arrears arrears, int index, PerformanceSettings settings) {
        Event event = arrears.events().get(index);
        Values values = values(arrears, event);
        Values before = event.kind() == Event.Kind.SETTLED ? values(arrears, arrears.events().getFirst()) : null;
        Party authority = arrears.confirmedBy() == null ? arrears.body() : arrears.confirmedBy();
        Fact fact = fact(settings.arrearsItem(), "arrears/" + arrears.id(), index, arrears.body(), arrears.number(),
                arrears.events().getFirst().on(), values, before, event, authority);
        return standing(event, fact);
    }

    private static Values values(Arrears arrears, Event event) {
        Values values = values(event, arrears.counterparty())
                .say("拖欠编号", arrears.number())
                .say("拖欠事由", arrears.about())
                .say("应付日期", arrears.dueOn().toString())
                .say("清偿日期", event.kind() == Event.Kind.SETTLED ? event.on().toString() : null);
        money(values, "拖欠金额", arrears.amount());
        return values;
    }

    private static Values values(Event event, Counterparty counterparty) {
        return new Values()
                .say("履约状态", event.status(), inRecord(event.status()))
                .say("合同履行状态", event.status(), inRecord(event.status()))
                .say("清偿状态", event.status(), inRecord(event.status()))
                .say("状态", event.status(), inRecord(event.status()))
                .say("相对方名称", counterparty.name())
                .say("相对方统一社会信用代码", counterparty.uscc())
                .say("债权人名称", counterparty.name())
                .say("违约事实", event.facts())
                .say("情况说明", event.facts())
                .say("备注", event.facts() == null ? null : event.status() + "：" + event.facts());
    }

    /** The same state in the words of the national catalogue's columns, which knows fewer. */
    private static String inRecord(String status) {
        return switch (status) {
            case "违约" -> "未履行";
            case "履行完毕", "违约已整改，履行完毕" -> "已履行";
            case "违约已整改，履行中" -> "履行中";
            case "拖欠" -> "未清偿";
            default -> status;
        };
    }

    /** @param yuan null where it is not about money */
    private static void money(Values values, String name, @Nullable BigDecimal yuan) {
        if (yuan != null) {
            values.say(name, yuan.toPlainString());
            values.say(name + "（万元）", yuan.movePointLeft(4).stripTrailingZeros().toPlainString());
        }
    }

    private static Fact fact(
            String item, String about, int index, Party body, String number, LocalDate date, Values values,
            @Nullable Values before, Event event, Party authority) {
        return new Fact(item, about, index + 1L, body.uscc(), body.name(),
                body.asSource(), authority.asSource(), number, date, values, before, null, event.actor(), event.at());
    }
}
