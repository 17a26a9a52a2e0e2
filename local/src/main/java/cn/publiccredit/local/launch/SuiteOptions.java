package cn.publiccredit.local.launch;

import cn.publiccredit.local.app.Build;
import cn.publiccredit.local.suite.Part;
import cn.publiccredit.local.suite.Ports;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a suite is started with.
 *
 * @param root the checkout, where the modules' artefacts are
 * @param home where this run keeps its data, logs, process files and secrets
 * @param cache where unpacked applications, their AOT caches and Keycloak's distribution are; suites may share it
 * @param ports where each part listens
 * @param parts which parts there are; the others are somebody else's, or nobody's
 * @param settings environment of the applications beside what the launcher itself gives, and {@code MONGODB_URI}
 * @param folder where in a module its build puts artefacts
 * @param build whether artefacts that are older than their sources are built first
 * @param aot whether applications are trained for a quick start when they have not been
 * @param flags of the applications' JVMs beside and against the launcher's own, which are made for many small ones
 */
public record SuiteOptions(Path root, Path home, Path cache, Ports ports, Set<Part> parts, Map<String, String> settings,
        String folder, boolean build, boolean aot, List<String> flags) {

    private static final Set<Part> ALL = EnumSet.allOf(Part.class);

    public SuiteOptions {
        root = root.toAbsolutePath().normalize();
        home = home.toAbsolutePath().normalize();
        cache = cache.toAbsolutePath().normalize();
        parts = Set.copyOf(parts);
        settings = Map.copyOf(settings);
        flags = List.copyOf(flags);
    }

    /** The suite of {@code ./credit up} in this checkout. */
    public static SuiteOptions of(Path root, Map<String, String> environment, int portOffset) {
        Path home = Optional.ofNullable(environment.get("CREDIT_HOME")).map(root::resolve).orElse(root.resolve(".credit"));
        Path cache = Optional.ofNullable(environment.get("CREDIT_CACHE")).map(root::resolve).orElse(home);
        Map<String, String> settings = new HashMap<>();
        String store = environment.getOrDefault("MONGODB_URI", "");
        if (!store.isBlank()) {
            settings.put("MONGODB_URI", store);
        }
        return new SuiteOptions(root, home, cache, Ports.from(environment, portOffset), ALL, settings,
                Build.FOLDER, true, true, List.of());
    }

    /** A suite beside the usual one: own data and free ports, sharing only what is expensive to prepare. */
    public static SuiteOptions beside(Path root, Path home) {
        Path cache = Optional.ofNullable(System.getenv("CREDIT_CACHE")).map(Path::of).orElse(root.resolve(".credit"));
        return new SuiteOptions(root, home, cache, Ports.free(), ALL, Map.of(), "target", false, true, List.of());
    }

    /** The same with one more setting for the applications. */
    public SuiteOptions with(String name, String value) {
        Map<String, String> more = new HashMap<>(settings);
        more.put(name, value);
        return new SuiteOptions(root, home, cache, ports, parts, more, folder, build, aot, flags);
    }

    /** The same with artefacts from another folder of each module, such as {@code target/quick}. */
    public SuiteOptions builtIn(String other) {
        return new SuiteOptions(root, home, cache, ports, parts, settings, other, build, aot, flags);
    }

    /** The same on these ports. */
    public SuiteOptions on(Ports others) {
        return new SuiteOptions(root, home, cache, others, parts, settings, folder, build, aot, flags);
    }

    /** The same with these parts only. */
    public SuiteOptions only(Set<Part> some) {
        return new SuiteOptions(root, home, cache, ports, some, settings, folder, build, aot, flags);
    }

    /** The same without preparing AOT caches that are not there: slower starts, nothing to wait for first. */
    public SuiteOptions withoutTraining() {
        return new SuiteOptions(root, home, cache, ports, parts, settings, folder, build, false, flags);
    }

    /** The same with applications that run with these flags of the JVM as well. */
    public SuiteOptions flags(List<String> others) {
        return new SuiteOptions(root, home, cache, ports, parts, settings, folder, build, aot, others);
    }
}
