package cn.publiccredit.subject.collection;

/** Where a batch stands. */
enum BatchState {
    /** The file is kept; nobody has begun with it. */
    RECEIVED,
    RUNNING,
    /** Pushed records that are being taken in at once. Should their process die, they are worked off as a file is. */
    PUSHING,
    /** Every row has been judged. */
    DONE,
    /** The file as a whole cannot be read, or the work on it failed again and again; what was counted until then stays. */
    FAILED,
    /** Stopped at somebody's wish; what was accepted until then stays. */
    CANCELLED;

    boolean isFinished() {
        return this != RECEIVED && this != RUNNING && this != PUSHING;
    }
}
