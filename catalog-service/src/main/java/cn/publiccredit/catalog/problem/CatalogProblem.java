package cn.publiccredit.catalog.problem;

import cn.publiccredit.support.problem.ProblemCode;
import cn.publiccredit.support.problem.ProblemText;
import org.springframework.http.HttpStatus;

/** Errors of the catalogue. */
public enum CatalogProblem implements ProblemCode {
    ITEM_UNKNOWN("catalog.item.unknown", "信用目录条目", "catalogue item"),
    LIST_UNKNOWN("catalog.list.unknown", "名单", "list"),
    MEASURE_UNKNOWN("catalog.measure.unknown", "奖惩措施", "measure"),
    MATTER_UNKNOWN("catalog.matter.unknown", "核查事项", "matter"),
    CODE_SET_UNKNOWN("catalog.code-set.unknown", "代码集", "code set"),
    CALENDAR_UNKNOWN("catalog.calendar.unknown", "年度工作日历", "working calendar of the year"),
    REPAIR_RULES_UNKNOWN("catalog.repair-rules.unknown", "信用修复规则", "repair rule book"),
    MASK_UNKNOWN("catalog.mask.unknown", "脱敏规则", "mask"),
    SOURCE_UNKNOWN("catalog.source.unknown", "信源单位", "source organisation"),
    COMMITMENT_TEMPLATE_UNKNOWN("catalog.commitment-template.unknown", "信用承诺模板", "commitment template"),
    REPORT_TEMPLATE_UNKNOWN("catalog.report-template.unknown", "信用报告模板", "report template"),
    EVALUATION_MODEL_UNKNOWN("catalog.evaluation-model.unknown", "信用评价模型", "evaluation model"),

    CONTENT_INVALID("catalog.content.invalid", HttpStatus.UNPROCESSABLE_CONTENT,
            "内容不符合目录规则，未保存。请按 violations 中的说明逐项修改后重新提交。",
            "The content breaks rules of the catalogue and was not stored; see violations, correct all and send it again."),
    VERSION_UNKNOWN("catalog.version.unknown", HttpStatus.NOT_FOUND,
            "{0} 没有您可以查看的第 {1} 版，请在版本列表中核对版本号。",
            "{0} has no version {1} that you may see; check the number in its list of versions."),
    DRAFT_UNKNOWN("catalog.draft.unknown", HttpStatus.NOT_FOUND,
            "{0} 没有草稿，可能已经发布或撤回；如需修改，请先新建草稿。",
            "{0} has no draft, it may have been published or discarded; open a new one to change it."),
    DRAFT_EXISTS("catalog.draft.exists", HttpStatus.CONFLICT,
            "{0} 已有第 {1} 版草稿，请在该草稿上修改，或先撤回。",
            "There is a draft of {0} already, version {1}; change that one, or discard it first."),
    DRAFT_REFUSED("catalog.draft.refused", HttpStatus.CONFLICT,
            "{0} 的草稿已由 {1} 退回，编辑人员按退回理由修改后才能再审定。",
            "The draft of {0} was refused by {1}; its editors have to change it before it is decided about again."),
    DRAFT_OVERTAKEN("catalog.draft.overtaken", HttpStatus.CONFLICT,
            "{0} 已有更高的第 {1} 版发布，本草稿不能再发布。请撤回草稿，在最新版本上重新起草。",
            "Version {1} of {0} was published meanwhile, so this draft cannot be. Discard it and draft anew on the latest version."),
    FOUR_EYES("catalog.four-eyes", HttpStatus.CONFLICT,
            "编辑 {0} 或提出停用的人员不能审定，请由另一位审定人员办理。",
            "Whoever edited {0} or proposed its retirement may not approve it; another approver must."),
    NOT_PUBLISHED("catalog.version.not-published", HttpStatus.CONFLICT,
            "{0} 当前没有可停用的已发布版本，请核对代码和状态。",
            "{0} has no published version to retire; check its code and state."),
    RETIREMENT_UNKNOWN("catalog.retirement.unknown", HttpStatus.NOT_FOUND,
            "{0} 没有待审定的停用申请，可能已经办结或撤回；如需停用，请先提出申请。",
            "No retirement of {0} waits for a decision, it may have been decided or discarded; propose one first."),
    RETIREMENT_EXISTS("catalog.retirement.exists", HttpStatus.CONFLICT,
            "{0} 已有待审定的停用申请，请审定该申请，或先撤回。",
            "A retirement of {0} is proposed already; decide that one, or discard it first."),
    STILL_NEEDED("catalog.version.still-needed", HttpStatus.CONFLICT,
            "{0} 仍被 {1} 引用，不能停用。请先修改或停用引用它的内容。",
            "{0} is still named by {1} and cannot be retired; change or retire those first."),
    CURSOR_UNKNOWN("catalog.changes.cursor-unknown", HttpStatus.GONE,
            "变更流中没有参数 after 所指的位置，目录可能已恢复到较早的备份或重新建立。请不带 after 从头读取，并重新取得全部内容。",
            "The feed does not know the place that after stands for; the catalogue may have been restored or set up anew. "
                    + "Read from the beginning, without after, and get all content again."),
    EDITION_UNKNOWN("catalog.edition.unknown", HttpStatus.NOT_FOUND,
            "没有目录版本“{0}”，请在 /editions 中核对代码。", "There is no edition \"{0}\"; see /editions for those there are."),
    IMPORT_UNKNOWN("catalog.import.unknown", HttpStatus.NOT_FOUND,
            "没有编号为“{0}”的导入，请核对编号。", "There is no import \"{0}\"; check the id."),
    IMPORT_UNCHANGED("catalog.import.unchanged", HttpStatus.CONFLICT,
            "文件内容与已发布的目录完全相同，没有可导入的变化。", "The file says what is published already; there is nothing to import."),
    IMPORT_DECIDED("catalog.import.decided", HttpStatus.CONFLICT,
            "该导入已处于 {0} 状态，不能再办理。", "This import is {0} and cannot be decided again."),
    IMPORT_OUTDATED("catalog.import.outdated", HttpStatus.CONFLICT,
            "导入后目录已有变化，不能按原文件发布。请按 violations 中的说明处理后重新导入。",
            "The catalogue has changed since the file was imported; see violations, then import again.");

    private final ProblemText text;

    CatalogProblem(String code, String zh, String en) {
        this(code, HttpStatus.NOT_FOUND,
                "在 {1} 没有生效的" + zh + "“{0}”，请核对代码和日期。",
                "No " + en + " \"{0}\" is in force on {1}; check the code and the date.");
    }

    CatalogProblem(String code, HttpStatus status, String zh, String en) {
        this.text = new ProblemText(code, status, zh, en);
    }

    @Override
    public ProblemText text() {
        return text;
    }
}
