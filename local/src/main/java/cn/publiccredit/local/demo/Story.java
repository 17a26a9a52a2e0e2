package cn.publiccredit.local.demo;

import java.io.PrintStream;

/** Tells the story: one sentence a step, Chinese first, English beneath. */
final class Story {

    private final PrintStream out;
    private int step;

    Story(PrintStream out) {
        this.out = out;
    }

    void tell(String zh, String en) {
        step++;
        out.println("%2d  %s%n    %s".formatted(step, zh, en));
    }

    void detail(String text) {
        text.lines().forEach(line -> out.println("      · " + line));
    }

    void plain(String text) {
        out.println(text);
    }
}
