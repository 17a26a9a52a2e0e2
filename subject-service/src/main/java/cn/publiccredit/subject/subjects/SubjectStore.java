package cn.publiccredit.subject.subjects;

import cn.publiccredit.subject.record.Place;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** The collection {@code subjects}. */
@Component
class SubjectStore implements SmartInitializingSingleton {

    /** The name in force as it is compared: one value, so that names follow each other in the order of its index. */
    static final String BEGINNING = "beginning";

    /** When it became one with others or was separated from them; absent with nearly all. */
    static final String UNITED = "unitedAt";

    /**
     * The index of names by their beginning. One value a document, and no list before it: DocumentDB follows the order of an index
     * that has a list in it only as long as nothing bounds that order.
     */
    static final Bson BEGINNINGS = Indexes.ascending(BEGINNING, "_id");

    /** Divisions with sources that know something about it and that it is not listed with first; absent with nearly all. */
    static final String ELSEWHERE = "elsewhere";

    /** The index of names by their beginning among those known elsewhere: they are few, so that they may be sorted. */
    static final Bson BEGINNINGS_ELSEWHERE = Indexes.ascending(ELSEWHERE, BEGINNING, "_id");

    /** The index of what stands anywhere in names. */
    static final Bson TOKENS = Indexes.ascending("tokens", "_id");

    private static final int DUPLICATE_KEY = 11000;

    private final MongoTemplate mongo;

    SubjectStore(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Override
    public void afterSingletonsInstantiated() {
        subjects().createIndexes(List.of(
                new IndexModel(Indexes.ascending("keys")),
                new IndexModel(TOKENS),
                new IndexModel(BEGINNINGS),
                new IndexModel(beginningsIn(Place.PROVINCE)),
                new IndexModel(beginningsIn(Place.CITY)),
                new IndexModel(beginningsIn(Place.COUNTY)),
                new IndexModel(BEGINNINGS_ELSEWHERE),
                // Alone: an id beside it would bring every subject into the index.
                new IndexModel(Indexes.ascending(UNITED), new IndexOptions().sparse(true))));
    }

    /** The index of names by their beginning in divisions of a level. */
    static Bson beginningsIn(String level) {
        return Indexes.ascending(level, BEGINNING, "_id");
    }

    MongoCollection<Document> subjects() {
        return mongo.getCollection("subjects");
    }

    Optional<Subject> find(String id) {
        return Optional.ofNullable(subjects().find(Filters.eq("_id", id)).first()).map(SubjectDocuments::subject);
    }

    Map<String, Subject> findAll(Collection<String> ids) {
        Map<String, Subject> found = new LinkedHashMap<>();
        find(Filters.in("_id", ids)).forEach(subject -> found.put(subject.id(), subject));
        return found;
    }

    List<Subject> find(Bson filter) {
        return subjects().find(filter).batchSize(1000).map(SubjectDocuments::subject).into(new ArrayList<>());
    }

    /** Which of these ids belong to subjects that are one with others. */
    Set<String> unitedOf(Collection<String> ids) {
        return subjects().find(Filters.and(Filters.in("_id", ids),
                        Filters.or(Filters.exists("mergedInto"), Filters.exists("absorbed"))))
                .projection(Projections.include("_id")).map(d -> d.getString("_id")).into(new HashSet<>());
    }

    /**
     * Writes subjects that are new (version 0) or grown, each only if nobody else did since it was read.
     *
     * @return whether all were written; if not, somebody else was faster with at least one
     */
    boolean write(Collection<Subject> changed) {
        List<WriteModel<Document>> writes = new ArrayList<>(changed.size());
        for (Subject subject : changed) {
            Document document = SubjectDocuments.of(subject).append("version", subject.version() + 1);
            if (subject.version() == 0) {
                // Two replicas may meet the same unknown code at the same moment. Much cheaper than an upsert of nothing else.
                writes.add(new InsertOneModel<>(document));
            } else {
                writes.add(new ReplaceOneModel<>(Filters.and(
                        Filters.eq("_id", subject.id()), Filters.eq("version", subject.version())), document));
            }
        }
        long known = changed.stream().filter(subject -> subject.version() > 0).count();
        try {
            return subjects().bulkWrite(writes, new BulkWriteOptions().ordered(false)).getMatchedCount() == known;
        } catch (MongoBulkWriteException e) {
            if (e.getWriteErrors().stream().allMatch(error -> error.getCode() == DUPLICATE_KEY)) {
                return false;
            }
            throw e;
        }
    }

    /** Has the mergers of these subjects reflected anew: the subjects that stand for them must know of new sources. */
    void mergersGrew(List<String> merged) {
        if (!merged.isEmpty()) {
            // The whole of the work anew: whoever is at it right now must not mark it as done.
            Document due = new Document("due", new Date(0)).append("leaseUntil", new Date(0)).append("attempts", 0);
            mongo.getCollection("subjectMerges").updateMany(
                    Filters.in("_id", merged), Updates.combine(Updates.set("work", due), Updates.inc("version", 1L)));
        }
    }
}
