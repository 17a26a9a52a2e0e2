package cn.publiccredit.catalog.content;

import java.time.LocalDate;
import java.util.regex.Pattern;

/** What must hold for content of every kind. */
final class GeneralRules {

    /** The code set of editions; itself part of the catalogue. */
    private static final String EDITIONS = "editions";

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}");

    private GeneralRules() {}

    static void check(Versioned content, ContentType.Known known, Faults faults) {
        faults.unless(CODE.matcher(content.code()).matches(), "code", "code-format",
                "代码 " + content.code() + " 应为 1 至 64 个字母、数字、下划线或连字符，请更正。",
                "Code " + content.code() + " must be 1 to 64 letters, digits, underscores or hyphens.");
        LocalDate end = content.effectiveTo();
        faults.unless(end == null || !end.isBefore(content.effectiveFrom()), "effectiveTo", "date-order",
                "失效日期早于生效日期，请更正。", "It ends before it begins; correct the dates.");
        faults.unless(known.lists(EDITIONS, content.edition(), content.effectiveFrom()), "edition", "reference",
                "目录版本 " + content.edition() + " 不在代码集 editions 中，请改正，或先在该代码集中登记。",
                "Edition " + content.edition() + " is not in code set editions; correct it or add it there first.");
    }
}
