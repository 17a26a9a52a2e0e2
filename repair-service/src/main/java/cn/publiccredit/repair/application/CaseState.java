package cn.publiccredit.repair.application;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Where a case stands, and what can be done from there (国办发〔2025〕22号; shared deadlines 3 / 7 / 10 working days). */
enum CaseState {
    DRAFT("草稿", CaseAction.EDIT, CaseAction.SUBMIT, CaseAction.WITHDRAW),
    /** Passed through: a submitted case is forwarded to the determining department at once. */
    SUBMITTED("已提交"),
    FORWARDED("已推送认定单位", CaseAction.ACCEPT, CaseAction.REFUSE, CaseAction.WITHDRAW),
    NOT_ACCEPTED("不予受理"),
    ACCEPTED("已受理", CaseAction.EXTEND, CaseAction.APPROVE, CaseAction.REJECT, CaseAction.WITHDRAW, CaseAction.REVOKE),
    EXTENDED("已延期", CaseAction.APPROVE, CaseAction.REJECT, CaseAction.WITHDRAW, CaseAction.REVOKE),
    /** Decided; its steps are being taken. */
    APPROVED("已批准、执行中"),
    REJECTED("不予修复"),
    EFFECTIVE("已生效", CaseAction.REVOKE),
    WITHDRAWN("已撤回"),
    REVOKED("已撤销");

    private static final Set<CaseState> IN_REVIEW = EnumSet.of(ACCEPTED, EXTENDED);
    private static final Set<CaseState> OVER = EnumSet.of(NOT_ACCEPTED, REJECTED, WITHDRAWN, REVOKED);

    private final String zh;
    private final Set<CaseAction> actions;

    CaseState(String zh, CaseAction... actions) {
        this.zh = zh;
        this.actions = Set.of(actions);
    }

    String zh() {
        return zh;
    }

    boolean allows(CaseAction action) {
        return actions.contains(action);
    }

    /** What can be done now, in the order of {@link CaseAction}. */
    Set<CaseAction> actions() {
        return actions.isEmpty() ? Set.of() : EnumSet.copyOf(actions);
    }

    boolean isInReview() {
        return IN_REVIEW.contains(this);
    }

    /** Whether another case on the same record may be opened: this one came to nothing. */
    boolean freesRecord() {
        return OVER.contains(this);
    }

    String actionsInChinese() {
        return actions.isEmpty() ? "无" : actions().stream().map(CaseAction::zh).collect(Collectors.joining("、"));
    }

    String actionsInEnglish() {
        return actions.isEmpty() ? "none" : actions().stream().map(CaseAction::path).collect(Collectors.joining(", "));
    }
}
