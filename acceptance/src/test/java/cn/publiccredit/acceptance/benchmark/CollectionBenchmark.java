package cn.publiccredit.acceptance.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import cn.publiccredit.acceptance.RunningSuite;
import cn.publiccredit.local.client.Door;
import cn.publiccredit.local.client.Reply;
import cn.publiccredit.local.launch.SuiteLauncher;
import cn.publiccredit.local.launch.SuiteOptions;
import cn.publiccredit.local.launch.UpOutcome;
import cn.publiccredit.local.suite.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
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
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Collection of large files end to end through the gateway, beside the bare driver's bulk upsert of the same documents on the
 * same store in the same run; and public reads as the store grows. docs/collection.md tells the command. Needs a real store by
 * {@code MONGODB_URI}; its data are left there. With {@code -Dbenchmark.home} the suite's keys are left, too, and a later run with
 * {@code -Dbenchmark.filled} reads again from what so many companies have filled, without what the store has to do after a large load, in
 * rounds: of each call the medians of the rounds' percentiles are told.
 */
class CollectionBenchmark {

    private static final int WARM_UP = 10_000;
    /** A neighbour of the machine that takes it for a second spoils the 30 slowest of one round, not the median of five. */
    private static final int ROUNDS = 5;
    /** As in k8s/base, where every compiler of the JVM is at work, with the heap that the largest file must do with. */
    private static final List<String> AS_DEPLOYED = List.of("-XX:TieredStopAtLevel=4", "-Xmx512m");

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<String> report = new ArrayList<>();

    @TempDir
    Path folder;

    private record Uploaded(double rowsPerSecond, long heapMegabytes) {}

    @Test
    void collectAndRead() throws Exception {
        String uri = Optional.ofNullable(System.getenv("MONGODB_URI")).orElse("");
        Assumptions.assumeFalse(uri.isBlank(), "SKIPPED: the benchmark needs a real store by MONGODB_URI");
        Path root = Path.of("..").toRealPath();
        Path home = Path.of(System.getProperty("benchmark.home", folder.resolve("home").toString()));
        SuiteLauncher launcher = new SuiteLauncher(SuiteOptions.beside(root, home)
                .builtIn(RunningSuite.folder(root))
                .only(EnumSet.of(Part.KEYCLOAK, Part.CATALOG, Part.SUBJECT, Part.GATEWAY))
                .withoutTraining().flags(AS_DEPLOYED).with("MONGODB_URI", uri), (what, text) -> { });
        assertThat(launcher.up()).isInstanceOf(UpOutcome.Started.class);
        try {
            tell("| rows | MB | rows/s end to end | heap MB at most (-Xmx512m) | bare driver, rows/s | ratio |", "|---|---|---|---|---|---|");
            List<String> reads = new ArrayList<>(List.of("| subjects | call | p50 ms | p99 ms |", "|---|---|---|---|"));
            int filled = Integer.getInteger("benchmark.filled", 0);
            if (filled > 0) {
                // Compilers and caches have begun before anything counts.
                reads(launcher.uri("subject-service"), filled);
                List<Map<String, Latencies>> rounds = new ArrayList<>();
                for (int round = 0; round < ROUNDS; round++) {
                    rounds.add(reads(launcher.uri("subject-service"), filled));
                    tell(lines(filled, rounds.getLast()));
                }
                reads.addAll(List.of(lines(filled, Latencies.medians(rounds))));
                reads.forEach(this::tell);
                return;
            }
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
                reads.addAll(List.of(lines(first, reads(launcher.uri("subject-service"), first))));
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

    /** Asked at the service itself, so that the limits of the gateway do not count. */
    private Map<String, Latencies> reads(URI service, int companies) {
        String base = service + "/api/subject/v1/public/";
        Map<String, Latencies> reads = new LinkedHashMap<>();
        reads.put("search by the beginning of a name", Latencies.of(companies, i ->
                body(base + "subjects?q=" + Door.encoded(PenaltyFile.name(i).substring(0, 9))).contains(PenaltyFile.uscc(i))));
        reads.put("search by a beginning that all names share", Latencies.of(companies, i ->
                body(base + "subjects?q=" + Door.encoded("虚构样例·淮南")).contains("虚构样例")));
        reads.put("search by code", Latencies.of(companies, i ->
                body(base + "subjects?q=" + PenaltyFile.uscc(i)).contains(PenaltyFile.name(i))));
        reads.put("subject with its counts", Latencies.of(companies, i ->
                body(base + "subjects/" + PenaltyFile.uscc(i)).contains(PenaltyFile.name(i))));
        reads.put("public records of a subject", Latencies.of(companies, i ->
                body(base + "records?item=CF&subject=" + PenaltyFile.uscc(i)).contains("号\"")));
        return reads;
    }

    private static String[] lines(int companies, Map<String, Latencies> reads) {
        return reads.entrySet().stream().map(read -> String.format(Locale.ROOT, "| %,d | %s | %.1f | %.1f |", companies, read.getKey(),
                read.getValue().p50(), read.getValue().p99())).toArray(String[]::new);
    }

    private String body(String address) {
        try {
            return Objects.requireNonNull(http.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString()).body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void tell(String... lines) {
        for (String line : lines) {
            System.out.println("[benchmark] " + line);
            report.add(line);
        }
    }
}
