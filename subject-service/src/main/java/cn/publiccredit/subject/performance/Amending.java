package cn.publiccredit.subject.performance;

import cn.publiccredit.support.problem.CommonProblem;
import cn.publiccredit.support.problem.Violation;
import cn.publiccredit.support.security.Caller;
import cn.publiccredit.support.web.EntityTag;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Another day for a milestone, by a supplementary agreement. The body enters it itself only while the day has not passed: what is overdue
 * becomes no longer so by the hand of its supervisor alone.
 */
@Component
class Amending {

    private static final int LONGEST = 200;

    private final Contracts contracts;
    private final PerformanceDesk desk;

    Amending(Contracts contracts, PerformanceDesk desk) {
        this.contracts = contracts;
        this.desk = desk;
    }

    /**
     * What was agreed.
     *
     * @param agreement the agreement's number, or where it is kept
     */
    record Request(
            @Nullable Integer milestone, @Nullable LocalDate dueOn, @Nullable String agreement, @Nullable LocalDate signedOn) {}

    Contract amend(Caller caller, String id, @Nullable String ifMatch, Request request) {
        Contract contract = contracts.visible(caller, id);
        if (!contract.body().isOf(caller)) {
            PerformanceDesk.requireSupervisor(caller, contract.body());
        }
        EntityTag.require(ifMatch, contract.versionNumber());
        Contracts.requireStanding(contract);
        Amendment amendment = checked(caller, contract, request);
        if (contract.milestones().get(amendment.milestone()).isOverdue(desk.today())) {
            PerformanceDesk.requireSupervisor(caller, contract.body());
        }
        String name = contract.milestones().get(amendment.milestone()).name();
        return contracts.saved(caller, "contract.amend", contract.amended(amendment).then(contracts.event(
                caller, Event.Kind.AMENDED, contract.state().zh(), "补充协议（" + amendment.agreement() + "）：" + name + "由 "
                        + amendment.from() + " 改为 " + amendment.to(), amendment.signedOn())));
    }

    private Amendment checked(Caller caller, Contract contract, Request request) {
        List<Violation> broken = new ArrayList<>();
        Integer index = request.milestone();
        boolean open = index != null && index >= 0 && index < contract.milestones().size()
                && contract.milestones().get(index).doneOn() == null;
        if (!open) {
            broken.add(new Violation("milestone", "open", "请填写尚未完成的履行节点的序号。", "Give the index of a milestone that is not done yet."));
        }
        LocalDate signed = request.signedOn();
        if (signed == null || signed.isAfter(desk.today()) || signed.isBefore(contract.signedOn())) {
            broken.add(new Violation("signedOn", "range", "请填写补充协议的签订日期，应在合同签订日期与今天之间。",
                    "Give the day on which it was signed, between that of the contract and today."));
        }
        LocalDate due = request.dueOn();
        if (due == null || (signed != null && due.isBefore(signed))) {
            broken.add(new Violation("dueOn", "not-before", "请填写新的期限，不得早于补充协议的签订日期。",
                    "Give the new day, not before the agreement was signed."));
        }
        String agreement = request.agreement() == null ? "" : request.agreement().strip();
        if (agreement.isEmpty() || agreement.length() > LONGEST) {
            broken.add(new Violation("agreement", "length", "请填写补充协议的编号或存放处，不超过 200 个字。",
                    "Give the agreement's number or where it is kept, at most 200 characters."));
        }
        if (!broken.isEmpty() || index == null || signed == null || due == null) {
            throw CommonProblem.INVALID.with().violating(broken);
        }
        return new Amendment(index, contract.milestones().get(index).dueOn(), due, agreement, signed, caller.name(), desk.now());
    }
}
