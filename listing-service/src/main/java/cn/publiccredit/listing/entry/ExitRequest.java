package cn.publiccredit.listing.entry;

import cn.publiccredit.listing.Checks;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What ends an entry: the repair case or revocation, its reason, who decided it, and from when on it counts. */
record ExitRequest(
        @JsonProperty("case") @Nullable String decision,
        Exit.@Nullable Kind kind,
        @Nullable String reason,
        @Nullable String decidedBy,
        @Nullable LocalDate effectiveDate) {

    Exit at(Instant now, LocalDate today) {
        Checks checks = new Checks();
        String by = checks.text("case", decision, 100);
        String why = checks.text("reason", reason, 2000);
        Exit.Kind ending = kind == null ? Exit.Kind.EXPIRY : kind;
        checks.that(ending != Exit.Kind.EXPIRY, "kind", "allowed",
                "kind 应为 REPAIRED 或 REVOKED；期限届满由系统自动处理。",
                "kind must be REPAIRED or REVOKED; terms end by themselves.");
        LocalDate effective = effectiveDate == null ? today : effectiveDate;
        checks.that(!effective.isAfter(today), "effectiveDate", "not-after-today", "生效日期不能晚于今天。",
                "The effective date must not be in the future.");
        checks.done();
        return new Exit(ending, by, decidedBy, why, effective, now);
    }
}
