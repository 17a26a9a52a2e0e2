package cn.publiccredit.subject.collection.judgement;

import cn.publiccredit.subject.record.IncomingRecord;
import cn.publiccredit.subject.record.Operation;
import cn.publiccredit.subject.rulebook.CatalogItem;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What values by column code say by an item's rules, for records that come from no file. */
public final class ReadValues {

    private ReadValues() {}

    /** The rules between columns that these values break: what must be there and is not, and dates out of their order. */
    public static List<BrokenRule> broken(CatalogItem item, Map<String, String> values, LocalDate today) {
        @Nullable String[] cells = item.columns().stream().map(column -> values.getOrDefault(column.code(), ""))
                .toArray(String[]::new);
        Complaints complaints = new Complaints();
        new RowConditions(item).check(cells, today, complaints);
        return complaints.broken();
    }

    /** How grave these values are, as rows name it; empty where they are no misconduct. */
    public static Optional<String> grade(CatalogItem item, Map<String, String> values) {
        return Grading.name(new Grading(item).grade(values));
    }

    /** @param number tells this state of the record from others */
    public static IncomingRecord of(CatalogItem item, long number, Map<String, String> values) {
        return new RowReading(item).read(number, values, Wish.NONE);
    }

    /** The end of the record that these values are about; of them only the natural key counts. */
    public static IncomingRecord withdrawal(CatalogItem item, long number, Map<String, String> values, String reason) {
        return new RowReading(item).read(number, values, new Wish(Operation.WITHDRAW, reason));
    }
}
