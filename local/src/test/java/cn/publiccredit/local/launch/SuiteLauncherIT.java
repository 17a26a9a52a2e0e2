package cn.publiccredit.local.launch;

import static org.assertj.core.api.Assertions.assertThat;

import cn.publiccredit.local.suite.Part;
import cn.publiccredit.local.suite.Ports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher over real processes: the embedded store and stand-ins for the applications. */
class SuiteLauncherIT {

    @TempDir
    Path folder;

    private final Queue<String> told = new ConcurrentLinkedQueue<>();
    private SuiteOptions options = SuiteOptions.of(Path.of("."), Map.of(), 0);
    private SuiteLauncher launcher = launcher(options);

    @BeforeEach
    void aBuiltCheckout() throws IOException {
        Path root = CheckoutFixture.in(folder.resolve("checkout"));
        options = SuiteOptions.beside(root, folder.resolve("home")).only(CheckoutFixture.WITHOUT_KEYCLOAK).withoutTraining();
        launcher = launcher(options);
    }

    @AfterEach
    void nothingStaysBehind() {
        launcher.down();
        assertThat(alive(launcher)).isEmpty();
    }

    @Test
    void upStartsEveryPartAsAProcessOfItsOwnAndTellsEachStep() throws InterruptedException {
        assertThat(launcher.up()).isInstanceOf(UpOutcome.Started.class);

        assertThat(launcher.status()).extracting(PartStatus::state).containsOnly(PartStatus.State.READY);
        assertThat(launcher.status()).allMatch(part -> part.residentMegabytes() > 0);
        assertThat(told).anyMatch(line -> line.startsWith("subject-service 启动，等待就绪"));
        assertThat(told).anyMatch(line -> line.startsWith("subject-service ✓ 就绪"));
        assertThat(LogTail.of(launcher.log("report-service"), 5)).anyMatch(line -> line.contains("mongodb://127.0.0.1:"));
    }

    @Test
    void aSecondUpSaysSoAndChangesNothing() throws InterruptedException {
        launcher.up();
        List<Long> before = alive(launcher);

        assertThat(launcher(options).up()).isInstanceOf(UpOutcome.AlreadyRunning.class);
        assertThat(alive(launcher)).isEqualTo(before);
    }

    @Test
    void downStopsEverythingAndKeepsTheData() throws InterruptedException {
        launcher.up();
        launcher.down();

        assertThat(launcher.status()).extracting(PartStatus::state).containsOnly(PartStatus.State.STOPPED);
        assertThat(options.home().resolve("data/store/credit.mv")).exists();
    }

    @Test
    void aServiceThatIsKilledIsSeenAndStartedAgainAlone() throws InterruptedException {
        launcher.up();
        List<Long> before = alive(launcher);
        launcher.kill("subject-service");

        assertThat(state("subject-service")).isEqualTo(PartStatus.State.DIED);
        launcher.start("subject-service");

        assertThat(state("subject-service")).isEqualTo(PartStatus.State.READY);
        assertThat(alive(launcher)).hasSameSizeAs(before).isNotEqualTo(before);
    }

    @Test
    void upBringsBackWhatDiedAndLeavesTheRest() throws InterruptedException {
        launcher.up();
        List<Long> before = alive(launcher);
        launcher.kill("repair-service");

        assertThat(launcher(options).up()).isInstanceOf(UpOutcome.Started.class);
        assertThat(alive(launcher)).hasSize(before.size());
        assertThat(before).filteredOn(alive(launcher)::contains).hasSize(before.size() - 1);
    }

    @Test
    void aPartThatEndsWhileStartingIsNamedWithItsLastLinesAndEverythingIsStopped() throws InterruptedException {
        launcher = launcher(options.with("BROKEN_PORT", String.valueOf(options.ports().of(Part.LISTING))));

        assertThat(launcher.up()).isInstanceOfSatisfying(UpOutcome.Failed.class, failed -> {
            assertThat(failed.part()).isEqualTo("listing-service");
            assertThat(failed.lastLines()).contains("the stand-in breaks off, as asked");
        });
        assertThat(alive(launcher)).isEmpty();
    }

    @Test
    void callingOffAStartInTheMiddleLeavesNoProcess() throws InterruptedException {
        launcher = launcher(options.with("NEVER_READY", "true"));
        Thread up = Thread.ofVirtual().start(() -> {
            try {
                launcher.up();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> alive(launcher).size() > 2);
        launcher.takeBack();

        assertThat(alive(launcher)).isEmpty();
        up.join(Duration.ofSeconds(60));
        assertThat(up.isAlive()).isFalse();
        assertThat(alive(launcher)).isEmpty();
    }

    @Test
    void portsThatAreTakenAreAllNamedBeforeAnythingStarts() throws IOException, InterruptedException {
        try (ServerSocket one = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Map<Part, Integer> numbers = new EnumMap<>(options.ports().numbers());
            numbers.put(Part.GATEWAY, one.getLocalPort());
            numbers.put(Part.STORE, other.getLocalPort());
            launcher = launcher(options.on(new Ports(numbers)));

            assertThat(launcher.up()).isInstanceOfSatisfying(UpOutcome.Refused.class, refused ->
                    assertThat(refused.findings()).hasSize(2).allMatch(finding -> finding.problem().contains("PID")));
        }
        assertThat(alive(launcher)).isEmpty();
        assertThat(options.home().resolve("data")).doesNotExist();
    }

    @Test
    void resetDeletesDataAndSecretsButNotWhatIsPrepared() throws InterruptedException {
        launcher.up();
        assertThat(launcher.secretsFile()).exists();
        launcher.reset();

        assertThat(options.home().resolve("data")).doesNotExist();
        assertThat(launcher.secretsFile()).doesNotExist();
        assertThat(Files.exists(options.cache().resolve("apps"))).isTrue();
    }

    private SuiteLauncher launcher(SuiteOptions some) {
        return new SuiteLauncher(some, (what, text) -> told.add(what + " " + text));
    }

    private PartStatus.State state(String name) {
        return launcher.status().stream()
                .filter(part -> part.part().label().equals(name))
                .map(PartStatus::state)
                .findFirst()
                .orElseThrow();
    }

    private static List<Long> alive(SuiteLauncher launcher) {
        return launcher.status().stream().flatMap(part -> part.child().stream()).map(child -> child.pid()).toList();
    }
}
