package cn.publiccredit.local.preflight;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Looks at everything before anything is started and reports all that is wrong at once. */
public final class Preflight {

    private final Machine machine;
    private final Needs needs;

    public Preflight(Machine machine, Needs needs) {
        this.machine = machine;
        this.needs = needs;
    }

    /**
     * What a start needs.
     *
     * @param ports the port that each part wants, by the part's name
     * @param home the folder whose disk must have room
     */
    public record Needs(int javaVersion, long memoryBytes, long diskBytes, Map<String, Integer> ports, Path home) {}

    /** Everything in the way; empty when the start may begin. */
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        java().ifPresent(findings::add);
        memory().ifPresent(findings::add);
        disk().ifPresent(findings::add);
        needs.ports().forEach((part, port) -> port(part, port).ifPresent(findings::add));
        return findings;
    }

    private Optional<Finding> java() {
        int version = machine.javaVersion();
        return version >= needs.javaVersion() ? Optional.empty() : Optional.of(new Finding(
                "需要 JDK " + needs.javaVersion() + "，当前为 " + version + "。",
                "JDK " + needs.javaVersion() + " is needed, this is " + version + ".",
                "安装 JDK " + needs.javaVersion() + " 后设置 JAVA_HOME，或装入 /usr/lib/jvm。",
                "Install one below /usr/lib/jvm or set JAVA_HOME to it."));
    }

    private Optional<Finding> memory() {
        Optional<Long> available = machine.availableMemory();
        return available.filter(bytes -> bytes < needs.memoryBytes()).map(bytes -> new Finding(
                "可用内存 " + gib(bytes) + " GiB，少于所需的 " + gib(needs.memoryBytes()) + " GiB。",
                gib(bytes) + " GiB of memory are available, " + gib(needs.memoryBytes()) + " GiB are needed.",
                "请关闭其他程序或换用内存更大的机器；确知够用时可设 CREDIT_MIN_MEMORY_MB。",
                "Close other programs or take a larger machine; if you know better, set CREDIT_MIN_MEMORY_MB."));
    }

    private Optional<Finding> disk() {
        long usable = machine.usableDisk(needs.home());
        return usable >= needs.diskBytes() ? Optional.empty() : Optional.of(new Finding(
                needs.home() + " 所在磁盘剩余 " + gib(usable) + " GiB，少于所需的 " + gib(needs.diskBytes()) + " GiB。",
                "The disk of " + needs.home() + " has " + gib(usable) + " GiB left, " + gib(needs.diskBytes()) + " GiB are needed.",
                "请清理磁盘，或用 CREDIT_HOME 指定另一块磁盘上的目录。",
                "Free some space, or point CREDIT_HOME to a folder on another disk."));
    }

    private Optional<Finding> port(String part, int port) {
        if (machine.portIsFree(port)) {
            return Optional.empty();
        }
        Optional<String> holder = machine.portHolder(port);
        String setting = "CREDIT_" + part.replace("-service", "").toUpperCase(Locale.ROOT) + "_PORT";
        return Optional.of(new Finding(
                "端口 " + port + "（" + part + "）已被占用" + holder.map(who -> "：" + who).orElse("") + "。",
                "Port " + port + " (" + part + ") is taken" + holder.map(who -> " by " + who).orElse("") + ".",
                "请停止该进程，或换端口：./credit up --port-offset 1000，或设 " + setting + "。",
                "Stop that process, or move: ./credit up --port-offset 1000, or set " + setting + "."));
    }

    private static String gib(long bytes) {
        return String.format(Locale.ROOT, "%.1f", bytes / (double) (1L << 30));
    }
}
