package cn.publiccredit.acceptance.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import cn.publiccredit.local.client.Door;
import cn.publiccredit.local.client.Reply;
import cn.publiccredit.local.launch.SuiteLauncher;
import cn.publiccredit.local.launch.UpOutcome;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Collection of large files end to end through the gateway, beside the bare driver's bulk upsert of the same documents on the
 * same store in the same run; and public reads as the store grows. docs/collection.md tells the command. Needs a real store by
 * {@code MONGODB_URI}; its data are left there. With {@code -Dbenchmark.home} the suite's keys are left, too, for
 * {@link ReadBenchmark} to read what was filled.
 */
class CollectionBenchmark {

    private static final int WARM_UP = 10_000;
    private static final int CALLS = 3_000;

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<String> report = new ArrayList<>();

    @TempDir
    Path folder;

    private record Uploaded(double rowsPerSecond, long heapMegabytes) {}

    @Test
    void collectAndRead() throws Exception {
        String uri = Optional.ofNullable(System.getenv("MONGODB_URI")).orElse("");
        Assumptions.assumeFalse(uri.isBlank(), "SKIPPED: the benchmark needs a real store by MONGODB_URI");
        Path home = Path.of(System.getProperty("benchmark.home", folder.resolve("home").toString()));
        SuiteLauncher launcher = new Filled(uri, home).launcher();
        assertThat(launcher.up()).isInstanceOf(UpOutcome.Started.class);
        try {
            tell("| rows | MB | rows/s end to end | heap MB at most (-Xmx512m) | bare driver, rows/s | ratio |", "|---|---|---|---|---|---|");
            List<String> reads = new ArrayList<>(Reads.HEAD);
            // Both sides have begun before anything counts: a service that takes files has been running for days.
            PenaltyFile warm = new PenaltyFile(folder.resolve("warm.csv"), 0, WARM_UP, LocalDate.now());
            warm.write();
            upload(launcher, warm);
            bare(uri, WARM_UP);
            int first = WARM_UP;
            for (int rows : sizes()) {
                PenaltyFile file = new PenaltyFile(folder.resolve("penalties.csv"), first, rows, LocalDate.now());
                file.write();
                Uploaded uploaded = upload(launcher, file);
                double raw = bare(uri, rows);
                tell(String.format(Locale.ROOT, "| %,d | %d | %,.0f | %d | %,.0f | %.2f |", rows, Files.size(file.path()) >> 20,
                        uploaded.rowsPerSecond(), uploaded.heapMegabytes(), raw, uploaded.rowsPerSecond() / raw));
                first += rows;
                Reads read = new Reads(launcher.uri("subject-service"), first);
                reads.addAll(read.lines(read.measured(1, CALLS)));
            }
            reads.forEach(this::tell);
        } finally {
            launcher.down();
            Files.createDirectories(Path.of("target"));
            Files.write(Path.of("target", "collection-benchmark.md"), report);
        }
    }

    /** With {@code -Dbenchmark.bare=false} a store is only filled, and there is nothing to compare with. */
    private static double bare(String uri, int rows) {
        return Boolean.parseBoolean(System.getProperty("benchmark.bare", "true"))
                ? RawUpsert.rate(uri, "credit_subject", List.of("records", "subjects"), rows)
                : Double.NaN;
    }

    private static List<Integer> sizes() {
        return Arrays.stream(System.getProperty("benchmark.rows", "10000,100000,1000000").split(","))
                .map(Integer::valueOf).toList();
    }

    private Uploaded upload(SuiteLauncher launcher, PenaltyFile file) {
        Door clerk = Door.of(launcher.suite()).as("dept-market");
        URI metrics = URI.create(launcher.uri("subject-service") + "/actuator/prometheus");
        AtomicLong heap = new AtomicLong();
        long begun = System.nanoTime();
        String batch = "/api/subject/v1/batches/"
                + clerk.post("/api/subject/v1/batches?item=CF", "text/csv", file.path()).expect(202).at("/id");
        Reply done = Awaitility.await().atMost(Duration.ofHours(2)).pollInterval(Duration.ofMillis(500)).until(() -> {
            heap.accumulateAndGet(heapUsed(metrics), Math::max);
            return clerk.get(batch).expect(200);
        }, reply -> !List.of("RECEIVED", "RUNNING").contains(reply.at("/state")));
        double seconds = (System.nanoTime() - begun) / 1e9;
        assertThat(done.at("/counts/accepted")).as(done.text()).isEqualTo(String.valueOf(file.rows()));
        return new Uploaded(file.rows() / seconds, heap.get() >> 20);
    }

    private long heapUsed(URI metrics) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(metrics).build(), BodyHandlers.ofLines()).body()
                .filter(line -> line.startsWith("jvm_memory_used_bytes{") && line.contains("area=\"heap\""))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private void tell(String... lines) {
        for (String line : lines) {
            System.out.println("[benchmark] " + line);
            report.add(line);
        }
    }
}
