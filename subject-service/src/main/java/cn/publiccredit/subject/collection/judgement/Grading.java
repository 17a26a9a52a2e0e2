package cn.publiccredit.subject.collection.judgement;

import cn.publiccredit.subject.record.PublicityRule;
import cn.publiccredit.subject.record.Severity;
import cn.publiccredit.subject.rulebook.CatalogItem;
import cn.publiccredit.subject.rulebook.Column;
import cn.publiccredit.subject.rulebook.Condition;
import cn.publiccredit.subject.rulebook.Publicity;
import cn.publiccredit.subject.rulebook.SeverityRule;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How grave a row is, and how long it is public for that: as the department says that decided, else by its item's rules, of
 * which the first fitting one decides.
 */
final class Grading {

    private static final String FINE = "罚款";
    /** The grades as rows name them, after code set severities. */
    private static final Map<String, Severity> GRADES =
            Map.of("轻微", Severity.MINOR, "一般", Severity.GENERAL, "严重", Severity.SERIOUS);

    private final @Nullable SeverityRule rule;
    private final Map<Severity, PublicityRule> publicity = new EnumMap<>(Severity.class);
    /** What parts several values in a column, by its code; empty where it holds one. */
    private final Map<String, String> separators = new HashMap<>();

    Grading(CatalogItem item) {
        this.rule = item.severity();
        for (Column column : item.columns()) {
            separators.put(column.code(), column.multiple() == null ? "" : column.multiple());
        }
        for (Severity severity : Severity.values()) {
            publicity.put(severity, publicity(item.publicity(), severity));
        }
    }

    Severity grade(Map<String, String> data) {
        if (rule == null) {
            return Severity.NONE;
        }
        Severity set = rule.setBy() == null ? null : GRADES.get(data.getOrDefault(rule.setBy().column(), ""));
        if (set != null) {
            return set;
        }
        String cell = rule.column() == null ? "" : data.getOrDefault(rule.column(), "");
        List<String> kinds = ListedValue.parts(cell, rule.separators() == null ? "" : rule.separators());
        for (SeverityRule.Rule one : rule.rules()) {
            if (fits(one, kinds, data)) {
                return Severity.valueOf(one.severity());
            }
        }
        return Severity.valueOf(rule.fallback());
    }

    /** The grade as rows name it; empty where they have no word for it. */
    static Optional<String> name(Severity severity) {
        return GRADES.entrySet().stream().filter(grade -> grade.getValue() == severity).map(Map.Entry::getKey).findFirst();
    }

    PublicityRule publicity(Severity severity) {
        return publicity.getOrDefault(severity, new PublicityRule(false, 0, null, false));
    }

    private boolean fits(SeverityRule.Rule rule, List<String> kinds, Map<String, String> data) {
        boolean any = rule.anyOf().isEmpty() || kinds.stream().anyMatch(rule.anyOf()::contains);
        boolean all = rule.allOf().isEmpty() || (!kinds.isEmpty() && Set.copyOf(rule.allOf()).containsAll(kinds));
        boolean fines = rule.onlyFineBelow() != null || rule.fineFrom() != null;
        boolean tested = !rule.anyOf().isEmpty() || !rule.allOf().isEmpty() || fines || rule.when() != null;
        return tested && any && all && (!fines || fitsFine(rule, kinds, data)) && (rule.when() == null || holds(rule.when(), data));
    }

    private boolean holds(Condition when, Map<String, String> data) {
        String cell = data.getOrDefault(when.column(), "");
        return when.holds(cell, ListedValue.parts(cell, separators.getOrDefault(when.column(), "")));
    }

    private static boolean fitsFine(SeverityRule.Rule rule, List<String> kinds, Map<String, String> data) {
        String cell = rule.fineColumn() == null ? null : data.get(rule.fineColumn());
        if (cell == null || !kinds.contains(FINE)) {
            return false;
        }
        BigDecimal amount = new BigDecimal(cell);
        boolean small = rule.onlyFineBelow() == null
                || (kinds.stream().allMatch(kind -> kind.equals(FINE) || rule.beside().contains(kind))
                        && amount.compareTo(rule.onlyFineBelow()) < 0);
        return small && (rule.fineFrom() == null || amount.compareTo(rule.fineFrom()) >= 0);
    }

    // What the catalogue does not say about publicity is not public.
    private static PublicityRule publicity(@Nullable Publicity publicity, Severity severity) {
        if (publicity == null) {
            return new PublicityRule(false, 0, null, false);
        }
        Publicity.Period period = switch (severity) {
            case MINOR -> publicity.minor();
            case GENERAL -> publicity.general();
            case SERIOUS -> publicity.serious();
            case NONE -> publicity.none();
        };
        boolean persons = Boolean.TRUE.equals(publicity.personsShown());
        return period == null
                ? new PublicityRule(false, 0, null, persons)
                : new PublicityRule(period.shown(), period.shortestMonths(), period.longestMonths(), persons);
    }
}
