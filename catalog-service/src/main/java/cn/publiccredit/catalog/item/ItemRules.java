package cn.publiccredit.catalog.item;

import cn.publiccredit.catalog.content.ContentType;
import cn.publiccredit.catalog.content.Faults;
import cn.publiccredit.catalog.content.Kind;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What must hold for an item before it may be published; every fault is told at once. */
final class ItemRules implements ContentType.Rules<CatalogItem> {

    @Override
    public void check(CatalogItem item, ContentType.Known known, Faults faults) {
        Set<String> codes = item.columns().stream().map(Column::code).collect(Collectors.toSet());
        faults.unless(!item.columns().isEmpty(), "columns", "required", "至少要有一列，请补充。", "There must be a column; add one.");
        faults.unless(!item.subjectKinds().isEmpty(), "subjectKinds", "required",
                "至少要有一类信用主体，请补充。", "There must be a kind of subject; add one.");
        faults.unless(known.lists("classes", item.classCode(), item.effectiveFrom()), "classCode", "reference",
                "信息类别 " + item.classCode() + " 不在代码集 classes 中，请更正。",
                "Class " + item.classCode() + " is not in code set classes; correct it.");
        headers(item, faults);
        ColumnRules columns = new ColumnRules(codes, faults);
        for (int i = 0; i < item.columns().size(); i++) {
            columns.check(item.columns().get(i), "columns[" + i + "]");
            mask(item.columns().get(i), "columns[" + i + "]", known, faults);
        }
        DataClassRules.check(item, faults);
        ContactRules.check(item, faults);
        item.naturalKey().forEach(code -> columns.reference("naturalKey", code));
        item.roles().columns().forEach(code -> columns.reference("roles", code));
        personIdNumber(item, faults);
        faults.unless(!item.naturalKey().isEmpty(), "naturalKey", "required",
                "至少要有一列能区分不同记录，请补充。", "A column must tell records apart; add one.");
        if (item.fileRetention() != null) {
            item.fileRetention().check(faults);
        }
        naturalKey(item, faults);
        severity(item, columns, faults);
        faults.unless(item.publicity().periods().allMatch(Publicity.Period::isOrdered), "publicity", "order",
                "最长公示期短于最短公示期，请更正。", "publicity: longest before shortest; correct it.");
    }

    /** What is taken for a person's number must be treated as one. */
    private static void personIdNumber(CatalogItem item, Faults faults) {
        String code = item.roles().personIdNumber();
        boolean open = item.columns().stream().anyMatch(column ->
                column.code().equals(code) && column.personal() != Column.Personal.ID_NUMBER);
        faults.unless(!open, "roles.personIdNumber", "id-number-personal",
                "列 " + code + " 用作自然人证件号码，请将该列的 personal 改为 ID_NUMBER，或改指其他列。",
                "Column " + code + " is taken for a person's number; make its personal ID_NUMBER, or name another column.");
    }

    /** Names change and are mended: a subject is told by its code where it has one, and the key leaves its name out then. */
    private static void naturalKey(CatalogItem item, Faults faults) {
        String name = item.roles().subjectName();
        String code = item.roles().uscc();
        boolean hasCode = item.columns().stream().anyMatch(column -> column.code().equals(code));
        boolean byNameOnly = name != null && hasCode && item.naturalKey().contains(name) && !item.naturalKey().contains(code);
        faults.unless(!byNameOnly, "naturalKey", "code-beside-name",
                "自然主键含主体名称的，须同时含统一社会信用代码列 " + code + "，否则更名后成为另一条记录，请补充。",
                "A key with the subject's name needs the column of its code as well (" + code + "); add it.");
    }

    /** A header text must mean one column only. */
    private static void headers(CatalogItem item, Faults faults) {
        Set<String> taken = new HashSet<>();
        for (Column column : item.columns()) {
            // A column may repeat its own code or name among its aliases; that confuses nobody.
            Set<String> own = Stream.concat(Stream.of(column.code(), column.name()), column.aliases().stream())
                    .collect(Collectors.toSet());
            own.forEach(text -> faults.unless(taken.add(text), "columns", "header-twice",
                    "表头“" + text + "”对应多个列，请只用于一列。", "Header " + text + " is there twice; use it for one column."));
        }
    }

    private static void mask(Column column, String field, ContentType.Known known, Faults faults) {
        if (column.publicMask() == Column.PublicMask.PARTIAL) {
            faults.unless(column.personal() != Column.Personal.NONE && known.has(Kind.MASKS, column.personal().name()),
                    field + ".publicMask", "reference", "部分显示的列须说明个人信息类别，且该类别须有脱敏规则（masks），请更正。",
                    "A column shown in part needs a kind of personal data that has a mask; correct it.");
        }
    }

    private static void severity(CatalogItem item, ColumnRules columns, Faults faults) {
        SeverityRules severity = item.severity();
        if (severity == null) {
            return;
        }
        columns.reference("severity.column", severity.column());
        setBy(item, severity.setBy(), columns, faults);
        List<SeverityRules.Rule> rules = severity.rules();
        for (int i = 0; i < rules.size(); i++) {
            SeverityRules.Rule rule = rules.get(i);
            String field = "severity.rules[" + i + "]";
            faults.unless(rule.hasOneTest(), field, "one-test",
                    "每条规则须且只须一种判断（anyOf、allOf、onlyFineBelow、fineFrom、when），请更正。", "A rule has exactly one test; correct it.");
            faults.unless(rule.isAboutFines() == (rule.fineColumn() != null), field, "fine-column",
                    "onlyFineBelow 或 fineFrom 与 fineColumn 须同时填写，请更正。",
                    "onlyFineBelow or fineFrom, and fineColumn, belong together; correct it.");
            if (rule.fineColumn() != null) {
                columns.reference(field + ".fineColumn", rule.fineColumn());
            }
            faults.unless(rule.beside() == null || rule.onlyFineBelow() != null, field + ".beside", "fine-only",
                    "beside 只与 onlyFineBelow 一起填写，请更正。", "beside belongs to onlyFineBelow; correct it.");
            columns.condition(field + ".when", rule.when());
        }
    }

    private static void setBy(
            CatalogItem item, SeverityRules.@Nullable SetBy setBy, ColumnRules columns, Faults faults) {
        if (setBy == null) {
            return;
        }
        columns.reference("severity.setBy.column", setBy.column());
        columns.reference("severity.setBy.reasonColumn", setBy.reasonColumn());
        for (Column column : item.columns()) {
            faults.unless(!column.code().equals(setBy.column()) || column.allowed().equals(SeverityRules.SetBy.GRADES),
                    "severity.setBy.column", "grades", "失信程度列的允许值应为轻微、一般、严重，请更正。",
                    "The column of grades allows 轻微, 一般 and 严重; correct it.");
            Condition when = column.requiredWhen();
            faults.unless(!column.code().equals(setBy.reasonColumn())
                            || (when != null && when.column().equals(setBy.column()) && Boolean.TRUE.equals(when.notEmpty())),
                    "severity.setBy.reasonColumn", "reason", "认定失信程度的必须说明理由，请将理由列设为程度列已填写时必填。",
                    "A grade needs its reason; make the column required when the grade is filled in.");
        }
    }
}
