package cn.publiccredit.acceptance.benchmark;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.bson.RawBsonDocument;

/**
 * The peer of the measurement: the bare driver writes the same documents, with the same indexes, into collections of their own
 * on the same store, a thousand at a time. Reading them is not counted. A row of a company that was not known makes two
 * documents, the record and the subject; both are counted as one row.
 */
final class RawUpsert {

    private static final int AT_A_TIME = 1_000;
    private static final String COPY = "benchmark_copy";

    private RawUpsert() {}

    /**
     * Rows per second.
     *
     * @param collections where the documents of a row are found, one in each
     */
    static double rate(String uri, String database, List<String> collections, int most) {
        try (MongoClient client = MongoClients.create(uri)) {
            MongoDatabase store = client.getDatabase(database);
            double seconds = 0;
            for (String collection : collections) {
                seconds += seconds(store, collection, most);
            }
            return most / seconds;
        }
    }

    private static double seconds(MongoDatabase store, String collection, int most) {
        MongoCollection<RawBsonDocument> from = store.getCollection(collection, RawBsonDocument.class);
        MongoCollection<RawBsonDocument> to = store.getCollection(COPY, RawBsonDocument.class)
                .withWriteConcern(WriteConcern.MAJORITY);
        to.drop();
        sameIndexes(from, to);
        long nanos = 0;
        try (MongoCursor<RawBsonDocument> documents = from.find().limit(most).batchSize(AT_A_TIME).cursor()) {
            List<WriteModel<RawBsonDocument>> batch = new ArrayList<>();
            while (documents.hasNext()) {
                RawBsonDocument document = documents.next();
                batch.add(new ReplaceOneModel<>(
                        Filters.eq(document.get("_id")), document, new ReplaceOptions().upsert(true)));
                if (batch.size() == AT_A_TIME || !documents.hasNext()) {
                    long begun = System.nanoTime();
                    to.bulkWrite(batch, new BulkWriteOptions().ordered(false));
                    nanos += System.nanoTime() - begun;
                    batch.clear();
                }
            }
        }
        to.drop();
        return nanos / 1e9;
    }

    private static void sameIndexes(MongoCollection<RawBsonDocument> from, MongoCollection<RawBsonDocument> to) {
        for (Document index : from.listIndexes()) {
            Document keys = index.get("key", Document.class);
            if (!keys.containsKey("_id") || keys.size() > 1) {
                to.createIndex(keys, new IndexOptions().unique(index.getBoolean("unique", false)));
            }
        }
    }
}
