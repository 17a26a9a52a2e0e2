package cn.publiccredit.local;

import cn.publiccredit.local.launch.PartStatus;
import cn.publiccredit.local.launch.SuiteLauncher;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** {@code ./credit status}: one line for each process, and the sum. Exit code 0 when everything is ready. */
final class StatusCommand {

    private StatusCommand() {}

    static int run(SuiteLauncher launcher, PrintStream out) {
        List<PartStatus> parts = launcher.status();
        out.printf("%-17s %8s %6s %8s %10s  %s%n", "process", "pid", "port", "RSS MB", "uptime", "state");
        for (PartStatus part : parts) {
            out.printf(Locale.ROOT, "%-17s %8s %6d %8s %10s  %s%n", part.part().label(),
                    part.child().map(child -> String.valueOf(child.pid())).orElse("-"), part.port(),
                    part.child().isPresent() ? String.valueOf(part.residentMegabytes()) : "-",
                    part.child().isPresent() ? readable(part.uptime()) : "-", part.state().text());
        }
        long sum = parts.stream().mapToLong(PartStatus::residentMegabytes).sum();
        out.printf(Locale.ROOT, "%-17s %8s %6s %8d%n", "合计 / sum", "", "", sum);
        return parts.stream().allMatch(StatusCommand::fine) ? 0 : 1;
    }

    private static boolean fine(PartStatus part) {
        return part.state() == PartStatus.State.READY || part.state() == PartStatus.State.EXTERNAL;
    }

    private static String readable(Duration time) {
        return time.toHours() > 0
                ? time.toHours() + "h" + time.toMinutesPart() + "m"
                : time.toMinutes() + "m" + time.toSecondsPart() + "s";
    }
}
