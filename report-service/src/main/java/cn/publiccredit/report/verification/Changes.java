package cn.publiccredit.report.verification;

import cn.publiccredit.report.archive.Report;
import cn.publiccredit.report.content.Templates;
import cn.publiccredit.report.source.Account;
import cn.publiccredit.report.source.EntryFacts;
import cn.publiccredit.report.source.Listings;
import cn.publiccredit.report.source.RecordFacts;
import cn.publiccredit.report.source.Subjects;
import cn.publiccredit.report.source.Together;
import cn.publiccredit.support.purpose.Purpose;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Asks the services, on this service's own account, what became of what a report says. */
@Component
class Changes {

    private static final Logger log = LoggerFactory.getLogger(Changes.class);
    private static final Purpose WHY = new Purpose("报告查验：核对出具后的变化", null, null);

    private final Subjects subjects;
    private final Listings listings;
    private final Templates templates;
    private final Clock clock;

    Changes(Subjects subjects, Listings listings, Templates templates, Clock clock) {
        this.subjects = subjects;
        this.listings = listings;
        this.templates = templates;
        this.clock = clock;
    }

    /** What changed since the report was issued; empty when a service is silent, so that it cannot be told. */
    Optional<List<Change>> since(Report report) {
        Future<List<RecordFacts>> records;
        Future<List<EntryFacts>> entries;
        try (Together together = new Together()) {
            records = together.ask(() -> subjects.records(Account.SERVICE, report.subject(), WHY));
            entries = together.ask(() -> listings.of(Account.SERVICE, report.subject(), WHY));
        }
        try {
            Today today = new Today(LocalDate.ofInstant(clock.instant(), clock.getZone()), records.get(), entries.get());
            return Optional.of(Comparison.of(
                    templates.require(report.template()), report.issuedAt(), report.evidence(), today));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException e) {
            log.warn("report {} cannot be compared with today", report.number(), e.getCause());
            return Optional.empty();
        }
    }
}
