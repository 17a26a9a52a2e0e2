package cn.publiccredit.local.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A session of its own for a child: neither Ctrl-C nor the end of the terminal reaches it. */
final class Session {

    private static final List<Path> SETSID = List.of(Path.of("/usr/bin/setsid"), Path.of("/bin/setsid"));
    /** They would change flags behind the launcher's back, and with them the validity of AOT caches. */
    private static final List<String> NOT_INHERITED = List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

    private Session() {}

    /** The command led by {@code setsid} where the system has it; it replaces itself, so the process number stays. */
    static List<String> own(List<String> command) {
        List<String> whole = new ArrayList<>();
        SETSID.stream().filter(Files::isExecutable).findFirst().ifPresent(path -> whole.add(path.toString()));
        whole.addAll(command);
        return whole;
    }

    static Map<String, String> clean(Map<String, String> environment) {
        NOT_INHERITED.forEach(environment::remove);
        return environment;
    }
}
