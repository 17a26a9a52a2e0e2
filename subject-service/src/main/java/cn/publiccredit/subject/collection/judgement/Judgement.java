package cn.publiccredit.subject.collection.judgement;

import cn.publiccredit.subject.record.IncomingRecord;
import java.util.List;
import java.util.Set;

/** What the rules say about a row. */
public sealed interface Judgement {

    /** It breaks no rule. */
    record Sound(IncomingRecord row, Set<Remark> remarks) implements Judgement {}

    /** It breaks these rules, all of which are named. */
    record Broken(List<BrokenRule> rules) implements Judgement {}
}
