package cn.publiccredit.report.issuing;

import cn.publiccredit.report.ReportProblem;
import cn.publiccredit.report.content.Facts;
import cn.publiccredit.report.source.Account;
import cn.publiccredit.report.source.CatalogItem;
import cn.publiccredit.report.source.Catalogue;
import cn.publiccredit.report.source.ConsentFacts;
import cn.publiccredit.report.source.EntryFacts;
import cn.publiccredit.report.source.Identity;
import cn.publiccredit.report.source.Listings;
import cn.publiccredit.report.source.Purposes;
import cn.publiccredit.report.source.RecordFacts;
import cn.publiccredit.report.source.RepairFacts;
import cn.publiccredit.report.source.Repairs;
import cn.publiccredit.report.source.SubjectFacts;
import cn.publiccredit.report.source.Subjects;
import cn.publiccredit.report.source.Together;
import cn.publiccredit.support.problem.Problem;
import cn.publiccredit.support.purpose.Purpose;
import cn.publiccredit.support.time.TimeConfiguration;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Asks all services at the same time for everything that a report says; one silent source and there is no report. */
@Component
class Gathering {

    private static final int TIMES_TRIED = 3;

    private final Subjects subjects;
    private final Listings listings;
    private final Repairs repairs;
    private final Catalogue catalogue;
    private final Purposes purposes;
    private final Clock clock;

    Gathering(Subjects subjects, Listings listings, Repairs repairs, Catalogue catalogue, Purposes purposes,
            Clock clock) {
        this.subjects = subjects;
        this.listings = listings;
        this.repairs = repairs;
        this.catalogue = catalogue;
        this.purposes = purposes;
        this.clock = clock;
    }

    /** Under which ids the subject is known. */
    Identity identity(String subject) {
        try {
            return subjects.identity(subject);
        } catch (Problem silent) {
            throw Answers.incomplete(List.of(Source.SUBJECT)).because(silent);
        }
    }

    /**
     * The facts as the current caller may see them, all of one subject: when a merger was decided while the services were
     * asked, some may have answered as it was before and some as it is after, so that they are asked again.
     *
     * @param right by what right, once it is known under which ids the subject is known
     */
    Facts gather(IssueRequest.Checked request, Function<Identity, Basis> right) {
        Identity before = identity(request.subject());
        for (int tried = 0; tried < TIMES_TRIED; tried++) {
            Facts facts = gather(before, request, right.apply(before));
            Identity after = identity(request.subject());
            if (after.equals(before)) {
                return facts;
            }
            before = after;
        }
        throw Answers.incomplete(List.of(Source.SUBJECT));
    }

    private Facts gather(Identity identity, IssueRequest.Checked request, Basis basis) {
        String subject = identity.id();
        Purpose purpose = request.purpose();
        OffsetDateTime at = OffsetDateTime.ofInstant(clock.instant(), TimeConfiguration.ZONE);
        Map<Source, Future<?>> asked = new EnumMap<>(Source.class);
        Future<String> named;
        try (Together together = new Together()) {
            asked.put(Source.SUBJECT, together.ask(() -> subjects.subject(Account.CALLER, subject, purpose)));
            asked.put(Source.RECORDS, together.ask(() -> subjects.records(Account.CALLER, subject, purpose)));
            asked.put(Source.ENTRIES, together.ask(() -> listings.of(Account.CALLER, subject, purpose)));
            asked.put(Source.REPAIRS, together.ask(() -> repairs.of(Account.CALLER, subject, purpose)));
            asked.put(Source.CATALOGUE, together.ask(catalogue::items));
            named = together.ask(() -> purposes.name(purpose.purpose()));
            String consent = purpose.consent();
            if (basis == Basis.CONSENT && consent != null) {
                asked.put(Source.CONSENT, together.ask(() -> subjects.consent(Account.CALLER, consent)));
            }
        }
        Answers answers = Answers.of(asked).requireComplete();
        if (basis == Basis.CONSENT
                && !answers.get(Source.CONSENT, ConsentFacts.class).carries(identity, request.template())) {
            throw ReportProblem.CONSENT_TOO_NARROW.with();
        }
        List<RecordFacts> records = answers.list(Source.RECORDS, RecordFacts.class);
        return new Facts(
                answers.get(Source.SUBJECT, SubjectFacts.class),
                basis.scope(),
                named.resultNow(),
                records,
                answers.list(Source.ENTRIES, EntryFacts.class),
                answers.list(Source.REPAIRS, RepairFacts.class),
                itemsOf(records, answers.get(Source.CATALOGUE, Map.class)),
                at);
    }

    /** The items of these records; a record whose item nobody can explain makes a report incomplete. */
    private static Map<String, CatalogItem> itemsOf(List<RecordFacts> records, Map<?, ?> catalogue) {
        Map<String, CatalogItem> items = new LinkedHashMap<>();
        for (RecordFacts record : records) {
            if (!(catalogue.get(record.item()) instanceof CatalogItem item)) {
                throw Answers.incomplete(List.of(Source.CATALOGUE));
            }
            items.put(record.item(), item);
        }
        return items;
    }
}
