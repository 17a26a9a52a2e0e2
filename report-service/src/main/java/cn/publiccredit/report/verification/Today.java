package cn.publiccredit.report.verification;

import cn.publiccredit.report.source.EntryFacts;
import cn.publiccredit.report.source.RecordFacts;
import java.time.LocalDate;
import java.util.List;

/** What the services know of a subject on one day. */
record Today(LocalDate day, List<RecordFacts> records, List<EntryFacts> entries) {}
