package cn.publiccredit.local.store;

import de.bwaldvogel.mongo.MongoServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.h2.mvstore.MVStore;

/**
 * A document store in one process for machines without MongoDB: enough to show and test the platform with some ten
 * thousand documents, never a measure of its speed. {@code docs/embedded-store.md} says what it cannot do.
 */
public final class EmbeddedStore implements AutoCloseable {

    private static final int WORKERS = 32;
    private static final int CACHE_MEGABYTES = 96;
    /** How long freed space is left alone. Every commit is forced to disk, so nothing older is needed after a crash. */
    private static final int RETENTION_MILLIS = 2_000;

    private final MongoServer server;

    private EmbeddedStore(MongoServer server) {
        this.server = server;
    }

    /** Opens the store kept in this file, created if need be, and answers on this port of the loopback address. */
    public static EmbeddedStore open(Path file, int port) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        MVStore store = new MVStore.Builder()
                .fileName(file.toString())
                .autoCommitDisabled()
                .autoCommitBufferSize(0)
                .cacheSize(CACHE_MEGABYTES)
                .open();
        store.setRetentionTime(RETENTION_MILLIS);
        MongoServer server = new MongoServer(DurableBackend.over(store));
        // More threads than cores: a full scan occupies its thread, and a commit makes its thread wait.
        server.bind(new InetSocketAddress("127.0.0.1", port), 1, WORKERS);
        return new EmbeddedStore(server);
    }

    /** The port it listens on. */
    public int port() {
        return server.getLocalAddress().getPort();
    }

    @Override
    public void close() {
        server.shutdownNow();
    }

    /** Runs until the process is told to end. Arguments: file, port. */
    public static void main(String[] args) throws IOException, InterruptedException {
        EmbeddedStore store = open(Path.of(args[0]), Integer.parseInt(args[1]));
        Runtime.getRuntime().addShutdownHook(new Thread(store::close, "close-store"));
        System.out.println("embedded store ready on port " + store.port());
        new CountDownLatch(1).await();
    }
}
