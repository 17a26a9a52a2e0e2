package cn.publiccredit.local.store;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.Document;

/** Asks a store whether it answers, on the wire, as the services will. */
public final class StoreProbe {

    private static final int PATIENCE_MILLIS = 1_500;
    private static final int ALREADY_INITIALIZED = 23;

    private StoreProbe() {}

    /** Whether a primary answers a ping. */
    public static boolean answers(String uri) {
        return runs(uri, new Document("ping", 1));
    }

    /** Makes a fresh mongod the only member of its replica set; done already, nothing changes. */
    public static boolean initiated(int port) {
        Document set = new Document("_id", MongodProcess.REPLICA_SET)
                .append("members", List.of(new Document("_id", 0).append("host", "127.0.0.1:" + port)));
        return runs("mongodb://127.0.0.1:" + port + "/?directConnection=true", new Document("replSetInitiate", set));
    }

    private static boolean runs(String uri, Document command) {
        MongoClientSettings settings = MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri))
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(PATIENCE_MILLIS, TimeUnit.MILLISECONDS))
                .applyToSocketSettings(socket -> socket.connectTimeout(PATIENCE_MILLIS, TimeUnit.MILLISECONDS))
                .build();
        try (MongoClient client = MongoClients.create(settings)) {
            client.getDatabase("admin").runCommand(command);
            return true;
        } catch (MongoException e) {
            return e.getCode() == ALREADY_INITIALIZED;
        }
    }
}
