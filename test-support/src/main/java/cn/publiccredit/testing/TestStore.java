package cn.publiccredit.testing;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.util.UUID;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A document store for tests: the one of {@code MONGODB_URI} where set, else an embedded one; each context gets a database of
 * its own.
 */
public final class TestStore implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final String URI = start();

    private static String start() {
        String given = System.getenv("MONGODB_URI");
        if (given != null && !given.isBlank()) {
            return given;
        }
        MongoServer server = new MongoServer(new MemoryBackend());
        String address = server.bindAndGetConnectionString();
        return address + "/?retryWrites=false";
    }

    /** The connection string, without a database. */
    public static String uri() {
        return URI;
    }

    /** Whether tests run on an engine with real indexes and plans, and not on the embedded stand-in. */
    public static boolean isRealEngine() {
        String given = System.getenv("MONGODB_URI");
        return given != null && !given.isBlank();
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        String database = "test_" + UUID.randomUUID().toString().replace("-", "").substring(0, 16);
        TestPropertyValues.of("spring.mongodb.uri=" + URI, "spring.mongodb.database=" + database).applyTo(context);
        if (isRealEngine()) {
            context.addApplicationListener(event -> {
                if (event instanceof org.springframework.context.event.ContextClosedEvent closed
                        && closed.getApplicationContext() == context) {
                    Databases.drop(URI, database);
                }
            });
        }
    }
}
