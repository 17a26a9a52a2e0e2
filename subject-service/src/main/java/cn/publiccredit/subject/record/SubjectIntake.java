package cn.publiccredit.subject.record;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where records learn whom they are about; the keeper of subjects stands above this feature and implements it. */
public interface SubjectIntake {

    /**
     * Finds the subjects, and creates or completes them in bulk. Doing so again changes nothing.
     *
     * @return their ids, in the order of the rows
     */
    List<String> identify(IntakeContext context, List<IncomingRecord> rows);

    /**
     * Of these codes those whose subject has had others as well, with all of them, the one that stands for it first.
     */
    Map<String, List<String>> united(Set<String> codes);
}
