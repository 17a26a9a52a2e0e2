package cn.publiccredit.subject.record;

import cn.publiccredit.subject.SubjectProblem;
import cn.publiccredit.support.problem.CommonProblem;
import cn.publiccredit.support.time.TimeConfiguration;
import cn.publiccredit.support.web.Cursor;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The records of all subjects, for the features that show or decide about them. They answer for who may see what. */
@Component
public class Records {

    private static final int ATTEMPTS = 10;

    /** As many records are read together when some may not be seen: a page of one must not cost a reading each. */
    private static final int TOGETHER = 200;

    private final RecordStore store;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Records(RecordStore store, Clock clock, ApplicationEventPublisher events) {
        this.store = store;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Which records of a subject are wanted.
     *
     * @param subjects the subject's ids: its own, and those of subjects that turned out to be it
     * @param item null for all items
     * @param asOf only facts that held by this day, going by the document's date; null for all
     * @param knownAt in the version that the platform knew at this time; null for the current one
     */
    public record Wanted(
            Set<String> subjects, @Nullable String item, @Nullable LocalDate asOf, @Nullable Instant knownAt) {

        public Wanted(String subject, @Nullable String item, @Nullable LocalDate asOf, @Nullable Instant knownAt) {
            this(Set.of(subject), item, asOf, knownAt);
        }
    }

    public Optional<CreditRecord> find(String id) {
        return store.find(id);
    }

    /**
     * A record as it is shown.
     *
     * @param position where the list continues behind it: by what stands now, whatever version is shown
     */
    public record Shown(CreditRecord record, Cursor position) {}

    /**
     * Records of a subject, newest document first, as far as is known now.
     *
     * @param after where the page before ended; empty on the first one
     * @param visible whether the caller may see a record; judged by its present state, whatever version is shown
     * @return at most {@code limit} records
     */
    public List<Shown> ofSubject(
            Wanted wanted, Optional<Cursor> after, int limit, Predicate<CreditRecord> visible) {
        List<Shown> found = new ArrayList<>();
        Cursor position = after.orElse(null);
        int most = limit;
        while (true) {
            List<CreditRecord> read = page(wanted, position, most);
            for (CreditRecord record : read) {
                Optional<CreditRecord> shown = visible.test(record) ? asKnown(record, wanted) : Optional.empty();
                if (shown.isPresent()) {
                    found.add(new Shown(shown.get(), position(record)));
                    if (found.size() == limit) {
                        return found;
                    }
                }
            }
            if (read.size() < most) {
                return found;
            }
            position = position(read.getLast());
            most = Math.max(most, TOGETHER);
        }
    }

    /** How many records there are under these ids of one subject, by item, whatever state they are in. */
    public Map<String, Integer> counts(Set<String> subjects) {
        Map<String, Integer> counts = new TreeMap<>();
        store.records().aggregate(List.of(
                        Aggregates.match(RecordStore.ofSubjects(subjects)),
                        Aggregates.group("$item", Accumulators.sum("count", 1))))
                .hint(RecordStore.BY_SUBJECT)
                .forEach(group -> counts.put(group.getString("_id"), group.get("count", Number.class).intValue()));
        return counts;
    }

    /** Where a list of what stands now continues after this record. */
    public static Cursor position(CreditRecord record) {
        return Cursor.at(RecordDocuments.order(record), record.id());
    }

    /**
     * All records of some subjects, subject by subject in the order of their ids; to be closed. Not in the order of their documents,
     * which may be dated anew while a reader takes his time: what moves over the place that is being read would be left out or come
     * twice. So they are gathered at once; only what is dated anew within that moment may be left out.
     *
     * @param atATime how many are fetched together
     */
    public Run run(Set<String> subjects, int atATime) {
        return new Run(subjects.isEmpty() ? null : store.records().find(RecordStore.ofSubjects(subjects))
                .sort(Sorts.ascending("subject", "_id")).allowDiskUse(true).batchSize(atATime).iterator());
    }

    /** Records one after the other, as the store's cursor gives them. */
    public static final class Run implements AutoCloseable {

        private final @Nullable MongoCursor<Document> cursor;
        private @Nullable CreditRecord ahead;
        private String last = "";

        private Run(@Nullable MongoCursor<Document> cursor) {
            this.cursor = cursor;
        }

        /** The next record, if it is this subject's; any subject's when null. Null when there is none. */
        public @Nullable CreditRecord next(@Nullable String subject) {
            while (ahead == null && cursor != null && cursor.hasNext()) {
                Document read = cursor.next();
                // Dated anew while the store gathered them, one comes twice.
                if (!last.equals(read.getString("_id"))) {
                    ahead = RecordDocuments.record(read);
                    last = ahead.id();
                }
            }
            CreditRecord next = ahead;
            if (next == null || (subject != null && !next.subject().equals(subject))) {
                return null;
            }
            ahead = null;
            return next;
        }

        @Override
        public void close() {
            if (cursor != null) {
                cursor.close();
            }
        }
    }

    private List<CreditRecord> page(Wanted wanted, @Nullable Cursor after, int limit) {
        List<Bson> all = new ArrayList<>();
        all.add(RecordStore.ofSubjects(wanted.subjects()));
        if (wanted.item() != null) {
            all.add(Filters.eq("item", wanted.item()));
        }
        if (wanted.knownAt() != null) {
            all.add(Filters.lte("firstKnown", Date.from(wanted.knownAt())));
        }
        if (after != null) {
            all.add(beyond(after));
        }
        return store.records().find(Filters.and(all)).sort(Sorts.descending("order", "_id")).limit(limit)
                .map(RecordDocuments::record).into(new ArrayList<>());
    }

    static Bson beyond(Cursor after) {
        String order = after.values().get(0);
        // Bounded first, so that a late page does not go through all those before it.
        return Filters.and(Filters.lte("order", order),
                Filters.or(Filters.lt("order", order), Filters.lt("_id", after.values().get(1))));
    }

    private Optional<CreditRecord> asKnown(CreditRecord record, Wanted wanted) {
        LocalDate asOf = wanted.asOf();
        return knownAt(record, wanted.knownAt()).filter(known -> held(known, asOf))
                .map(known -> asOf == null ? known : known.asOf(asOf));
    }

    private Optional<CreditRecord> knownAt(CreditRecord record, @Nullable Instant at) {
        if (at == null) {
            return Optional.of(record);
        }
        return Stream.concat(record.versions(), Stream.of(record).flatMap(r -> store.archivedVersions(r).stream()))
                .filter(version -> version.wasKnownAt(at))
                .findFirst()
                .map(record::as);
    }

    /**
     * Versions of a record, newest first.
     *
     * @param before only those with a smaller number; null for all
     * @return at most {@code limit}
     */
    public List<Version> versions(CreditRecord record, @Nullable Integer before, int limit) {
        int below = before == null ? Integer.MAX_VALUE : before;
        List<Version> found = new ArrayList<>(record.versions()
                .filter(version -> version.number() < below && version.number() > record.archived())
                .limit(limit).toList());
        if (found.size() < limit && record.archived() > 0) {
            found.addAll(store.archivedVersions(
                    record, Math.min(below, record.archived() + 1), limit - found.size()));
        }
        return found;
    }

    private static boolean held(CreditRecord record, @Nullable LocalDate on) {
        LocalDate document = record.current().content().documentDate();
        return on == null || document == null || !document.isAfter(on);
    }

    /**
     * Ends something about a record because a case decided so; the same case again changes nothing.
     *
     * @return the record as it stands afterwards
     * @throws cn.publiccredit.support.problem.Problem 404 without such a record, 409 when another decision stands already
     */
    public CreditRecord stop(String id, Stop.Kind kind, String repairCase, String decidedBy, String reason, LocalDate day) {
        CreditRecord stopped = stopOnce(id, kind, repairCase, decidedBy, reason, day);
        stopped.madeOf().ifPresent(matter -> stopped.stops().stream()
                .filter(stop -> stop.is(Stop.Kind.PUBLICITY) && stop.isOf(repairCase))
                .map(stop -> new RecordRepaired(matter, repairCase, stop.decidedBy(), stop.reason(), stop.effectiveDate(), stop.at()))
                .forEach(events::publishEvent));
        return stopped;
    }

    private CreditRecord stopOnce(String id, Stop.Kind kind, String repairCase, String decidedBy, String reason, LocalDate day) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            CreditRecord record = store.find(id).orElseThrow(SubjectProblem.RECORD_NOT_FOUND::with);
            List<Stop> ofCase = record.stops().stream().filter(stop -> stop.isOf(repairCase)).toList();
            if (ofCase.stream().anyMatch(stop -> stop.is(kind) || !stop.isInForce())) {
                return record;
            }
            if (record.current().state() == RecordState.WITHDRAWN) {
                throw SubjectProblem.RECORD_WITHDRAWN.with();
            }
            if (record.stopsInForce().anyMatch(stop -> !stop.isOf(repairCase))) {
                throw SubjectProblem.RECORD_REPAIRED.with();
            }
            Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            CreditRecord stopped = record.stopped(new Stop(kind, repairCase, decidedBy, reason, day, now, null));
            if (store.replace(record, stopped)) {
                return stopped;
            }
        }
        throw CommonProblem.CONFLICT.with();
    }

    /** The day that it is now, by which publicity is judged. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), TimeConfiguration.ZONE);
    }
}
