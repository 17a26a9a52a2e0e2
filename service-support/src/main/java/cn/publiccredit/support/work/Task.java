package cn.publiccredit.support.work;

import java.time.Instant;

/** What is done with a document that is due. */
@FunctionalInterface
public interface Task {

    /**
     * Works on one document.
     *
     * @param id the document's id
     * @param lease must be checked before each effect of long work: when it is lost another replica has taken over
     * @throws Exception when it failed; it is tried again later, with growing pauses
     */
    Next run(String id, Lease lease) throws Exception;

    /** What follows. */
    sealed interface Next {

        /** Nothing is left to do. */
        record Done() implements Next {}

        /** There is more to do at this time. */
        record Again(Instant at) implements Next {}
    }
}
