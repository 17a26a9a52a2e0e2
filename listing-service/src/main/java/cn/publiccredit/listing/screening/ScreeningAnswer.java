package cn.publiccredit.listing.screening;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * What was answered to a screening.
 *
 * @param rulesAsOf when the catalogue gave the measures that were used
 */
record ScreeningAnswer(
        String receipt,
        OffsetDateTime at,
        String matter,
        String purpose,
        OffsetDateTime rulesAsOf,
        List<Result> results) {}
