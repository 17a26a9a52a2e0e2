package cn.publiccredit.report.verification;

import cn.publiccredit.report.archive.Report;
import cn.publiccredit.report.content.Templates;
import cn.publiccredit.report.source.Account;
import cn.publiccredit.report.source.CatalogItem;
import cn.publiccredit.report.source.Catalogue;
import cn.publiccredit.report.source.EntryFacts;
import cn.publiccredit.report.source.Identity;
import cn.publiccredit.report.source.Listings;
import cn.publiccredit.report.source.RecordFacts;
import cn.publiccredit.report.source.Subjects;
import cn.publiccredit.report.source.Together;
import cn.publiccredit.support.purpose.Purpose;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
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
    private final Catalogue catalogue;
    private final Templates templates;
    private final Clock clock;

    Changes(Subjects subjects, Listings listings, Catalogue catalogue, Templates templates, Clock clock) {
        this.subjects = subjects;
        this.listings = listings;
        this.catalogue = catalogue;
        this.templates = templates;
        this.clock = clock;
    }

    /** What changed since the report was issued; empty when a service is silent, so that it cannot be told. */
    Optional<List<Change>> since(Report report) {
        List<String> then = report.evidence().subjectsOr(report.subject());
        try {
            List<Identity> now = identities(then);
            Set<String> ofSubject = now.stream().filter(identity -> identity.asked().equals(report.subject()))
                    .flatMap(identity -> identity.ids().stream()).collect(Collectors.toSet());
            // Whatever the report tells of is compared, also what has proved to be another subject's since.
            List<String> standing = now.stream().map(Identity::id).distinct().toList();
            return Optional.of(Comparison.of(templates.require(report.template()), report.issuedAt(), then,
                    report.evidence(), today(standing, ofSubject)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException e) {
            log.warn("report {} cannot be compared with today", report.number(), e.getCause());
            return Optional.empty();
        }
    }

    private List<Identity> identities(List<String> ids) throws InterruptedException, ExecutionException {
        try (Together together = new Together()) {
            return together.ask(() -> subjects.identities(ids)).get();
        }
    }

    private Today today(List<String> standing, Set<String> ofSubject) throws InterruptedException, ExecutionException {
        List<Future<List<RecordFacts>>> records = new ArrayList<>();
        List<Future<List<EntryFacts>>> entries = new ArrayList<>();
        Future<Map<String, CatalogItem>> items;
        try (Together together = new Together()) {
            items = together.ask(catalogue::items);
            for (String subject : standing) {
                records.add(together.ask(() -> subjects.records(Account.SERVICE, subject, WHY)));
                entries.add(together.ask(() -> listings.of(Account.SERVICE, subject, WHY)));
            }
        }
        return new Today(
                LocalDate.ofInstant(clock.instant(), clock.getZone()), ofSubject, all(records), all(entries), items.get());
    }

    private static <T> List<T> all(List<Future<List<T>>> answers) throws InterruptedException, ExecutionException {
        List<T> all = new ArrayList<>();
        for (Future<List<T>> answer : answers) {
            all.addAll(answer.get());
        }
        return all;
    }
}
