package cn.publiccredit.local.launch;

import cn.publiccredit.local.preflight.Finding;
import cn.publiccredit.local.suite.Suite;
import java.util.List;

/** What came of a wish to have the suite running. */
public sealed interface UpOutcome {

    /** Everything is up; what was started stays. */
    record Started(Suite suite) implements UpOutcome {}

    /** Everything was up before; nothing has been changed. */
    record AlreadyRunning(Suite suite) implements UpOutcome {}

    /** The machine is not fit for it; nothing has been started. */
    record Refused(List<Finding> findings) implements UpOutcome {}

    /** A part did not come up; all that had been started for it is stopped again. */
    record Failed(String part, String reason, List<String> lastLines) implements UpOutcome {}
}
