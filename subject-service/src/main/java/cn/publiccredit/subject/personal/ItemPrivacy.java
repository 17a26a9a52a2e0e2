package cn.publiccredit.subject.personal;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the catalogue says about an item's confidentiality.
 *
 * @param columns by column code; a column that is not in here is never public
 * @param subjectNameColumn the column with the subject's own name, where the item has one
 * @param personIdColumn the column with the subject's own id number, where the item has one
 */
public record ItemPrivacy(
        String code,
        Disclosure disclosure,
        Map<String, ColumnPrivacy> columns,
        @Nullable String subjectNameColumn,
        @Nullable String personIdColumn) {

    /** Who may see an item's records at all (domain rules, "Catalogue item"). */
    public enum Disclosure {
        PUBLIC,
        SHARED,
        CONSENT
    }

    /** How one column is to be treated. @param numbers which numbers in its values are masked for everybody */
    public record ColumnPrivacy(PersonalClass personal, PublicMask publicMask, PersonalNumbers numbers) {

        static final ColumnPrivacy OPEN = new ColumnPrivacy(PersonalClass.NONE, PublicMask.NONE, PersonalNumbers.LIKELY);
    }

    public ItemPrivacy {
        columns = Map.copyOf(columns);
    }

    /** What kind of personal data a column holds. */
    public PersonalClass personal(String column) {
        return column(column).personal();
    }

    ColumnPrivacy column(String column) {
        return columns.getOrDefault(column, ColumnPrivacy.OPEN);
    }
}
