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
    REPAIR_RULES_UNKNOWN("catalog.repair-rules.unknown", "信用修复规则", "repair rule book");

    private final ProblemText text;

    CatalogProblem(String code, String zh, String en) {
        this.text = new ProblemText(code, HttpStatus.NOT_FOUND,
                "在 {1} 没有生效的" + zh + "“{0}”，请核对代码和日期。",
                "No " + en + " \"{0}\" is in force on {1}; check the code and the date.");
    }

    @Override
    public ProblemText text() {
        return text;
    }
}
