package cn.publiccredit.catalog.changes;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.mongodb.ReadConcern;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/**
 * The numbered list of changes.
 *
 * <p>A number is taken by inserting the change under it, and only the number after the last one there is ever tried. So
 * numbers have no gaps and no change turns up below one that was there before, whatever replica dies when: who has read up
 * to a number has read everything up to it.
 */
@Component
class ChangeLog implements SmartInitializingSingleton {

    private final MongoTemplate mongo;

    ChangeLog(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Override
    public void afterSingletonsInstantiated() {
        mongo.indexOps(Change.class).createIndex(new Index().on("key", Sort.Direction.ASC).unique());
    }

    /** Appends those that are not there yet, in this order; returns when all are there. */
    void append(List<Change> changes) {
        List<Change> missing = missing(changes);
        while (!missing.isEmpty()) {
            try {
                mongo.insert(numbered(missing), Change.class);
                return;
            } catch (DuplicateKeyException anotherReplicaWasFirst) {
                missing = missing(changes);
            }
        }
    }

    private List<Change> numbered(List<Change> changes) {
        long next = last() + 1;
        List<Change> numbered = new ArrayList<>();
        for (Change change : changes) {
            numbered.add(change.numbered(next++));
        }
        return numbered;
    }

    private List<Change> missing(List<Change> changes) {
        Set<String> there = new HashSet<>(mongo.findDistinct(
                query(where("key").in(changes.stream().map(Change::key).toList())), "key", Change.class, String.class));
        return changes.stream().filter(change -> !there.contains(change.key())).toList();
    }

    private long last() {
        Change last = mongo.findOne(new Query().with(Sort.by(Sort.Direction.DESC, "_id")).limit(1), Change.class);
        return last == null ? 0 : last.sequence();
    }

    /** The change of this number; empty when it was never told. */
    Optional<Change> at(long sequence) {
        return Optional.ofNullable(mongo.findOne(
                query(where("_id").is(sequence)).withReadConcern(ReadConcern.MAJORITY), Change.class));
    }

    /** Changes after this number in their order, at most so many; never one whose predecessor is missing. */
    List<Change> after(long sequence, int limit) {
        // What a reader has seen must not be undone by a change of the primary, and its number given to another change.
        List<Change> found = mongo.find(query(where("_id").gt(sequence)).with(Sort.by("_id")).limit(limit)
                .withReadConcern(ReadConcern.MAJORITY), Change.class);
        int whole = 0;
        while (whole < found.size() && found.get(whole).sequence() == sequence + whole + 1) {
            whole++;
        }
        return found.subList(0, whole);
    }
}
