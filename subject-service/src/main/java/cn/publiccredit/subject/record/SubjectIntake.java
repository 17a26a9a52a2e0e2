package cn.publiccredit.subject.record;

import java.util.List;

/** Where records learn whom they are about; the keeper of subjects stands above this feature and implements it. */
public interface SubjectIntake {

    /**
     * Finds the subjects, and creates or completes them in bulk. Doing so again changes nothing.
     *
     * @return their ids, in the order of the rows
     */
    List<String> identify(IntakeContext context, List<IncomingRecord> rows);
}
