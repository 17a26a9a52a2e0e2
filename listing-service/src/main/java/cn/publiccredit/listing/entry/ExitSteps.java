package cn.publiccredit.listing.entry;

/** What must follow after an entry was ended; written with the exit, run until done. */
public final class ExitSteps {

    /** The case that led to the entry is closed as exited. */
    public static final String CLOSE_CASE = "CLOSE_CASE";

    private ExitSteps() {}
}
