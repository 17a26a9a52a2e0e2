package cn.publiccredit.catalog.item;

import cn.publiccredit.catalog.content.ContentType;
import cn.publiccredit.catalog.content.Omissible;
import cn.publiccredit.catalog.content.Versioned;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One version of a catalogue item: what its rows look like, how its records are graded and how long they are public
 * (全国公共信用信息基础目录).
 *
 * @param emptyWords cell texts that mean an empty cell
 * @param naturalKey columns that together tell one record of a source from another
 * @param fileRetention how long files of it are kept as they were received; null where the item does not say
 * @param severity how rows are graded; null where the item knows no grades
 */
record CatalogItem(
        String code,
        String name,
        String nameEn,
        String classCode,
        String className,
        String edition,
        int version,
        LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        List<SubjectKind> subjectKinds,
        String legalBasis,
        String source,
        String responsibleDepartment,
        String updateCycle,
        Disclosure disclosure,
        @Omissible List<String> emptyWords,
        List<String> naturalKey,
        ColumnRoles roles,
        Timeliness timeliness,
        @Nullable FileRetention fileRetention,
        @Nullable SeverityRules severity,
        Publicity publicity,
        List<Column> columns)
        implements Versioned, ContentType.Columns {

    CatalogItem {
        emptyWords = Column.listOf(emptyWords);
        naturalKey = Column.listOf(naturalKey);
        columns = Column.listOf(columns);
        subjectKinds = Column.listOf(subjectKinds);
    }

    /** Whether it has this column. */
    @Override
    public boolean lists(String column, LocalDate day) {
        return columns.stream().anyMatch(known -> known.code().equals(column));
    }

    @Override
    public boolean allows(String column, String value) {
        return columns.stream().anyMatch(known -> known.code().equals(column) && known.allows(value));
    }

    enum SubjectKind { ORGANISATION, INDIVIDUAL_BUSINESS, PERSON, GOVERNMENT_BODY }

    /** Who may see it: anyone, government bodies, or those with the subject's consent. */
    enum Disclosure { PUBLIC, SHARED, CONSENT }

    /** Within how many working days after the decision a record is due. */
    record Timeliness(int workingDays, String source) {}
}
