package cn.publiccredit.subject.performance;

import cn.publiccredit.support.problem.CommonProblem;
import cn.publiccredit.support.problem.Violation;
import cn.publiccredit.support.security.Caller;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a body, or an operator for it, sends to register a contract or a promise. */
record ContractRequest(
        Contract.@Nullable Kind kind,
        @Nullable String number,
        @Nullable String title,
        Party.@Nullable Told body,
        Counterparty.@Nullable Told counterparty,
        @Nullable LocalDate signedOn,
        @Nullable BigDecimal amount,
        @Nullable List<@Nullable MilestoneRequest> milestones) {

    private static final int LONGEST = 200;
    private static final int MOST_MILESTONES = 100;

    record MilestoneRequest(@Nullable String name, @Nullable LocalDate dueOn, @Nullable BigDecimal amount) {}

    /** A request in which everything needed is there and fits together. */
    record Checked(
            Contract.Kind kind,
            String number,
            String title,
            Party body,
            Counterparty counterparty,
            LocalDate signedOn,
            List<Contract.Milestone> milestones) {}

    Checked checked(Caller caller, PerformanceDesk desk) {
        List<Violation> broken = new ArrayList<>();
        Party owing = desk.body(caller, body, broken);
        Counterparty other = Counterparty.of(counterparty, broken);
        Contract.Kind what = kind == null ? Contract.Kind.CONTRACT : kind;
        text("number", number, "合同或承诺文件的编号", "the number of the contract or promise", broken);
        text("title", title, "合同或承诺事项的名称", "its title", broken);
        if (signedOn == null || signedOn.isAfter(desk.today())) {
            broken.add(new Violation("signedOn", "not-after", "请填写签订（作出）日期，且不得晚于今天。",
                    "Give the day of signing, not in the future."));
        }
        if (amount != null && !Yuan.isMoney(amount)) {
            broken.add(new Violation("amount", "money", "金额（元）不得为负，至多两位小数、16 位整数。",
                    "The amount in yuan is not negative, with at most 2 decimals and 16 digits before them."));
        }
        List<Contract.Milestone> steps = steps(broken);
        if (!broken.isEmpty() || owing == null || other == null || signedOn == null) {
            throw CommonProblem.INVALID.with().violating(broken);
        }
        return new Checked(what, Objects.requireNonNull(number).strip(), Objects.requireNonNull(title).strip(), owing, other,
                signedOn, steps);
    }

    private List<Contract.Milestone> steps(List<Violation> broken) {
        List<Contract.Milestone> steps = new ArrayList<>();
        if (milestones == null || milestones.isEmpty() || milestones.size() > MOST_MILESTONES) {
            broken.add(new Violation("milestones", "size", "请填写 1 至 100 个履行节点及其期限。",
                    "Give 1 to 100 milestones with their days."));
            return steps;
        }
        for (int i = 0; i < milestones.size(); i++) {
            MilestoneRequest step = milestones.get(i);
            if (step == null || step.name() == null || step.name().isBlank() || step.name().length() > LONGEST
                    || step.dueOn() == null || (step.amount() != null && !Yuan.isMoney(step.amount()))) {
                broken.add(new Violation("milestones." + i, "required", "每个履行节点应有名称（不超过 200 字）和期限，金额不得为负，至多两位小数。",
                        "Each milestone has a name and a day; its amount is not negative and has at most 2 decimals."));
            } else {
                steps.add(new Contract.Milestone(step.name().strip(), step.dueOn(), step.amount(), null, null));
            }
        }
        return steps;
    }

    private static void text(String field, @Nullable String text, String zh, String en, List<Violation> broken) {
        if (text == null || text.isBlank() || text.length() > LONGEST) {
            broken.add(new Violation(field, "length", "请填写" + zh + "，不超过 200 个字。",
                    "Give " + en + ", at most 200 characters."));
        }
    }
}
