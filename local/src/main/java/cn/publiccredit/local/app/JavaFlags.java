package cn.publiccredit.local.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Flags for many small JVMs on one machine. Training and run must have the same ones, or the cache is not used. */
final class JavaFlags {

    private static final List<String> SHARED = List.of("-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders",
            "-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError", "--enable-native-access=ALL-UNNAMED");

    private JavaFlags() {}

    static List<String> command(int heapMegabytes, String... more) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(SHARED);
        command.add("-Xmx" + heapMegabytes + "m");
        command.addAll(List.of(more));
        return command;
    }

    /** What a cache depends on beside the application: the JVM itself and its flags. */
    static String fingerprint() {
        return System.getProperty("java.vm.vendor") + Runtime.version() + SHARED;
    }
}
