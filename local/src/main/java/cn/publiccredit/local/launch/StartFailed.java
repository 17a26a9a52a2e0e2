package cn.publiccredit.local.launch;

import java.util.List;

/** A part of the suite did not come up. */
public final class StartFailed extends RuntimeException {

    private final String part;
    private final String reason;
    private final List<String> lastLines;

    StartFailed(String part, String reason, List<String> lastLines) {
        super(reason);
        this.part = part;
        this.reason = reason;
        this.lastLines = List.copyOf(lastLines);
    }

    /** Which part. */
    public String part() {
        return part;
    }

    /** What happened, in words. */
    public String reason() {
        return reason;
    }

    /** The end of its log. */
    public List<String> lastLines() {
        return lastLines;
    }
}
