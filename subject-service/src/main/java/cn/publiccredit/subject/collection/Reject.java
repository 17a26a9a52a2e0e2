package cn.publiccredit.subject.collection;

import cn.publiccredit.subject.collection.judgement.BrokenRule;
import java.util.List;

/** A row that was not accepted, as it came, with every rule it breaks. */
record Reject(long row, List<String> cells, List<BrokenRule> rules) {}
