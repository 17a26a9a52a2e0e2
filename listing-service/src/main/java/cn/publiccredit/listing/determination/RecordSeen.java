package cn.publiccredit.listing.determination;

import cn.publiccredit.listing.subject.CreditRecord;
import org.jspecify.annotations.Nullable;

/** The record that a case rests on, as it was when the case was proposed. */
record RecordSeen(String id, String item, long version, @Nullable String severity, @Nullable String documentNumber) {

    static RecordSeen of(CreditRecord record) {
        return new RecordSeen(
                record.id(), record.item(), record.version(), record.severity(), record.documentNumber());
    }
}
