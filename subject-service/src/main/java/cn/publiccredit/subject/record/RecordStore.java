package cn.publiccredit.subject.record;

import cn.publiccredit.subject.personal.PersonalData;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** The collections {@code records} and {@code recordVersions} (what no longer fits into a record's document). */
@Component
class RecordStore implements SmartInitializingSingleton {

    /** Earlier versions kept in the document: enough for nearly all, little enough to rewrite. */
    static final int KEPT = 20;

    /** The index of a subject's records. */
    static final Bson BY_SUBJECT = Indexes.ascending("subject", "order", "_id");

    /** The indexes of what may be public. Its publicity ends by itself: its end in the index tells so without the document. */
    static final Bson OPEN = Indexes.ascending("open", "order", "_id", "until");

    static final Bson OPEN_OF_ITEM = Indexes.ascending("open", "item", "order", "_id", "until");
    static final Bson OPEN_IN_CITY = Indexes.ascending("open", Place.CITY, "order", "_id", "until");
    static final Bson OPEN_OF_ITEM_IN_CITY = Indexes.ascending("open", Place.CITY, "item", "order", "_id", "until");

    /** A county has too few records to need an index of its items; that of a province is for one with few as well. */
    static final Bson OPEN_IN_COUNTY = Indexes.ascending("open", Place.COUNTY, "order", "_id", "until", "item");

    static final Bson OPEN_IN_PROVINCE = Indexes.ascending("open", Place.PROVINCE, "order", "_id", "until", "item");

    private static final int DUPLICATE_KEY = 11000;

    private final MongoTemplate mongo;

    RecordStore(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Override
    public void afterSingletonsInstantiated() {
        // Each index costs a collection run time; a subject has too few records to need one by item as well.
        records().createIndexes(Stream.of(BY_SUBJECT, OPEN, OPEN_OF_ITEM, OPEN_IN_PROVINCE, OPEN_IN_CITY,
                OPEN_OF_ITEM_IN_CITY, OPEN_IN_COUNTY).map(IndexModel::new).toList());
    }

    MongoCollection<Document> records() {
        return mongo.getCollection("records");
    }

    MongoCollection<Document> archive() {
        return mongo.getCollection("recordVersions");
    }

    Optional<CreditRecord> find(String id) {
        return Optional.ofNullable(records().find(Filters.eq("_id", id)).first()).map(RecordDocuments::record);
    }

    Map<String, CreditRecord> findAll(Collection<String> ids) {
        Map<String, CreditRecord> found = new LinkedHashMap<>();
        records().find(Filters.in("_id", ids)).batchSize(1000).map(RecordDocuments::record)
                .forEach(record -> found.put(record.id(), record));
        return found;
    }

    /** Which of these ids are taken. */
    Set<String> existing(Collection<String> ids) {
        return records().find(Filters.in("_id", ids)).projection(Projections.include("_id")).batchSize(1000)
                .map(document -> document.getString("_id")).into(new HashSet<>());
    }

    /**
     * Writes new records and new versions, each only if nobody else did since it was read.
     *
     * @param before the records as they were read, by id
     * @return ids of records that were, or may have been, written by somebody else first
     */
    Set<String> write(Collection<CreditRecord> changed, Map<String, CreditRecord> before) {
        List<WriteModel<Document>> writes = new ArrayList<>(changed.size());
        List<String> ids = new ArrayList<>(changed.size());
        Set<String> replaced = new HashSet<>();
        for (CreditRecord record : changed) {
            CreditRecord read = before.get(record.id());
            Document document = RecordDocuments.of(trimmed(record));
            ids.add(record.id());
            if (read == null) {
                writes.add(new InsertOneModel<>(document));
            } else {
                replaced.add(record.id());
                writes.add(new ReplaceOneModel<>(unchanged(read), document));
            }
        }
        Set<String> lost = new HashSet<>();
        int matched;
        try {
            BulkWriteResult result = records().bulkWrite(writes, new BulkWriteOptions().ordered(false));
            matched = result.getMatchedCount();
        } catch (MongoBulkWriteException e) {
            for (BulkWriteError error : e.getWriteErrors()) {
                if (error.getCode() != DUPLICATE_KEY) {
                    throw e;
                }
                lost.add(ids.get(error.getIndex()));
            }
            matched = e.getWriteResult().getMatchedCount();
        }
        if (matched < replaced.size()) {
            // The store tells how many were replaced, not which; those that were will say so when read again.
            lost.addAll(replaced);
        }
        return lost;
    }

    /** Puts the new state in place of the one that was read. @return false when somebody else was faster */
    boolean replace(CreditRecord read, CreditRecord changed) {
        return records().replaceOne(unchanged(read), RecordDocuments.of(trimmed(changed))).getMatchedCount() == 1;
    }

    // A new key makes no new version, and all values of a former one change together: one of each tells.
    private static Bson unchanged(CreditRecord read) {
        Map<String, Bson> sealed = new LinkedHashMap<>();
        sealed("current", read.current(), sealed);
        for (int i = 0; i < read.past().size(); i++) {
            sealed("past." + i, read.past().get(i), sealed);
        }
        List<Bson> all = new ArrayList<>(List.of(Filters.eq("_id", read.id()), Filters.eq("version", read.current().number())));
        all.addAll(sealed.values());
        return Filters.and(all);
    }

    private static void sealed(String place, Version version, Map<String, Bson> byKey) {
        version.content().data().forEach((column, value) -> PersonalData.keyOf(value).ifPresent(
                key -> byKey.putIfAbsent(key, Filters.eq(place + ".content.data." + column, value))));
    }

    // Archived first: a crash in between leaves a version in two places, never in none.
    private CreditRecord trimmed(CreditRecord record) {
        int surplus = record.past().size() - KEPT;
        if (surplus <= 0) {
            return record;
        }
        for (Version version : record.past().subList(0, surplus)) {
            String id = archivedId(record.id(), version.number());
            archive().replaceOne(Filters.eq("_id", id), RecordDocuments.of(version), new ReplaceOptions().upsert(true));
        }
        return new CreditRecord(record.id(), record.item(), record.subject(), record.subjectKind(), record.source(),
                record.disclosure(), record.firstKnown(), record.current(),
                record.past().subList(surplus, record.past().size()), record.archived() + surplus, record.stops());
    }

    /** Origins of the versions that are kept beside the document. */
    List<Trace> archivedTraces(CreditRecord record) {
        if (record.archived() == 0) {
            return List.of();
        }
        return archive().find(archivedOf(record.id()))
                .projection(Projections.include("cause", "content.hash"))
                .map(d -> new Trace(RecordDocuments.cause(d.get("cause", Document.class)),
                        d.get("content", Document.class).getString("hash")))
                .into(new ArrayList<>());
    }

    /** Versions that are kept beside the document, newest first: at most this many with a number below this one. */
    List<Version> archivedVersions(CreditRecord record, int below, int limit) {
        return archive().find(Filters.and(
                        Filters.gte("_id", record.id() + "/"), Filters.lt("_id", archivedId(record.id(), below))))
                .sort(Sorts.descending("_id")).limit(limit).map(RecordDocuments::version).into(new ArrayList<>());
    }

    /** One id is a plain comparison: the common case keeps the plainest plan. */
    static Bson ofSubjects(Set<String> ids) {
        return ids.size() == 1 ? Filters.eq("subject", ids.iterator().next()) : Filters.in("subject", ids);
    }

    private static String archivedId(String record, int number) {
        return record + "/" + "%06d".formatted(number);
    }

    /** The versions that are kept beside the document, newest first. */
    List<Version> archivedVersions(CreditRecord record) {
        return record.archived() == 0
                ? List.of()
                : archive().find(archivedOf(record.id())).sort(Sorts.descending("_id"))
                        .map(RecordDocuments::version).into(new ArrayList<>());
    }

    private static Bson archivedOf(String record) {
        return Filters.and(Filters.gte("_id", record + "/"), Filters.lt("_id", record + "0"));
    }
}
