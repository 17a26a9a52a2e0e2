package cn.publiccredit.subject.record;

import java.util.List;
import java.util.Optional;

/** Where collection hands judged rows over to become records. */
public interface RecordIntake {

    /**
     * Writes validated rows in bulk; the same row again is a duplicate, a changed row a new version.
     *
     * <p>Rows of one call that have the same natural key are taken in their order. A call may be repeated after a crash: a row whose record's current
     * version was written by the same batch and the same row gets the verdict it got then, and a row whose record's current
     * version was written by the same batch and a later row has been worked on and changes nothing.
     *
     * <p>Of two batches the later received one is in force, whichever is worked off last: what comes too late is kept as a
     * version that never was.
     *
     * @return one verdict a row, in the order of the rows
     */
    List<Verdict> accept(IntakeContext context, List<IncomingRecord> rows);

    /**
     * What an earlier call that died has made of these rows; nothing is written.
     *
     * @return one verdict a row, in their order; empty where the row made no version
     */
    List<Optional<Verdict>> written(IntakeContext context, List<IncomingRecord> rows);

    /** The id of the record that a row is about. */
    String idOf(IntakeContext context, IncomingRecord row);
}
