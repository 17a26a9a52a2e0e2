package cn.publiccredit.local.launch;

import cn.publiccredit.local.suite.Ports;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a suite is started with.
 *
 * @param root the checkout, where the modules' artefacts are
 * @param home where this run keeps its data, logs, process files and secrets
 * @param cache where unpacked applications, their AOT caches and Keycloak's distribution are; suites may share it
 * @param ports where each part listens
 * @param settings environment of the applications beside what the launcher itself gives, and {@code MONGODB_URI}
 * @param build whether artefacts that are older than their sources are built first
 * @param aot whether applications are trained for a quick start when they have not been
 */
public record SuiteOptions(Path root, Path home, Path cache, Ports ports, Map<String, String> settings, boolean build,
        boolean aot) {

    public SuiteOptions {
        root = root.toAbsolutePath().normalize();
        home = home.toAbsolutePath().normalize();
        cache = cache.toAbsolutePath().normalize();
        settings = Map.copyOf(settings);
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
        return new SuiteOptions(root, home, cache, Ports.from(environment, portOffset), settings, true, true);
    }

    /** A suite beside the usual one: own data and free ports, sharing only what is expensive to prepare. */
    public static SuiteOptions beside(Path root, Path home) {
        Path cache = Optional.ofNullable(System.getenv("CREDIT_CACHE")).map(Path::of).orElse(root.resolve(".credit"));
        return new SuiteOptions(root, home, cache, Ports.free(), Map.of(), false, true);
    }

    /** The same with one more setting for the applications. */
    public SuiteOptions with(String name, String value) {
        Map<String, String> more = new HashMap<>(settings);
        more.put(name, value);
        return new SuiteOptions(root, home, cache, ports, more, build, aot);
    }

    /** The same on these ports. */
    public SuiteOptions on(Ports others) {
        return new SuiteOptions(root, home, cache, others, settings, build, aot);
    }

    /** The same without preparing AOT caches that are not there: slower starts, nothing to wait for first. */
    public SuiteOptions withoutTraining() {
        return new SuiteOptions(root, home, cache, ports, settings, build, false);
    }
}
