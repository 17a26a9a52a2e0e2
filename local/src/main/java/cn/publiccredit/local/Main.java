package cn.publiccredit.local;

import cn.publiccredit.local.demo.Demo;
import cn.publiccredit.local.launch.PartStatus;
import cn.publiccredit.local.launch.SuiteLauncher;
import cn.publiccredit.local.launch.SuiteOptions;
import cn.publiccredit.local.suite.Suite;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToIntFunction;

/** The commands of {@code ./credit}. Exit codes: 0 done, 1 failed, 2 refused before anything was done. */
public final class Main {

    private Main() {}

    /** Runs one command in the checkout that the system property {@code credit.root} names. */
    public static void main(String[] args) throws InterruptedException {
        System.exit(run(List.of(args)));
    }

    private static int run(List<String> args) throws InterruptedException {
        Arguments arguments;
        try {
            arguments = Arguments.parse(args);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            return 2;
        }
        Console console = new Console(System.out);
        Path root = Path.of(System.getProperty("credit.root", "."));
        SuiteOptions options = SuiteOptions.of(root, System.getenv(), arguments.portOffset());
        SuiteLauncher launcher = new SuiteLauncher(options, console);
        return switch (arguments.command()) {
            case UP -> new UpCommand(launcher, options, console).run();
            case DOWN -> DownCommand.run(launcher, console);
            case STATUS -> StatusCommand.run(launcher, System.out);
            case LOGS -> LogsCommand.run(launcher, arguments);
            case RESET -> ResetCommand.run(launcher, arguments, console);
            case DEMO -> onRunning(launcher, console,
                    suite -> Demo.play(suite, Path.of("credit-demo").toAbsolutePath(), System.out));
            case SAMPLES -> onRunning(launcher, console, suite -> SampleData.load(suite, console));
            case HELP -> Arguments.help(System.out);
        };
    }

    private static int onRunning(SuiteLauncher launcher, Console console, ToIntFunction<Suite> work) {
        if (launcher.status().stream().allMatch(part -> part.state() == PartStatus.State.READY
                || part.state() == PartStatus.State.EXTERNAL)) {
            return work.applyAsInt(launcher.suite());
        }
        console.plain("平台没有全部就绪，先运行 ./credit up / The suite is not all ready; run ./credit up first.");
        return 2;
    }
}
