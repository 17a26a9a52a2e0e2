package cn.publiccredit.repair.application;

import java.util.Locale;

/** What can be done with a case. */
enum CaseAction {
    EDIT("修改"),
    SUBMIT("提交"),
    ACCEPT("受理"),
    REFUSE("不予受理"),
    EXTEND("延长审查期限"),
    APPROVE("批准"),
    REJECT("不予修复"),
    WITHDRAW("撤回"),
    REVOKE("因虚假材料撤销");

    private final String zh;

    CaseAction(String zh) {
        this.zh = zh;
    }

    String zh() {
        return zh;
    }

    /** The action as the last part of its path, and in the audit trail. */
    String path() {
        return name().toLowerCase(Locale.ROOT);
    }
}
