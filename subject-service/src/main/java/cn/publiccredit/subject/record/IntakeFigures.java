package cn.publiccredit.subject.record;

import java.util.List;

/** Where it is counted what became of rows that broke no rule; the statistics stand above this feature and implement it. */
public interface IntakeFigures {

    /** Counts rows that became durable. Rows of a batch that were counted before are not counted again. */
    void counted(IntakeContext context, List<IncomingRecord> rows, List<Verdict> verdicts);
}
