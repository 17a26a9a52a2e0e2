package cn.publiccredit.repair.entry;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;

/** That a list entry ends with a repair; the receiver knows it again by its case. */
public record ExitOrder(
        @JsonProperty("case") String caseId, String kind, String reason, String decidedBy, LocalDate effectiveDate) {

    /** The exit of an entry whose subject has been repaired. */
    public static ExitOrder repaired(String caseId, String reason, String decidedBy, LocalDate effectiveDate) {
        return new ExitOrder(caseId, "REPAIRED", reason, decidedBy, effectiveDate);
    }
}
