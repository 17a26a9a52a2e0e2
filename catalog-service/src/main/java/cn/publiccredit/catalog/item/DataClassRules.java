package cn.publiccredit.catalog.item;

import cn.publiccredit.catalog.content.Faults;
import cn.publiccredit.catalog.protection.DataClass;
import cn.publiccredit.catalog.protection.ForbiddenData;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** Refuses items and columns whose data the law forbids to collect, naming the article. */
final class DataClassRules {

    private DataClassRules() {}

    static void check(CatalogItem item, Faults faults) {
        ForbiddenData.check("code", item.code(), faults);
        ForbiddenData.check("name", item.name(), faults);
        ForbiddenData.check("nameEn", item.nameEn(), faults);
        for (int i = 0; i < item.columns().size(); i++) {
            Column column = item.columns().get(i);
            String field = "columns[" + i + "]";
            classOf(column).ifPresent(found -> check(item, column, field, found, faults));
            values(column, field, faults);
        }
    }

    /**
     * What may stand in a column gives it away as its name does. Only what is never collected: a value such as 冻结存款 names an act
     * and tells of nobody's deposits.
     */
    private static void values(Column column, String field, Faults faults) {
        column.allowed().forEach(value -> ForbiddenData.check(field + ".allowed", value, faults));
        column.allowedPrefix().forEach(value -> ForbiddenData.check(field + ".allowedPrefix", value, faults));
        column.spellings().forEach(spelling -> ForbiddenData.check(field + ".spellings", spelling.text(), faults));
    }

    /** What the column says it is, or what its names give away: whichever is treated more strictly. */
    private static Optional<DataClass> classOf(Column column) {
        Stream<String> names = Stream.concat(Stream.of(column.code(), column.name()), column.aliases().stream());
        return Stream.concat(Stream.of(column.dataClass()), names.flatMap(name -> DataClass.toldBy(name).stream()))
                .filter(found -> found.treatment() != DataClass.Treatment.ALLOWED)
                .min(Comparator.comparing(DataClass::treatment).thenComparing(DataClass::ordinal));
    }

    private static void check(CatalogItem item, Column column, String field, DataClass found, Faults faults) {
        boolean forbidden = found.treatment() == DataClass.Treatment.FORBIDDEN;
        if (forbidden) {
            faults.add(field, "forbidden-data",
                    "列 " + column.code() + "（" + column.name() + "）属于禁止归集的信息，依据：" + found.article() + "。请删除该列。",
                    column.code() + " is of class " + found + ", which must never be collected (" + found.article()
                            + "); remove the column.");
        } else if (item.subjectKinds().contains(CatalogItem.SubjectKind.PERSON)
                && item.disclosure() != CatalogItem.Disclosure.CONSENT) {
            faults.add(field, "consent-data",
                    "列 " + column.code() + "（" + column.name() + "）涉及自然人的，须经本人书面同意，依据：" + found.article()
                            + "。请将条目的 disclosure 改为 CONSENT，或不含自然人，或删除该列。",
                    column.code() + " is of class " + found + ", of natural persons only with written consent ("
                            + found.article() + "); make disclosure CONSENT, leave persons out, or remove the column.");
        }
    }
}
