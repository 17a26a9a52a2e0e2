package cn.publiccredit.local;

import cn.publiccredit.local.launch.SuiteLauncher;
import cn.publiccredit.local.launch.SuiteOptions;
import cn.publiccredit.local.launch.UpOutcome;
import cn.publiccredit.local.preflight.Finding;
import cn.publiccredit.local.suite.Suite;
import java.util.concurrent.atomic.AtomicBoolean;

/** {@code ./credit up}: everything running, sample data in it, and a person told how to go on. */
record UpCommand(SuiteLauncher launcher, SuiteOptions options, Console console) {

    int run() throws InterruptedException {
        AtomicBoolean settled = new AtomicBoolean();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> callOff(settled), "call-off"));
        UpOutcome outcome = launcher.up();
        int code = switch (outcome) {
            case UpOutcome.Started started -> started(started.suite());
            case UpOutcome.AlreadyRunning running -> {
                console.plain("已在运行，未作改动。 / Already running, nothing changed.");
                Welcome.print(running.suite(), launcher, console);
                yield 0;
            }
            case UpOutcome.Refused refused -> refused(refused);
            case UpOutcome.Failed failed -> failed(failed);
        };
        settled.set(true);
        return code;
    }

    /** Ctrl-C or a signal in the middle: nothing may stay behind. */
    private void callOff(AtomicBoolean settled) {
        if (!settled.get()) {
            console.plain("已中断，正在停止已启动的进程 / interrupted, stopping what was started");
            launcher.takeBack();
        }
    }

    private int started(Suite suite) {
        int code = SampleData.loadOnce(suite, console);
        Welcome.print(suite, launcher, console);
        return code;
    }

    private int refused(UpOutcome.Refused refused) {
        console.plain("尚不能启动，什么都没有启动： / Not started, nothing was touched:");
        for (Finding finding : refused.findings()) {
            console.plain(finding.text());
        }
        return 2;
    }

    private int failed(UpOutcome.Failed failed) {
        console.plain("✗ " + failed.part() + "：" + failed.reason());
        failed.lastLines().forEach(line -> console.plain("  | " + line));
        console.plain("已停止本次启动的全部进程。 / Everything started by this command has been stopped.");
        if (!failed.lastLines().isEmpty()) {
            console.plain("完整日志 / whole log: " + launcher.log(failed.part()));
        }
        return 1;
    }
}
