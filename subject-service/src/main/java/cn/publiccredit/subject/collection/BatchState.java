package cn.publiccredit.subject.collection;

/** Where a batch stands. */
enum BatchState {
    /** The file is kept; nobody has begun with it. */
    RECEIVED,
    RUNNING,
    /** Every row has been judged. */
    DONE,
    /** The file as a whole cannot be read, or the work on it failed again and again; what was counted until then stays. */
    FAILED,
    /** Stopped at somebody's wish; what was accepted until then stays. */
    CANCELLED;

    boolean isFinished() {
        return this != RECEIVED && this != RUNNING;
    }
}
