package cn.publiccredit.repair;

import cn.publiccredit.support.problem.ProblemCode;
import cn.publiccredit.support.problem.ProblemText;
import org.springframework.http.HttpStatus;

/** Everything that the repair service refuses, beside what all services do. */
public enum RepairProblem implements ProblemCode {
    /** Arguments: state, action and allowed actions in Chinese, then the same in English. */
    STATE("repair.case.state", HttpStatus.CONFLICT,
            "案件当前状态为“{0}”，不能{1}；当前可以进行的操作：{2}。",
            "The case is {3}, so {4} is not possible; possible now: {5}."),
    FOUR_EYES("repair.case.four-eyes", HttpStatus.CONFLICT,
            "您已参与本案件的申请、受理、审查或提议，须由其他人员作出决定。",
            "You took part in this case already; somebody else has to decide."),
    CONDITIONS("repair.case.conditions", HttpStatus.UNPROCESSABLE_CONTENT,
            "尚不符合信用修复条件，未满足的条件逐项列在 violations 中，满足后可再次提交。",
            "The conditions for repair are not met yet; violations names each, submit again when they are."),
    OPEN_CASE("repair.case.open", HttpStatus.CONFLICT,
            "该记录已有修复申请 {0}，请继续办理该申请，不必重复提出。",
            "There is a case {0} for this record; go on with that one."),
    ALREADY_REPAIRED("repair.record.repaired", HttpStatus.CONFLICT,
            "该记录已完成信用修复，无需再次申请。", "This record has been repaired; there is nothing left to apply for."),
    NOT_REPAIRABLE("repair.record.not-repairable", HttpStatus.UNPROCESSABLE_CONTENT,
            "该记录不是失信信息或已不再有效，不需要也不能申请信用修复。",
            "This record is no adverse information or no longer holds; it neither needs nor allows repair."),
    RECORD_UNKNOWN("repair.record.unknown", HttpStatus.NOT_FOUND,
            "没有找到该信用记录，请从本主体可修复的记录中选择。",
            "There is no such record; choose from the records of your own subject."),
    NOT_DECIDED("repair.decision.not-issued", HttpStatus.NOT_FOUND,
            "本案件尚未出具信用修复决定书，请在案件生效后再查看。",
            "No decision document was issued in this case yet; look again when the case is effective.");

    private final ProblemText text;

    RepairProblem(String code, HttpStatus status, String zh, String en) {
        this.text = new ProblemText(code, status, zh, en);
    }

    @Override
    public ProblemText text() {
        return text;
    }
}
