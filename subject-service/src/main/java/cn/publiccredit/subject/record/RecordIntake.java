package cn.publiccredit.subject.record;

import java.util.List;

/** Where collection hands judged rows over to become records. */
public interface RecordIntake {

    /**
     * Writes validated rows in bulk; the same row again is a duplicate, a changed row a new version.
     *
     * <p>The rows of one call have distinct natural keys. A call may be repeated after a crash: a row whose record's current
     * version was written by the same batch and the same row gets the verdict it got then, and a row whose record's current
     * version was written by the same batch and a later row has been worked on and changes nothing.
     *
     * @return one verdict a row, in the order of the rows
     */
    List<Verdict> accept(IntakeContext context, List<IncomingRecord> rows);
}
