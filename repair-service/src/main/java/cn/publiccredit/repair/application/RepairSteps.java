package cn.publiccredit.repair.application;

import cn.publiccredit.repair.decision.DecisionNumbers;
import cn.publiccredit.repair.entry.ExitOrder;
import cn.publiccredit.repair.entry.ListEntries;
import cn.publiccredit.repair.entry.ListEntry;
import cn.publiccredit.repair.record.Records;
import cn.publiccredit.repair.record.StopOrder;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/**
 * What makes an approved repair take effect: 终止公示、停止共享、解除惩戒、出具决定书 (国家发展改革委令第36号第三条). Each step
 * may run again after a crash: the peers know a case again, and a case keeps its decision's number.
 */
@Component
class RepairSteps {

    private static final String STOP_PUBLICITY = "STOP_PUBLICITY";
    private static final String STOP_SHARING = "STOP_SHARING";
    private static final String EXIT_LIST_ENTRIES = "EXIT_LIST_ENTRIES";
    private static final String ISSUE_DECISION = "ISSUE_DECISION";

    static final List<String> IN_ORDER = List.of(STOP_PUBLICITY, STOP_SHARING, EXIT_LIST_ENTRIES, ISSUE_DECISION);

    private final Cases cases;
    private final Records records;
    private final ListEntries entries;
    private final DecisionNumbers numbers;
    private final Clock clock;

    RepairSteps(Cases cases, Records records, ListEntries entries, DecisionNumbers numbers, Clock clock) {
        this.cases = cases;
        this.records = records;
        this.entries = entries;
        this.numbers = numbers;
        this.clock = clock;
    }

    Map<String, Consumer<String>> actions() {
        return Map.of(
                STOP_PUBLICITY, told(id -> {
                    RepairCase repair = approved(id);
                    records.stopPublicity(repair.record.id(), stopOrder(repair));
                }),
                STOP_SHARING, told(id -> {
                    RepairCase repair = approved(id);
                    records.stopSharing(repair.record.id(), stopOrder(repair));
                }),
                EXIT_LIST_ENTRIES, told(id -> exitEntries(approved(id))),
                ISSUE_DECISION, id -> cases.issue(id, numbers.forCase(id, LocalDate.now(clock))));
    }

    void completed(String id) {
        cases.takeEffect(id, clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    private void exitEntries(RepairCase repair) {
        Approval approval = approval(repair);
        ExitOrder order = ExitOrder.repaired(repair.id, reason(repair), approval.by().name(), approval.on());
        for (ListEntry entry : entries.liveOf(repair.record.subject())) {
            if (entry.restsOn(repair.record.id()) || repair.petition.listEntries().contains(entry.id())) {
                entries.exit(entry.id(), order);
            }
        }
    }

    private static StopOrder stopOrder(RepairCase repair) {
        Approval approval = approval(repair);
        return new StopOrder(repair.id, approval.by().name(), reason(repair), approval.on());
    }

    private static String reason(RepairCase repair) {
        return "信用修复申请（案件 " + repair.id + "）已经批准";
    }

    private static Approval approval(RepairCase repair) {
        return Objects.requireNonNull(repair.approval, "steps follow an approval");
    }

    private RepairCase approved(String id) {
        return cases.find(id).orElseThrow();
    }

    private static Consumer<String> told(Consumer<String> step) {
        return id -> {
            try {
                step.accept(id);
            } catch (RuntimeException e) {
                throw StepFailed.of(e);
            }
        };
    }
}
