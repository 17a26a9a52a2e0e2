package cn.publiccredit.repair.record;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;

/** That publicity or sharing of a record ends with a repair; the receiver knows it again by its case. */
public record StopOrder(
        @JsonProperty("case") String caseId, String decidedBy, String reason, LocalDate effectiveDate) {}
