package cn.publiccredit.catalog.item;

import cn.publiccredit.catalog.content.ContentType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What must hold for an item before it may be published; every fault is told at once. */
final class ItemRules implements ContentType.Rules<CatalogItem> {

    /** Never to be collected about anybody (征信业管理条例第十四条; national rules on personal information). */
    private static final Pattern FORBIDDEN = Pattern.compile(
            "宗教|信仰|基因|指纹|虹膜|人脸|声纹|生物识别|血型|疾病|病史|健康状况|网络行为|上网行为|浏览记录");

    @Override
    public List<String> broken(CatalogItem item, ContentType.Known known) {
        List<String> broken = new ArrayList<>();
        Set<String> codes = item.columns().stream().map(Column::code).collect(Collectors.toSet());
        headers(item, broken);
        item.columns().forEach(column -> column(column, codes, broken));
        item.naturalKey().forEach(code -> reference("naturalKey", code, codes, broken));
        item.roles().columns().forEach(code -> reference("roles", code, codes, broken));
        severity(item.severity(), codes, broken);
        unless(item.publicity().periods().allMatch(Publicity.Period::isOrdered), "publicity: longest before shortest", broken);
        unless(!item.naturalKey().isEmpty(), "naturalKey is empty", broken);
        unless(item.effectiveTo() == null || !item.effectiveTo().isBefore(item.effectiveFrom()),
                "ends before it begins", broken);
        return broken;
    }

    /** A header text must mean one column only. */
    private static void headers(CatalogItem item, List<String> broken) {
        Set<String> taken = new HashSet<>();
        for (Column column : item.columns()) {
            List<String> texts = new ArrayList<>(column.aliases());
            texts.add(column.code());
            texts.add(column.name());
            texts.forEach(text -> unless(taken.add(text), "header " + text + " is there twice", broken));
        }
    }

    private static void column(Column column, Set<String> codes, List<String> broken) {
        String code = column.code();
        unless(!FORBIDDEN.matcher(column.name()).find(), code + " is of a kind that must never be collected", broken);
        unless((column.required() == Column.Required.WHEN) == (column.requiredWhen() != null),
                code + ": requiredWhen belongs to WHEN", broken);
        unless(column.type() != Column.Type.DECIMAL || column.scale() != null, code + ": DECIMAL needs a scale", broken);
        unless(column.type() == Column.Type.DECIMAL || column.maxLength() != null, code + " needs a maxLength", broken);
        boolean coded = column.type() == Column.Type.ENUM || column.type() == Column.Type.CODE;
        unless(!coded || !column.allowed().isEmpty(), code + " needs allowed values", broken);
        unless(column.personal() != Column.Personal.ID_NUMBER || column.publicMask() == Column.PublicMask.HIDE,
                code + " holds ID numbers and must be hidden from the public", broken);
        condition(code, column.requiredWhen(), codes, broken);
        condition(code, column.emptyWhen(), codes, broken);
        if (column.notBefore() != null) {
            reference(code, column.notBefore(), codes, broken);
        }
        if (column.notAfter() != null && !column.notAfter().equals("TODAY")) {
            reference(code, column.notAfter(), codes, broken);
        }
        unless(compiles(column.pattern()), code + ": pattern is no regular expression", broken);
    }

    private static void condition(String where, @Nullable Condition condition, Set<String> codes, List<String> broken) {
        if (condition != null) {
            unless(condition.hasOneTest(), where + ": a condition has exactly one test", broken);
            reference(where, condition.column(), codes, broken);
        }
    }

    private static void severity(@Nullable SeverityRules severity, Set<String> codes, List<String> broken) {
        if (severity != null) {
            reference("severity", severity.column(), codes, broken);
            for (SeverityRules.Rule rule : severity.rules()) {
                unless(rule.hasOneTest(), "severity: a rule has exactly one test", broken);
                unless((rule.onlyFineBelow() == null) == (rule.fineColumn() == null),
                        "severity: onlyFineBelow and fineColumn belong together", broken);
                if (rule.fineColumn() != null) {
                    reference("severity", rule.fineColumn(), codes, broken);
                }
            }
        }
    }

    private static void reference(String where, String code, Set<String> codes, List<String> broken) {
        unless(codes.contains(code), where + " names " + code + ", which is no column", broken);
    }

    private static boolean compiles(@Nullable String pattern) {
        try {
            return pattern == null || !Pattern.compile(pattern).pattern().isEmpty();
        } catch (PatternSyntaxException e) {
            return false;
        }
    }

    private static void unless(boolean holds, String fault, List<String> broken) {
        if (!holds) {
            broken.add(fault);
        }
    }
}
