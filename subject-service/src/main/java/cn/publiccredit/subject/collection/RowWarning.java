package cn.publiccredit.subject.collection;

import cn.publiccredit.subject.collection.judgement.Notice;
import java.util.List;

/** An accepted row about which there is something to say. */
record RowWarning(long row, List<Notice> notices) {}
