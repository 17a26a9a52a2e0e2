package cn.publiccredit.report.content;

import cn.publiccredit.report.source.CatalogItem;
import cn.publiccredit.report.source.EntryFacts;
import cn.publiccredit.report.source.RecordFacts;
import cn.publiccredit.report.source.RepairFacts;
import cn.publiccredit.report.source.SubjectFacts;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/**
 * Everything that the other services answered for one report.
 *
 * @param scope how far the reader's right goes, in words
 * @param purpose what the report is drawn for, in words
 */
public record Facts(
        SubjectFacts subject,
        String scope,
        String purpose,
        List<RecordFacts> records,
        List<EntryFacts> entries,
        List<RepairFacts> repairs,
        Map<String, CatalogItem> catalogue,
        OffsetDateTime gatheredAt) {}
