package cn.publiccredit.subject.record;

import cn.publiccredit.support.identity.Division;
import java.time.Instant;
import java.util.Optional;

/**
 * What all rows of a batch have in common.
 *
 * @param sourceUscc code of the organisation that supplied them
 * @param actor the account that uploaded them
 * @param receivedAt when the platform got to know them
 */
public record IntakeContext(
        String batch,
        CatalogItemRef item,
        String sourceUscc,
        String sourceName,
        Division sourceDivision,
        String actor,
        Instant receivedAt) {

    private static final String OWN = "own/";

    /**
     * For a record that the platform makes itself, such as of a broken commitment.
     *
     * @param about kind and id of what it is about; its states are the rows
     */
    public static IntakeContext own(
            String about, CatalogItemRef item, Source source, String actor, Instant receivedAt) {
        return new IntakeContext(OWN + about, item, source.uscc(), source.name(), source.division(), actor, receivedAt);
    }

    /** What the platform made a version of itself: kind and id; empty where a source supplied it, or a decision made it. */
    static Optional<String> ownMatter(Cause cause) {
        return Optional.ofNullable(cause.batch()).filter(batch -> batch.startsWith(OWN))
                .map(batch -> batch.substring(OWN.length()));
    }

    /** Whether the rows were supplied by a source, and not made here. */
    public boolean isSupplied() {
        return !isOwn(batch);
    }

    static boolean isOwn(String batch) {
        return batch.startsWith(OWN);
    }
}
