package cn.publiccredit.repair.eligibility;

import cn.publiccredit.repair.application.CaseBook;
import cn.publiccredit.repair.condition.RepairConditions;
import cn.publiccredit.repair.record.CreditRecord;
import cn.publiccredit.repair.record.Identities;
import cn.publiccredit.repair.record.RecordPage;
import cn.publiccredit.repair.record.Records;
import cn.publiccredit.support.purpose.Purpose;
import cn.publiccredit.support.web.Page;
import cn.publiccredit.support.web.Paging;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Finds out which records of a subject can be repaired, and what stands against the others. */
@Component
class EligibleRecords {

    private final Records records;
    private final Identities identities;
    private final CaseBook book;
    private final Clock clock;

    EligibleRecords(Records records, Identities identities, CaseBook book, Clock clock) {
        this.records = records;
        this.identities = identities;
        this.book = book;
        this.clock = clock;
    }

    /** The adverse records in force on one page of the subject's records; such a page may have few, or none. */
    Page<EligibleRecord> of(String subject, Paging paging, Purpose purpose, Locale locale) {
        RecordPage page = records.ofSubject(subject, paging, purpose);
        List<CreditRecord> adverse = page.items().stream().filter(r -> r.isAdverse() && r.isLive()).toList();
        Map<String, String> cases = book.casesOf(adverse.stream().map(CreditRecord::id).toList());
        LocalDate barredUntil = book.barredUntil(identities.of(subject)).orElse(null);
        LocalDate today = LocalDate.now(clock);
        return new Page<>(adverse.stream().map(record -> EligibleRecord.of(
                record, RepairConditions.unmetBy(record, today, barredUntil), cases.get(record.id()), locale)).toList(),
                page.next());
    }
}
