package cn.publiccredit.listing.determination;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What the bodies of requests on cases carry. */
final class CaseRequests {

    private CaseRequests() {}

    /**
     * @param list code of the list
     * @param subject unified social credit code of the subject
     * @param record id of the record that leads to it, where there is one
     */
    record Propose(
            @Nullable String list,
            @Nullable String subject,
            @Nullable String record,
            @Nullable String reasons,
            @Nullable String legalBasis) {}

    record Notify(@Nullable LocalDate deliveredOn, @Nullable String way) {}

    record State(@Nullable String text, @Nullable Boolean waived) {}

    record Determine(@Nullable String documentNumber, @Nullable LocalDate documentDate, @Nullable String note) {}

    record Approve(@Nullable String note) {}

    record Reject(@Nullable String reason) {}
}
