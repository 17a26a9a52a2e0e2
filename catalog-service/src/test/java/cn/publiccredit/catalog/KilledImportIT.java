package cn.publiccredit.catalog;

import static cn.publiccredit.catalog.Catalogue.BASE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.publiccredit.catalog.content.StoredVersion;
import cn.publiccredit.testing.Answer;
import cn.publiccredit.testing.KillsProcesses;
import cn.publiccredit.testing.ServiceProcess;
import cn.publiccredit.testing.TestStore;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** Kill -9 while an approved edition is being published. */
@KillsProcesses
class KilledImportIT {

    private static final int PIECES = 1000;

    @Test
    void theNextProcessFinishesWhatWasApprovedAndPublishesNothingTwice() {
        String database = "test_" + UUID.randomUUID().toString().replace("-", "").substring(0, 16);
        try (MongoClient store = MongoClients.create(TestStore.uri())) {
            MongoCollection<Document> versions = store.getDatabase(database).getCollection(StoredVersion.COLLECTION);
            String address;
            try (ServiceProcess first = start(database)) {
                Answer staged = first.api().as(Catalogue.EDITOR).post(BASE + "/editions/imports", file()).expect(201);
                assertThat(versions.countDocuments(imported())).as("nothing before the approval").isZero();
                address = BASE + "/editions/imports/" + staged.at("/id");
                first.api().as(Catalogue.APPROVER).with("If-Match", staged.header("ETag"))
                        .post(address + "/publish", "{}").expect(202);
                await().pollInterval(Duration.ofMillis(5)).until(() -> versions.countDocuments(imported()) > 50);
                first.kill();
            }
            assertThat(versions.countDocuments(imported())).as("killed in the middle").isLessThan(PIECES);
            try (ServiceProcess second = start(database)) {
                await().atMost(Duration.ofMinutes(3)).until(() -> second.api().as(Catalogue.APPROVER).get(address)
                        .expect(200).at("/state").equals("PUBLISHED"));
                assertThat(versions.countDocuments(imported())).isEqualTo(PIECES);
                assertThat(versions.distinct("code", imported(), String.class).into(new ArrayList<>())).hasSize(PIECES);
                assertThat(told(second)).hasSize(PIECES).satisfies(codes -> assertThat(new HashSet<>(codes)).hasSize(PIECES));
            } finally {
                store.getDatabase(database).drop();
            }
        }
    }

    private static ServiceProcess start(String database) {
        return ServiceProcess.start(CatalogService.class, database, "--credit.work.lease=2s", "--credit.work.poll=50ms");
    }

    private static org.bson.conversions.Bson imported() {
        return Filters.regex("code", "^KILLED");
    }

    private static String file() {
        return IntStream.range(0, PIECES).mapToObj(i -> Catalogue.matter("KILLED" + i, "第" + i + "项"))
                .collect(Collectors.joining(",", "{\"format\": 1, \"edition\": \"national-2024\", \"content\": {\"matters\": [", "]}}"));
    }

    private static List<String> told(ServiceProcess service) {
        List<String> codes = new ArrayList<>();
        String cursor = "";
        Answer part;
        do {
            part = service.api().get(BASE + "/changes?limit=500&after=" + cursor).expect(200);
            part.json().at("/items").forEach(change -> codes.add(change.at("/code").asString()));
            cursor = part.at("/next");
        } while (!part.json().at("/items").isEmpty());
        return codes.stream().filter(code -> code.startsWith("KILLED")).toList();
    }
}
