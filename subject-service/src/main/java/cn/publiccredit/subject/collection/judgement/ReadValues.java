package cn.publiccredit.subject.collection.judgement;

import cn.publiccredit.subject.record.IncomingRecord;
import cn.publiccredit.subject.rulebook.CatalogItem;
import java.util.Map;

/** What values by column code say by an item's rules, for records that come from no file. */
public final class ReadValues {

    private ReadValues() {}

    /** @param number tells this state of the record from others */
    public static IncomingRecord of(CatalogItem item, long number, Map<String, String> values) {
        return new RowReading(item).read(number, values, Wish.NONE);
    }
}
