package cn.publiccredit.catalog.item;

import cn.publiccredit.catalog.content.Faults;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** What must hold for each column of an item. */
final class ColumnRules {

    private static final Pattern CODE = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,63}");

    private final Set<String> codes;
    private final Faults faults;

    /** @param codes of all the item's columns */
    ColumnRules(Set<String> codes, Faults faults) {
        this.codes = codes;
        this.faults = faults;
    }

    void check(Column column, String at) {
        faults.unless(CODE.matcher(column.code()).matches(), at + ".code", "code-format",
                "列代码应以字母开头，由字母、数字、下划线组成，请更正。",
                "A column's code begins with a letter and has letters, digits, underscores; correct it.");
        faults.unless((column.required() == Column.Required.WHEN) == (column.requiredWhen() != null), at + ".requiredWhen",
                "required-when", "required 为 WHEN 时须填 requiredWhen，否则须留空，请更正。",
                "requiredWhen belongs to WHEN; correct it.");
        faults.unless(column.type() != Column.Type.DECIMAL || column.scale() != null, at + ".scale", "required",
                "数值列须填小数位 scale，请补充。", "DECIMAL needs a scale; fill it in.");
        faults.unless(column.type() == Column.Type.DECIMAL || isPositive(column.maxLength()), at + ".maxLength", "required",
                "须填大于 0 的最大长度 maxLength，请补充。", "It needs a maxLength above 0; fill it in.");
        faults.unless(column.type() != Column.Type.ENUM || !column.allowed().isEmpty(), at + ".allowed", "required",
                "选项列须列出允许值 allowed，请补充。", "It needs allowed values; list them.");
        boolean number = column.personal() == Column.Personal.ID_NUMBER || column.type() == Column.Type.ID_NUMBER;
        faults.unless(!number || column.publicMask() == Column.PublicMask.HIDE, at + ".publicMask", "id-number-hidden",
                "证件号码不得公示，请将 publicMask 改为 HIDE。",
                "It holds ID numbers and must be hidden from the public; make publicMask HIDE.");
        faults.unless(column.type() != Column.Type.ID_NUMBER || column.personal() == Column.Personal.ID_NUMBER, at + ".personal",
                "id-number-personal", "类型为 ID_NUMBER 的列须加密保存，请将 personal 改为 ID_NUMBER。",
                "A column of type ID_NUMBER is stored encrypted; make personal ID_NUMBER.");
        spellings(column, at + ".spellings");
        condition(at + ".requiredWhen", column.requiredWhen());
        condition(at + ".emptyWhen", column.emptyWhen());
        if (column.notBefore() != null) {
            reference(at + ".notBefore", column.notBefore());
        }
        if (column.notAfter() != null && !column.notAfter().equals("TODAY")) {
            reference(at + ".notAfter", column.notAfter());
        }
        faults.unless(compiles(column.pattern()), at + ".pattern", "pattern",
                "pattern 不是正确的正则表达式，请更正。", "pattern is no regular expression; correct it.");
    }

    /** Each stands for one allowed value and is none itself. */
    private void spellings(Column column, String at) {
        Set<String> texts = new HashSet<>();
        column.spellings().forEach(spelling -> {
            faults.unless(column.allowed().contains(spelling.value()), at, "not-allowed",
                    spelling.value() + " 不在允许值 allowed 中，请更正。", spelling.value() + " is no allowed value; correct it.");
            faults.unless(!column.allowed().contains(spelling.text()) && texts.add(spelling.text()), at, "twice",
                    "写法 " + spelling.text() + " 重复或本身就是允许值，请更正。",
                    spelling.text() + " is there twice, or an allowed value itself; correct it.");
        });
    }

    /** Notes a condition that has not one test, or is about no column of the item. */
    void condition(String at, @Nullable Condition condition) {
        if (condition != null) {
            faults.unless(condition.hasOneTest(), at, "one-test",
                    "条件须且只须一种判断（in、contains、notEmpty），请更正。", "A condition has exactly one test; correct it.");
            reference(at + ".column", condition.column());
        }
    }

    /** Notes a code that is no column of the item. */
    void reference(String at, String code) {
        faults.unless(codes.contains(code), at, "reference",
                code + " 不是本条目的列，请改为已有列的代码。", at + " names " + code + ", which is no column; name one.");
    }

    private static boolean isPositive(@Nullable Integer length) {
        return length != null && length > 0;
    }

    private static boolean compiles(@Nullable String pattern) {
        try {
            return pattern == null || !Pattern.compile(pattern).pattern().isEmpty();
        } catch (PatternSyntaxException e) {
            return false;
        }
    }
}
