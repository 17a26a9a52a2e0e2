package cn.publiccredit.report.issuing;

import cn.publiccredit.support.problem.Violation;

/** Where the parts of a report come from, and what is missing when a source is silent. */
enum Source {
    SUBJECT("subject", "主体基础信息（信用主体服务）", "the subject's registration (subject service)"),
    RECORDS("records", "信用信息记录（信用主体服务）", "credit records (subject service)"),
    ENTRIES("entries", "守信激励与严重失信主体名单（名单服务）", "red and black list entries (listing service)"),
    REPAIRS("repairs", "信用修复办理情况（信用修复服务）", "repair cases (repair service)"),
    CONSENT("consent", "授权信息（信用主体服务）", "the consent (subject service)"),
    CATALOGUE("catalogue", "信用信息目录（信用目录服务）", "the catalogue (catalogue service)");

    private final String field;
    private final String zh;
    private final String en;

    Source(String field, String zh, String en) {
        this.field = field;
        this.zh = zh;
        this.en = en;
    }

    String zh() {
        return zh;
    }

    String en() {
        return en;
    }

    Violation missing() {
        return new Violation(field, "source-unavailable",
                "缺少：" + zh + "，该服务暂时没有应答。", "Missing: " + en + "; the service does not answer.");
    }
}
