package cn.publiccredit.subject.record;

import org.jspecify.annotations.Nullable;

/**
 * How long records of one severity are public, by the catalogue item that judged them.
 *
 * @param shown whether they are public at all
 * @param shortestMonths months after the document's date before which publicity cannot end by repair
 * @param longestMonths months after which it ends by itself; null for no end
 * @param personsShown whether records of natural persons are public, too
 */
public record PublicityRule(
        boolean shown, int shortestMonths, @Nullable Integer longestMonths, boolean personsShown) {}
