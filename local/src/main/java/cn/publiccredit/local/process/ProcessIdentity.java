package cn.publiccredit.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A process number together with what tells it from a later process of the same number: the kernel's start time and the
 * boot it happened in.
 */
record ProcessIdentity(long pid, String start) {

    private static final int STATE = 0;
    private static final int THREADS = 17;
    private static final int START_TICKS = 19;

    /** The identity of the living process of this number; a process that only waits to be reaped is not alive. */
    static Optional<ProcessIdentity> of(long pid) {
        Optional<String[]> stat = stat(pid);
        if (stat.isPresent()) {
            String[] fields = stat.get();
            return ended(fields)
                    ? Optional.empty()
                    : Optional.of(new ProcessIdentity(pid, fields[START_TICKS] + "@" + boot()));
        }
        if (Files.isDirectory(Path.of("/proc/self"))) {
            return Optional.empty();
        }
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .flatMap(handle -> handle.info().startInstant())
                .map(start -> new ProcessIdentity(pid, start.toString()));
    }

    boolean alive() {
        return of(pid).filter(this::equals).isPresent();
    }

    /** A zombie's first thread may have ended before the others, which then still hold its ports. */
    private static boolean ended(String[] fields) {
        return fields[STATE].equals("X") || fields[STATE].equals("Z") && Integer.parseInt(fields[THREADS]) <= 1;
    }

    /** The fields after the command's name, which may itself hold blanks and parentheses. */
    private static Optional<String[]> stat(long pid) {
        try {
            String text = Files.readString(Path.of("/proc/" + pid + "/stat"));
            return Optional.of(text.substring(text.lastIndexOf(')') + 2).split(" "));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static String boot() {
        try {
            return Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip();
        } catch (IOException e) {
            return "";
        }
    }
}
