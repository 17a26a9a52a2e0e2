package cn.publiccredit.subject.record;

import java.util.List;

/**
 * Where doubts about identity codes are reported; code governance stands above this feature and implements it.
 *
 * <p>Reported before the checkpoint moves, and told apart by batch, row and kind: a chunk that is run again doubles nothing.
 */
public interface CodeFindings {

    void report(IntakeContext context, List<CodeFinding> findings);
}
