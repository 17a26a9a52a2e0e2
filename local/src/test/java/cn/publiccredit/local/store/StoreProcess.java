package cn.publiccredit.local.store;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;

/** The embedded store as a process of its own, to be ended in any way. */
final class StoreProcess {

    private final Path file;
    private final int port;
    private final Process process;

    private StoreProcess(Path file, int port, Process process) {
        this.file = file;
        this.port = port;
        this.process = process;
    }

    static StoreProcess over(Path file) throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        Process process = new ProcessBuilder(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
                "-cp", System.getProperty("java.class.path"), EmbeddedStore.class.getName(), file.toString(),
                String.valueOf(port))).inheritIO().start();
        StoreProcess store = new StoreProcess(file, port, process);
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> StoreProbe.answers(store.uri()));
        return store;
    }

    String uri() {
        return "mongodb://127.0.0.1:" + port + "/?retryWrites=false&serverSelectionTimeoutMS=2000";
    }

    MongoClient client() {
        return MongoClients.create(uri());
    }

    void killHard() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    void end() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }

    StoreProcess again() throws IOException {
        return over(file);
    }
}
