package cn.publiccredit.local;

import cn.publiccredit.local.suite.Progress;
import java.io.PrintStream;
import java.util.Locale;

/** Progress on a terminal: seconds since the beginning, what it is about, what happens. */
final class Console implements Progress {

    private final PrintStream out;
    private final long begun = System.nanoTime();

    Console(PrintStream out) {
        this.out = out;
    }

    @Override
    public synchronized void line(String what, String text) {
        out.printf(Locale.ROOT, "[%6.1fs] %-16s %s%n", (System.nanoTime() - begun) / 1e9, what, text);
    }

    synchronized void plain(String text) {
        out.println(text);
    }
}
