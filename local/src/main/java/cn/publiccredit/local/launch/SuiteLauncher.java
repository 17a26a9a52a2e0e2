package cn.publiccredit.local.launch;

import cn.publiccredit.local.app.Artefacts;
import cn.publiccredit.local.app.Build;
import cn.publiccredit.local.app.BuildFailed;
import cn.publiccredit.local.keycloak.Distribution;
import cn.publiccredit.local.preflight.Finding;
import cn.publiccredit.local.preflight.Preflight;
import cn.publiccredit.local.preflight.ThisMachine;
import cn.publiccredit.local.process.Child;
import cn.publiccredit.local.process.Processes;
import cn.publiccredit.local.store.StoreChoice;
import cn.publiccredit.local.suite.Part;
import cn.publiccredit.local.suite.Ports;
import cn.publiccredit.local.suite.Progress;
import cn.publiccredit.local.suite.Suite;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Starts, stops and hurts one suite: what {@code ./credit} does, and what tests do with a suite of their own.
 *
 * <p>Not for use by several threads, except that {@link #takeBack()} may come from a shutdown hook.
 */
public final class SuiteLauncher {

    private static final int JAVA = 25;

    private final SuiteOptions options;
    private final Layout layout;
    private final Progress progress;
    private final Processes processes;
    private final RunRecord record;
    private final Starter starter;

    public SuiteLauncher(SuiteOptions options, Progress progress) {
        this.layout = new Layout(options.home(), options.cache());
        this.record = new RunRecord(layout.run());
        this.processes = new Processes(layout.run());
        this.options = options;
        this.progress = progress;
        this.starter = new Starter(processes, layout, progress);
    }

    /** Has everything running, or says why not and leaves nothing behind. */
    public UpOutcome up() throws InterruptedException {
        try (RunLock _ = RunLock.of(layout.run())) {
            List<Part> missing = missing();
            if (missing.isEmpty()) {
                return new UpOutcome.AlreadyRunning(suite());
            }
            if (nothingRuns(missing)) {
                record.forget();
            }
            List<Finding> findings = preflight(missing).findings();
            if (!findings.isEmpty()) {
                return new UpOutcome.Refused(findings);
            }
            return start(missing);
        } catch (RunLock.Held _) {
            return new UpOutcome.Failed("credit", RunLock.HELD, List.of());
        }
    }

    private UpOutcome start(List<Part> missing) throws InterruptedException {
        boolean done = false;
        try {
            record.keep(addresses().ports());
            parts().start(missing, artefacts(), build());
            new OldImages(layout.applications(), processes).delete();
            done = true;
            return new UpOutcome.Started(suite());
        } catch (StartFailed e) {
            return new UpOutcome.Failed(e.part(), e.reason(), e.lastLines());
        } catch (BuildFailed e) {
            return new UpOutcome.Failed("build", e.reason(), LogTail.of(layout.log("build"), 30));
        } finally {
            if (!done) {
                starter.takeBack();
            }
        }
    }

    /** Ends everything that this launcher has started, in the middle of a start too. */
    public void takeBack() {
        starter.takeBack();
    }

    /** Stops everything, the store last; what was acknowledged is kept. */
    public void down() {
        new Shutdown(processes, progress).all();
        record.forget();
    }

    /** Stops everything and deletes data and secrets; Keycloak's distribution and prepared applications stay. */
    public void reset() {
        down();
        Folders.delete(layout.data());
        Folders.delete(layout.secrets());
    }

    /** Ends a part at once, as {@code kill -9} does. */
    public void kill(String name) {
        processes.find(Part.named(name).label()).ifPresent(Child::kill);
    }

    /** Asks a part to end and waits for it. */
    public void stop(String name) {
        new Shutdown(processes, progress).one(Part.named(name));
    }

    /** Starts a part that is not running and returns when it is ready. */
    public void start(String name) throws InterruptedException {
        Part part = Part.named(name);
        if (processes.find(part.label()).filter(Child::alive).isEmpty()) {
            parts().start(List.of(part), artefacts(), build());
        }
    }

    /** What every part is doing now. */
    public List<PartStatus> status() {
        return new StatusReader(processes, addresses(), store(), options.parts()).all();
    }

    public Suite suite() {
        return addresses().suite(layout);
    }

    /** The address of a part, for example {@code http://localhost:8082}. */
    public URI uri(String name) {
        return addresses().of(Part.named(name));
    }

    public Path log(String name) {
        return layout.log(name);
    }

    /** Where the secrets are that this suite was given. */
    public Path secretsFile() {
        return Secrets.file(layout.secrets());
    }

    /** Parts that this launcher runs: a given store is somebody else's. */
    private List<Part> expected() {
        boolean external = store() instanceof StoreChoice.Given;
        return Arrays.stream(Part.values())
                .filter(options.parts()::contains)
                .filter(part -> !(part == Part.STORE && external))
                .toList();
    }

    /** Parts that have no living process and should have one. */
    private List<Part> missing() {
        return expected().stream()
                .filter(part -> processes.find(part.label()).filter(Child::alive).isEmpty())
                .toList();
    }

    private boolean nothingRuns(List<Part> missing) {
        return missing.size() == expected().size();
    }

    private Preflight preflight(List<Part> missing) {
        Map<String, Integer> wanted = new TreeMap<>();
        missing.forEach(part -> wanted.put(part.label(), addresses().ports().of(part)));
        Requirements requirements = Requirements.from(System.getenv(), nothingRuns(missing));
        return new Preflight(new ThisMachine(), new Preflight.Needs(JAVA, requirements.memoryBytes(),
                requirements.diskBytes(), wanted, layout.home()));
    }

    private Parts parts() {
        Addresses addresses = addresses();
        Secrets secrets = Secrets.in(layout.secrets());
        StoreStart store =
                new StoreStart(store(), addresses.ports().of(Part.STORE), new OwnImage(layout.applications()), progress);
        Distribution distribution = new Distribution(options.root(), layout.keycloakDistributions(),
                layout.log("keycloak-download"), progress);
        KeycloakStart keycloak = new KeycloakStart(distribution, layout, addresses, secrets, progress);
        ApplicationSettings settings = new ApplicationSettings(
                addresses, secrets, store.uri(), layout.data(), options.settings());
        List<ApplicationStart> applications = Part.applications().stream()
                .map(part -> new ApplicationStart(part, artefacts().jar(part.label()), options, layout, settings, progress))
                .toList();
        return new Parts(store, keycloak, applications, starter, layout.locks());
    }

    private Artefacts artefacts() {
        return new Artefacts(options.root(), options.folder(), layout.cache().resolve("build.stamp"),
                Part.applications().stream().map(Part::label).toList());
    }

    /** Without building, older artefacts are taken as they are: whoever starts the suite so has just built it otherwise. */
    private BuildStep build() {
        return options.build()
                ? new Build(options.root(), layout.cache().resolve("build.stamp"), layout.log("build"), progress)::run
                : _ -> artefacts().requireAll();
    }

    private StoreChoice store() {
        return StoreChoice.of(options.settings(), System.getenv().getOrDefault("PATH", ""), layout.data());
    }

    /** A running suite keeps the ports that it was started with. */
    private Addresses addresses() {
        Ports ports = record.ports().orElse(options.ports());
        return new Addresses(ports);
    }
}
