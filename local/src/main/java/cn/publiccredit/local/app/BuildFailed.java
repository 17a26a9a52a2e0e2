package cn.publiccredit.local.app;

/** The modules could not be built; the message says where the build's own words are. */
public final class BuildFailed extends RuntimeException {

    private final String reason;

    BuildFailed(String reason) {
        super(reason);
        this.reason = reason;
    }

    /** What happened, in words. */
    public String reason() {
        return reason;
    }
}
