package cn.publiccredit.subject.performance;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import cn.publiccredit.subject.filing.Afresh;
import cn.publiccredit.subject.record.Within;
import cn.publiccredit.support.web.Cursor;
import cn.publiccredit.support.web.Paging;
import cn.publiccredit.support.work.Lease;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** The collections {@code governmentContracts} and {@code arrears}. */
@Component
class Ledger implements SmartInitializingSingleton {

    private static final String BODY = "body.uscc";

    private final MongoTemplate mongo;

    Ledger(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Override
    public void afterSingletonsInstantiated() {
        for (Class<?> type : List.of(Contract.class, Arrears.class)) {
            for (String first : List.of(BODY, Within.FIELD, "counterparty.uscc")) {
                mongo.indexOps(type).createIndex(
                        new Index().on(first, Sort.Direction.ASC).on("_id", Sort.Direction.ASC));
            }
            mongo.indexOps(type).createIndex(
                    new Index().on(Within.FIELD, Sort.Direction.ASC).on(BODY, Sort.Direction.ASC));
        }
        for (String first : List.of(BODY, Within.FIELD, "counterparty.uscc")) {
            mongo.indexOps(Contract.class).createIndex(new Index().on(first, Sort.Direction.ASC)
                    .on("nextDue", Sort.Direction.ASC).on("_id", Sort.Direction.ASC));
        }
        mongo.indexOps(Contract.class).createIndex(
                new Index().on("nextDue", Sort.Direction.ASC).on("_id", Sort.Direction.ASC));
        mongo.indexOps(Contract.class).createIndex(new Index().on("key", Sort.Direction.ASC).unique());
        mongo.indexOps(Arrears.class).createIndex(new Index().on("debt", Sort.Direction.ASC).unique());
        mongo.indexOps(Arrears.class).createIndex(
                new Index().on("state", Sort.Direction.ASC).on("_id", Sort.Direction.ASC));
    }

    <T> Optional<T> find(Class<T> type, String id) {
        return Optional.ofNullable(mongo.findById(id, type));
    }

    /** The contract of this key. */
    Optional<Contract> ofKey(String key) {
        return Optional.ofNullable(mongo.findOne(Query.query(where("key").is(key)), Contract.class));
    }

    /** What stands of this debt. */
    Optional<Arrears> ofDebt(String debt) {
        return Optional.ofNullable(mongo.findOne(Query.query(where("debt").is(debt)), Arrears.class));
    }

    /**
     * Keeps a new one; one that is there already under the id is the same request again.
     *
     * @throws DuplicateKeyException when the same contract was registered, or the same debt reported, by another request
     */
    <T> T add(Class<T> type, String id, T added) {
        try {
            return mongo.insert(added);
        } catch (DuplicateKeyException there) {
            return find(type, id).orElseThrow(() -> there);
        }
    }

    /** Keeps what became of it, unless somebody changed it since it was read: then 409. */
    <T> T save(T changed) {
        return mongo.save(changed);
    }

    /** @throws cn.publiccredit.support.problem.Problem 409 when others are quicker again and again */
    <T> void change(Class<T> type, String id, UnaryOperator<T> change) {
        Afresh.change(() -> find(type, id), change, this::save);
    }

    <T> List<T> list(Class<T> type, List<Criteria> wanted, Paging paging) {
        List<Criteria> all = new ArrayList<>(wanted);
        paging.cursor(1).map(Cursor::first).ifPresent(after -> all.add(where("_id").gt(after)));
        Query query = Query.query(all.isEmpty() ? new Criteria() : new Criteria().andOperator(all));
        return mongo.find(query.with(Sort.by("_id")).limit(paging.limitPlusOne()), type);
    }

    /** Contracts with a milestone that was due before this day and is open, the one that waits longest first. */
    List<Contract> overdue(List<Criteria> wanted, LocalDate day, Paging paging) {
        List<Criteria> all = new ArrayList<>(wanted);
        all.add(where("nextDue").lt(day.toString()));
        paging.cursor(2).ifPresent(after -> all.add(new Criteria().orOperator(where("nextDue").gt(after.first()),
                where("nextDue").is(after.first()).and("_id").gt(after.values().get(1)))));
        Query query = Query.query(new Criteria().andOperator(all));
        return mongo.find(query.with(Sort.by("nextDue", "_id")).limit(paging.limitPlusOne()), Contract.class);
    }

    /**
     * The codes of bodies that owe something, in their order. Each is a look at where the last one ends in the index, however
     * many contracts it has.
     */
    List<String> bodies(List<Criteria> wanted, @Nullable String after, int limit) {
        List<String> bodies = new ArrayList<>();
        String last = after;
        while (bodies.size() < limit) {
            String next = nextBody(wanted, last);
            if (next == null) {
                break;
            }
            bodies.add(next);
            last = next;
        }
        return bodies;
    }

    private @Nullable String nextBody(List<Criteria> wanted, @Nullable String after) {
        List<Criteria> all = new ArrayList<>(wanted);
        all.add(where(BODY).gt(after == null ? "" : after));
        Query query = Query.query(new Criteria().andOperator(all)).with(Sort.by(BODY)).limit(1);
        query.fields().include(BODY);
        return Stream.of(Contract.COLLECTION, Arrears.COLLECTION)
                .flatMap(collection -> mongo.find(query, Document.class, collection).stream())
                .map(found -> found.get("body", Document.class).getString("uscc")).min(Comparator.naturalOrder()).orElse(null);
    }

    /** What these bodies owe, one after the other as the store's cursor gives them; to be closed. */
    <T> Stream<T> stream(Class<T> type, List<Criteria> wanted, List<String> bodies) {
        List<Criteria> all = new ArrayList<>(wanted);
        all.add(where(BODY).in(bodies));
        return mongo.stream(Query.query(new Criteria().andOperator(all)).cursorBatchSize(200), type);
    }

    /** Notes that so many events are in the body's record; to a person who reads of them nothing has changed by that. */
    void filed(Class<?> type, String id, Lease lease, int events) {
        mongo.updateFirst(Query.query(where("_id").is(id).and("work.leaseOwner").is(lease.owner())),
                new Update().set("filed", events), mongo.getCollectionName(type));
    }
}
