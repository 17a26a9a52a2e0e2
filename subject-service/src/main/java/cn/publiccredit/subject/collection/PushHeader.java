package cn.publiccredit.subject.collection;

import cn.publiccredit.subject.collection.judgement.Header;
import cn.publiccredit.subject.collection.judgement.UnfitHeader;
import cn.publiccredit.subject.rulebook.CatalogItem;
import cn.publiccredit.support.problem.CommonProblem;
import cn.publiccredit.support.problem.Problem;
import cn.publiccredit.support.problem.Violation;
import java.util.ArrayList;
import java.util.List;

/** Finds the columns of an item that pushed records name. */
final class PushHeader {

    private PushHeader() {}

    /** @throws Problem 422 that names what no column of the item is, and what is given twice */
    static Header of(PushedRecords.Spelt spelt, CatalogItem item) {
        return switch (Header.matchFields(spelt.records().fields(), item)) {
            case Header.Match.Refused(var unfit) -> throw refusal(unfit.unknown(), spelt.twice());
            case Header.Match.Matched(var _) when !spelt.twice().isEmpty() -> throw refusal(List.of(), spelt.twice());
            case Header.Match.Matched(var matched) -> matched;
        };
    }

    private static Problem refusal(List<String> unknown, List<Violation> twice) {
        List<Violation> all = new ArrayList<>();
        unknown.forEach(column -> all.add(new Violation("records", "unknown-column",
                "无法识别的列：" + column + "，请使用目录中该事项的列代码或中文名。",
                "Unknown column " + column + "; use the item's column codes or Chinese names.")));
        all.addAll(twice);
        int more = all.size() - UnfitHeader.MOST_LISTED;
        if (more <= 0) {
            return CommonProblem.INVALID.with().violating(all);
        }
        List<Violation> listed = new ArrayList<>(all.subList(0, UnfitHeader.MOST_LISTED));
        listed.add(new Violation("records", listed.getLast().rule(),
                "另有 " + more + " 处列无法识别或重复，未逐一列出，请对照目录中该事项的列。",
                more + " further columns are unknown or given twice; compare them with the item's columns."));
        return CommonProblem.INVALID.with().violating(listed);
    }
}
