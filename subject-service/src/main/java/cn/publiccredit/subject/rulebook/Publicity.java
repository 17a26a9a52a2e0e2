package cn.publiccredit.subject.rulebook;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** How long records are public, by severity. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Publicity(
        @JsonProperty("MINOR") @Nullable Period minor,
        @JsonProperty("GENERAL") @Nullable Period general,
        @JsonProperty("SERIOUS") @Nullable Period serious,
        @JsonProperty("NONE") @Nullable Period none,
        @Nullable Boolean personsShown) {

    /** Months counted from the document's date; no longest means no end. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Period(boolean shown, int shortestMonths, @Nullable Integer longestMonths) {}
}
