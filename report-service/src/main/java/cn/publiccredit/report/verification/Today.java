package cn.publiccredit.report.verification;

import cn.publiccredit.report.source.CatalogItem;
import cn.publiccredit.report.source.EntryFacts;
import cn.publiccredit.report.source.RecordFacts;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the services know of a subject on one day.
 *
 * @param subjects all ids under which it is known
 * @param catalogue the items of its records by code
 */
record Today(
        LocalDate day,
        Set<String> subjects,
        List<RecordFacts> records,
        List<EntryFacts> entries,
        Map<String, CatalogItem> catalogue) {}
