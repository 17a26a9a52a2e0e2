package cn.publiccredit.local;

import cn.publiccredit.local.launch.SuiteLauncher;

/** {@code ./credit down}. */
final class DownCommand {

    private DownCommand() {}

    static int run(SuiteLauncher launcher, Console console) {
        boolean any = launcher.status().stream().anyMatch(part -> part.child().isPresent());
        launcher.down();
        console.plain(any
                ? "已停止，数据保留在 .credit/data。 / Stopped; the data stay."
                : "没有在运行的进程。 / Nothing was running.");
        return 0;
    }
}
