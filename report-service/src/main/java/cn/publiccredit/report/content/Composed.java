package cn.publiccredit.report.content;

import java.util.List;

/** A composed report: what it says, and the record versions, entries and catalogue versions that it says it by. */
public record Composed(
        Content content,
        List<Evidence.RecordVersion> records,
        List<Evidence.EntryState> entries,
        List<Evidence.ItemVersion> catalogue) {}
