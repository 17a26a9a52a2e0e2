package cn.publiccredit.subject.personal.rotation;

import org.jspecify.annotations.Nullable;

/** A collection with encrypted values; each feature that keeps some names its own. */
public interface SealedStore {

    /** The collection's name; it must not change, since progress is kept by it. */
    String name();

    /**
     * Encrypts with the current key what is encrypted with an earlier one, in the documents that follow in the order of their
     * ids. What somebody else changes at the same moment may be left for the next pass.
     *
     * @param after the id behind which to begin; null for the beginning
     */
    Stretch reseal(@Nullable String after, int limit);

    /**
     * What was looked at.
     *
     * @param last the last id; null when there was none left
     * @param resealed values that were, or still have to be, encrypted anew
     */
    record Stretch(@Nullable String last, long resealed) {}
}
