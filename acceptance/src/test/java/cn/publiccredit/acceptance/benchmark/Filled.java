package cn.publiccredit.acceptance.benchmark;

import cn.publiccredit.acceptance.RunningSuite;
import cn.publiccredit.local.launch.SuiteLauncher;
import cn.publiccredit.local.launch.SuiteOptions;
import cn.publiccredit.local.suite.Part;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;

/**
 * A real store with what a benchmark has filled it with, and the keys of the suite that did.
 *
 * @param home where the suite keeps its keys: another one could not read the store
 */
record Filled(String uri, Path home) {

    /** As in k8s/base, where every compiler of the JVM is at work, with the heap that the largest file must do with. */
    private static final List<String> AS_DEPLOYED = List.of("-XX:TieredStopAtLevel=4", "-Xmx512m");

    /** The suite on this store, as far as collection and reading need it. */
    SuiteLauncher launcher() throws IOException {
        Path root = Path.of("..").toRealPath();
        return new SuiteLauncher(SuiteOptions.beside(root, home)
                .builtIn(RunningSuite.folder(root))
                .only(EnumSet.of(Part.KEYCLOAK, Part.CATALOG, Part.SUBJECT, Part.GATEWAY))
                .withoutTraining().flags(AS_DEPLOYED).with("MONGODB_URI", uri), (what, text) -> { });
    }
}
