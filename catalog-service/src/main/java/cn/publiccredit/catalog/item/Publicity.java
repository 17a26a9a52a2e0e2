package cn.publiccredit.catalog.item;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How long records are public, by severity, counted from the document's date.
 *
 * @param personsShown whether records of natural persons are public at all
 */
record Publicity(
        @JsonProperty("MINOR") Period minor,
        @JsonProperty("GENERAL") Period general,
        @JsonProperty("SERIOUS") Period serious,
        @JsonProperty("NONE") Period none,
        boolean personsShown,
        String source) {

    Stream<Period> periods() {
        return Stream.of(minor, general, serious, none);
    }

    /**
     * @param shown whether they are public
     * @param shortestMonths before which repair cannot end publicity
     * @param longestMonths after which publicity ends by itself; null for no end
     */
    record Period(boolean shown, int shortestMonths, @Nullable Integer longestMonths) {

        boolean isOrdered() {
            return shortestMonths >= 0 && (longestMonths == null || longestMonths >= shortestMonths);
        }
    }
}
