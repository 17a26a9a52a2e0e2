package cn.publiccredit.report.content;

import cn.publiccredit.report.source.EntryFacts;
import cn.publiccredit.report.source.RecordFacts;
import cn.publiccredit.report.source.SubjectFacts;
import java.util.ArrayList;
import java.util.List;

/** The labels at the top of a report, after real reports of the standard's edition of 2022. */
final class Labels {

    private Labels() {}

    static List<String> of(SubjectFacts subject, List<RecordFacts> records, List<EntryFacts> entries) {
        List<String> labels = new ArrayList<>();
        if ("ACTIVE".equals(subject.status())) {
            labels.add("存续");
        }
        if (has(entries, "RED")) {
            labels.add("守信激励对象");
        }
        if (has(entries, "BLACK")) {
            labels.add("失信惩戒对象");
        }
        if (has(entries, "ATTENTION")) {
            labels.add("重点关注对象");
        }
        if (records.stream().anyMatch(r -> r.item().equals("YC"))) {
            labels.add("经营异常");
        }
        return labels;
    }

    private static boolean has(List<EntryFacts> entries, String kind) {
        return entries.stream().anyMatch(e -> e.kind().equals(kind));
    }
}
