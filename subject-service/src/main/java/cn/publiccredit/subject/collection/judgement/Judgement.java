package cn.publiccredit.subject.collection.judgement;

import cn.publiccredit.subject.record.IncomingRecord;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What the rules say about a row. */
public sealed interface Judgement {

    /** It breaks no rule. */
    record Sound(IncomingRecord row, List<Notice> notices) implements Judgement {

        /** What was remarked, wherever in the row. */
        public Set<Remark> remarks() {
            return notices.stream().map(Notice::remark).collect(Collectors.toSet());
        }
    }

    /** It breaks these rules, all of which are named. */
    record Broken(List<BrokenRule> rules) implements Judgement {}
}
