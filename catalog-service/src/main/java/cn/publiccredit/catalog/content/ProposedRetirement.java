package cn.publiccredit.catalog.content;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * That somebody wishes a published version to be retired; another decides.
 *
 * @param request id of the request that proposed it, so that a decision is about this one
 * @param from the first day on which it is no longer in force; null for the day of the decision
 * @param reason why, in the proposer's words
 */
public record ProposedRetirement(String request, @Nullable LocalDate from, String reason, Actor by, Instant at) {

    /** The tag by which a decision is tied to what the approver has read. */
    public String tag() {
        return "\"retirement-" + request + "\"";
    }
}
