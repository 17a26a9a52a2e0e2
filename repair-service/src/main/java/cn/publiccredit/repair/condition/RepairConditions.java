package cn.publiccredit.repair.condition;

import cn.publiccredit.repair.record.CreditRecord;
import cn.publiccredit.support.problem.Violation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The conditions of 国家发展改革委令第36号: shortest period over, duty done, public commitment made, what the law adds. */
public final class RepairConditions {

    private RepairConditions() {}

    /**
     * What about the record itself does not allow repair today.
     *
     * @param barredUntil last day on which the subject cannot repair because of false material; null when it can
     */
    public static List<Violation> unmetBy(CreditRecord record, LocalDate today, @Nullable LocalDate barredUntil) {
        List<Violation> unmet = new ArrayList<>();
        if (record.isRepaired()) {
            unmet.add(new Violation("record", "not-repaired",
                    "该记录已完成信用修复。", "The record has been repaired."));
        } else if (!record.isAdverse() || !record.isLive()) {
            unmet.add(new Violation("record", "adverse",
                    "该记录不是现行有效的失信信息。", "The record is no adverse information that is in force."));
        }
        LocalDate earliest = record.earliestRepair();
        if (earliest != null && today.isBefore(earliest)) {
            unmet.add(new Violation("record", "shortest-period",
                    "未达到最短公示期限，自 " + earliest + " 起可以申请修复。",
                    "The shortest publicity period is not over; repair is possible from " + earliest + "."));
        }
        if (barredUntil != null) {
            unmet.add(new Violation("subject", "false-material",
                    "因提供虚假材料或信用承诺严重不实，" + barredUntil + " 及以前不得申请信用修复。",
                    "After false material or a false commitment no repair is possible up to and on " + barredUntil + "."));
        }
        return unmet;
    }

    /** What the application itself lacks. */
    public static List<Violation> unmetBy(@Nullable String statement, boolean commitment) {
        List<Violation> unmet = new ArrayList<>();
        if (statement == null || statement.isBlank()) {
            unmet.add(new Violation("statement", "duty-done",
                    "请说明失信行为的纠正和相关义务的履行情况（statement），有证明材料的可一并附上。",
                    "Say how the wrong was corrected and the duty done (statement), with proof where there is any."));
        }
        if (!commitment) {
            unmet.add(new Violation("commitment", "commitment",
                    "请公开作出信用承诺（commitment 为 true）：所提交材料真实、合法、有效，并愿意承担违背承诺的责任。",
                    "Make the public commitment (commitment true): the material is true, and you answer for it."));
        }
        return unmet;
    }
}
