package cn.publiccredit.subject.collection;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.aggregation.Aggregation;
import org.springframework.data.mongodb.core.aggregation.Fields;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * Whose turn it is. Batches go in the order in which they were received: those of one source and one item one after the
 * other, since each may change what the one before it brings; so many of one source and so many in all at a time. The
 * order itself decides: no places are given out that a killed process could keep.
 */
@Component
class Queue implements SmartInitializingSingleton {

    /** How long a batch waits for being told before it looks for itself. */
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);

    /** Likewise, the next one: the one before it may end just while it lies down to wait, and is heard by nobody. */
    private static final Duration NEXT_LOOKS_AGAIN = Duration.ofMillis(500);

    /** A batch that has failed so often goes on trying, but only those of its own source and item wait for it. */
    static final int PATIENCE = 3;

    /** Unfinished batches that a look at the whole queue goes through at the most. */
    private static final int LOOKED_THROUGH = 10_000;

    static final List<String> UNFINISHED = List.of(BatchState.RECEIVED.name(), BatchState.RUNNING.name());

    /** The same with pushes that are being taken in, or have died of it: what comes after one of the same item waits for it. */
    static final List<String> IN_ORDER = List.of(BatchState.RECEIVED.name(), BatchState.RUNNING.name(), BatchState.PUSHING.name());

    private final MongoTemplate mongo;
    private final CollectionSettings settings;
    private final Clock clock;

    Queue(MongoTemplate mongo, CollectionSettings settings, Clock clock) {
        this.mongo = mongo;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void afterSingletonsInstantiated() {
        mongo.indexOps(Batch.class).createIndex(new Index()
                .on("state", Sort.Direction.ASC)
                .on("submittedAt", Sort.Direction.ASC)
                .on("_id", Sort.Direction.ASC));
    }

    /** What a batch waits for. */
    enum Bound {
        ITEM,
        SOURCE,
        PLATFORM
    }

    /**
     * What is before a batch.
     *
     * @param ahead how many have to end, at the least, before it begins; 0 when it is its turn
     */
    record Place(long ahead, Bound bound) {

        boolean isTurn() {
            return ahead == 0;
        }

        Duration lookAgain() {
            return ahead == 1 ? NEXT_LOOKS_AGAIN : LOOK_AGAIN;
        }
    }

    Place place(Batch batch) {
        Map<String, Set<String>> items = new HashMap<>();
        for (Document group : before(batch)) {
            Document key = group.get("_id", Document.class);
            items.computeIfAbsent(key.getString("source"), source -> new HashSet<>()).add(key.getString("item"));
        }
        long byItem = mongo.count(Query.query(new Criteria().andOperator(
                earlier(batch, IN_ORDER), where("source.uscc").is(batch.source().uscc()),
                where("item.code").is(batch.item().code()))), Batch.class);
        return place(items, batch.source().uscc(), batch.item().code(), byItem);
    }

    /** The places of several batches by their ids, as one look at the queue shows them; one too far behind to be seen has none. */
    Map<String, Place> places(Collection<Batch> batches) {
        Set<String> wanted = batches.stream().map(Batch::id).collect(Collectors.toCollection(HashSet::new));
        Optional<Instant> latest = batches.stream().map(Batch::submittedAt).max(Comparator.naturalOrder());
        if (latest.isEmpty()) {
            return Map.of();
        }
        Query unfinished = Query.query(where("state").in(IN_ORDER).and("submittedAt").lte(Date.from(latest.get())))
                .with(Sort.by("submittedAt", "_id")).limit(LOOKED_THROUGH);
        unfinished.fields().include("state", "source.uscc", "item.code", "work.attempts");
        Map<String, Place> places = new HashMap<>();
        Map<String, Set<String>> items = new HashMap<>();
        Map<String, Long> ofItem = new HashMap<>();
        try (Stream<Document> inOrder = mongo.stream(unfinished, Document.class, Batches.COLLECTION)) {
            for (Iterator<Document> each = inOrder.iterator(); each.hasNext() && !wanted.isEmpty(); ) {
                Document batch = each.next();
                String source = batch.getEmbedded(List.of("source", "uscc"), "");
                String item = batch.getEmbedded(List.of("item", "code"), "");
                String id = batch.getString("_id");
                if (wanted.remove(id)) {
                    places.put(id, place(items, source, item, ofItem.getOrDefault(source + "/" + item, 0L)));
                }
                ofItem.merge(source + "/" + item, 1L, Long::sum);
                if (UNFINISHED.contains(batch.getString("state")) && batch.getEmbedded(List.of("work", "attempts"), 0) < PATIENCE) {
                    items.computeIfAbsent(source, s -> new HashSet<>()).add(item);
                }
            }
        }
        return places;
    }

    /**
     * Where a batch of this source and item stands.
     *
     * @param items of each source the items of earlier batches that are waited for
     * @param byItem how many earlier ones are of the same source and item
     */
    private Place place(Map<String, Set<String>> items, String source, String item, long byItem) {
        // Of an item only one batch of a source runs at a time, so that each item counts once.
        Set<String> own = new HashSet<>(items.getOrDefault(source, Set.of()));
        own.remove(item);
        long bySource = Math.max(0, own.size() - settings.runningOfASource() + 1);
        long turns = items.entrySet().stream().map(each -> each.getKey().equals(source) ? own : each.getValue())
                .mapToLong(each -> Math.min(each.size(), settings.runningOfASource())).sum();
        long byAll = Math.max(0, turns - settings.runningInAll() + 1);
        Bound bound = byItem > 0 ? Bound.ITEM : bySource > 0 ? Bound.SOURCE : Bound.PLATFORM;
        return new Place(Math.max(byItem + bySource, byAll), bound);
    }

    /** Tells those that waited for one that has ended; whoever is not told looks for himself before long. */
    void callNext() {
        Instant now = clock.instant();
        Query waiting = Query.query(where("state").is(BatchState.RECEIVED).and("work.due").gt(now))
                .with(Sort.by("submittedAt", "_id")).limit(settings.runningInAll());
        waiting.fields().include("_id");
        List<String> ids = mongo.find(waiting, Document.class, Batches.COLLECTION).stream()
                .map(batch -> batch.getString("_id")).toList();
        if (!ids.isEmpty()) {
            mongo.updateMulti(Query.query(where("_id").in(ids).and("work.due").gt(now)),
                    new Update().set("work.due", now), Batch.class);
        }
    }

    private List<Document> before(Batch batch) {
        return mongo.aggregate(Aggregation.newAggregation(
                        Aggregation.match(new Criteria().andOperator(
                                earlier(batch, UNFINISHED), where("work.attempts").lt(PATIENCE))),
                        Aggregation.group(Fields.from(
                                Fields.field("source", "source.uscc"), Fields.field("item", "item.code")))),
                Batches.COLLECTION, Document.class).getMappedResults();
    }

    private static Criteria earlier(Batch batch, List<String> states) {
        Date at = Date.from(batch.submittedAt());
        return new Criteria().andOperator(
                where("state").in(states),
                where("submittedAt").lte(at),
                new Criteria().orOperator(where("submittedAt").lt(at), where("_id").lt(batch.id())));
    }
}
