package cn.publiccredit.local.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the services rely on when they answer 2xx over the embedded store. */
class EmbeddedStoreIT {

    private static final int WRITERS = 8;

    @TempDir
    Path folder;

    @Test
    void acknowledgedWritesSurviveKillNineAndNothingIsHalfWritten() throws Exception {
        StoreProcess store = StoreProcess.over(folder.resolve("credit.mv"));
        Set<String> acknowledged = ConcurrentHashMap.newKeySet();
        try (MongoClient client = store.client(); ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
            MongoCollection<Document> records = records(client);
            records.createIndex(Indexes.ascending("number"), new IndexOptions().unique(true));
            CountDownLatch stop = new CountDownLatch(1);
            for (int writer = 0; writer < WRITERS; writer++) {
                int number = writer;
                writers.execute(() -> write(records, number, acknowledged, stop));
            }
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> acknowledged.size() > 400);
            store.killHard();
            stop.countDown();
        }
        StoreProcess again = store.again();
        try (MongoClient client = again.client()) {
            MongoCollection<Document> records = records(client);
            Set<String> found = ConcurrentHashMap.newKeySet();
            records.find().forEach(record -> found.add(record.getString("_id")));
            assertThat(found).containsAll(acknowledged);
            assertThat(records.countDocuments(Filters.and(Filters.in("_id", acknowledged), Filters.eq("touched", true))))
                    .isEqualTo(acknowledged.size());
            // An index entry without its document would refuse these for ever.
            int most = found.size() + WRITERS;
            for (int i = 0; i < most; i++) {
                String id = "w" + i % WRITERS + "-" + i / WRITERS;
                if (!found.contains(id)) {
                    records.insertOne(record(id));
                }
            }
            for (String id : found) {
                assertThat(records.find(Filters.eq("number", "n" + id)).first()).isNotNull();
            }
        } finally {
            again.end();
        }
    }

    @Test
    void dataAndUniqueIndexesAreThereAfterAnOrderlyEnd() throws Exception {
        StoreProcess store = StoreProcess.over(folder.resolve("credit.mv"));
        try (MongoClient client = store.client()) {
            records(client).createIndex(Indexes.ascending("number"), new IndexOptions().unique(true));
            records(client).insertMany(IntStream.range(0, 500).mapToObj(i -> record("r" + i)).toList());
        }
        store.end();
        StoreProcess again = store.again();
        try (MongoClient client = again.client()) {
            assertThat(records(client).countDocuments()).isEqualTo(500);
            assertThat(refusesDuplicate(records(client))).isTrue();
        } finally {
            again.end();
        }
    }

    @Test
    void manyConnectionsWorkSideBySide() throws IOException, InterruptedException {
        StoreProcess store = StoreProcess.over(folder.resolve("credit.mv"));
        List<MongoClient> clients = IntStream.range(0, 60).mapToObj(i -> store.client()).toList();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < clients.size(); i++) {
                MongoCollection<Document> records = records(clients.get(i));
                int number = i;
                threads.execute(() -> {
                    for (int j = 0; j < 10; j++) {
                        records.insertOne(record("c" + number + "-" + j));
                        records.find(Filters.eq("_id", "c" + number + "-" + j)).first();
                    }
                });
            }
        }
        assertThat(records(clients.getFirst()).countDocuments()).isEqualTo(600);
        clients.forEach(MongoClient::close);
        store.end();
    }

    @Test
    void theHelloCommandOfHealthChecksIsAnswered() throws Exception {
        StoreProcess store = StoreProcess.over(folder.resolve("credit.mv"));
        try (MongoClient client = store.client()) {
            Document answer = client.getDatabase("admin").runCommand(new Document("hello", 1));
            assertThat(answer.getBoolean("isWritablePrimary")).isTrue();
        } finally {
            store.end();
        }
    }

    private static MongoCollection<Document> records(MongoClient client) {
        return client.getDatabase("credit_test").getCollection("records");
    }

    private static Document record(String id) {
        return new Document("_id", id).append("number", "n" + id).append("text", "行政处罚".repeat(20));
    }

    private static void write(MongoCollection<Document> records, int writer, Set<String> acknowledged, CountDownLatch stop) {
        try {
            for (int i = 0; stop.getCount() > 0; i++) {
                String id = "w" + writer + "-" + i;
                records.insertOne(record(id));
                records.updateOne(Filters.eq("_id", id), Updates.set("touched", true));
                acknowledged.add(id);
            }
        } catch (MongoException e) {
            // The store was killed under this write: it was never acknowledged.
            return;
        }
    }

    private static boolean refusesDuplicate(MongoCollection<Document> records) {
        try {
            records.insertOne(new Document("_id", "other").append("number", "nr7"));
            return false;
        } catch (MongoException e) {
            return e.getCode() == 11000;
        }
    }
}
