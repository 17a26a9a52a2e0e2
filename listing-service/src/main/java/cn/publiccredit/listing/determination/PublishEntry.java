package cn.publiccredit.listing.determination;

import cn.publiccredit.listing.entry.Entries;
import cn.publiccredit.listing.entry.Entry;
import cn.publiccredit.listing.rulebook.ListKind;
import cn.publiccredit.support.work.LeasedWorker;
import cn.publiccredit.support.work.Work;
import cn.publiccredit.support.work.Workers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What follows an approval: the entry is published, then the case says so. Both can be run again without effect. */
@Configuration(proxyBeanMethods = false)
class PublishEntry {

    static final String STEP = "PUBLISH_ENTRY";

    private final Cases cases;
    private final Entries entries;
    private final Clock clock;

    PublishEntry(Cases cases, Entries entries, Clock clock) {
        this.cases = cases;
        this.entries = entries;
        this.clock = clock;
    }

    @Bean
    LeasedWorker publishing(Workers workers) {
        return workers.stepWorker("publishing", Cases.COLLECTION, Map.of(STEP, this::publish), this::mark);
    }

    /** The id of a case's entry: always the same, so that a case cannot be published twice. */
    static String entryOf(String caseId) {
        return UUID.nameUUIDFromBytes(("entry of " + caseId).getBytes(StandardCharsets.UTF_8)).toString();
    }

    private void publish(String id) {
        cases.find(id).ifPresent(listing -> entries.publish(entry(listing)));
    }

    private void mark(String id) {
        cases.find(id).ifPresent(listing ->
                cases.published(id, entryOf(id), until(listing), clock.instant().truncatedTo(ChronoUnit.MILLIS)));
    }

    private Entry entry(ListingCase listing) {
        JudgedBy rules = listing.judgedBy();
        SubjectSeen subject = listing.subject();
        RecordSeen record = listing.record();
        Determination document = determination(listing);
        return new Entry(entryOf(listing.id()), listing.id(), rules.list(), rules.listName(), rules.kind(), subject.id(),
                subject.uscc(), subject.name(), record == null ? null : record.id(), document.documentNumber(),
                document.documentDate(), listing.reasons(),
                listing.legalBasis() == null ? rules.legalBasis() : listing.legalBasis(), rules.authority(),
                listing.department(), listing.division(), clock.instant().truncatedTo(ChronoUnit.MILLIS), until(listing),
                rules.measures(), isPublic(rules, subject), null, List.of(), Work.none(), 0);
    }

    /** Attention lists serve supervision only, and a natural person's entry is for that person (architecture rule 5). */
    private static boolean isPublic(JudgedBy rules, SubjectSeen subject) {
        return rules.kind() != ListKind.ATTENTION && !subject.person();
    }

    private static @Nullable LocalDate until(ListingCase listing) {
        Integer months = listing.judgedBy().termMonths();
        return months == null ? null : determination(listing).documentDate().plusMonths(months);
    }

    private static Determination determination(ListingCase listing) {
        return Objects.requireNonNull(listing.determination(), "an approved case was determined");
    }
}
