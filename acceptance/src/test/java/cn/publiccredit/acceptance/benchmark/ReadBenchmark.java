package cn.publiccredit.acceptance.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import cn.publiccredit.local.launch.SuiteLauncher;
import cn.publiccredit.local.launch.UpOutcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * Public reads from stores of different sizes that {@link CollectionBenchmark} has filled, in turn, round by round: what takes a machine's
 * time in one minute takes it from all of them, and what a store has to do after a large load is over. docs/collection.md tells the command.
 */
class ReadBenchmark {

    /** Short and many: a neighbour of the machine that takes it for seconds spoils some rounds, not their median. */
    private static final int ROUNDS = 25;
    private static final int CALLS = 400;
    private static final int WARM_UP_ROUNDS = 3;

    private final List<String> report = new ArrayList<>();

    @Test
    void readInTurn() throws Exception {
        String stores = System.getProperty("benchmark.stores", "");
        Assumptions.assumeFalse(stores.isBlank(), "SKIPPED: the benchmark needs stores that were filled, by benchmark.stores");
        List<SuiteLauncher> launched = new ArrayList<>();
        try {
            List<Reads> all = new ArrayList<>();
            for (String store : stores.split(";")) {
                String[] parts = store.split("\\|");
                SuiteLauncher launcher = new Filled(parts[0], Path.of(parts[1])).launcher();
                assertThat(launcher.up()).isInstanceOf(UpOutcome.Started.class);
                launched.add(launcher);
                all.add(new Reads(launcher.uri("subject-service"), Integer.parseInt(parts[2])));
            }
            inTurn(all);
        } finally {
            launched.forEach(SuiteLauncher::down);
            Files.createDirectories(Path.of("target"));
            Files.write(Path.of("target", "read-benchmark.md"), report);
        }
    }

    private void inTurn(List<Reads> all) {
        Map<Reads, List<Map<String, Latencies>>> rounds = new LinkedHashMap<>();
        for (int round = -WARM_UP_ROUNDS; round < ROUNDS; round++) {
            for (Reads reads : all) {
                Map<String, Latencies> measured = reads.measured(round, CALLS);
                System.out.println("[benchmark] round " + round + " " + reads.lines(measured));
                if (round >= 0) {
                    rounds.computeIfAbsent(reads, key -> new ArrayList<>()).add(measured);
                }
            }
        }
        report.addAll(Reads.HEAD);
        rounds.forEach((reads, measured) -> report.addAll(reads.lines(Latencies.medians(measured))));
        report.forEach(line -> System.out.println("[benchmark] " + line));
    }
}
