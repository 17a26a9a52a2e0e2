package cn.publiccredit.local;

import cn.publiccredit.local.launch.SuiteLauncher;
import java.util.Locale;
import java.util.Set;

/** {@code ./credit reset [--yes]}: asks before it deletes. */
final class ResetCommand {

    private static final Set<String> AGREEMENT = Set.of("y", "yes", "是");

    private ResetCommand() {}

    static int run(SuiteLauncher launcher, Arguments arguments, Console console) {
        if (!arguments.yes() && !agreed(console)) {
            console.plain("未作改动。 / Nothing changed.");
            return 1;
        }
        launcher.reset();
        console.plain("数据与密钥已删除，Keycloak 程序与启动缓存保留。 / Data and secrets are deleted; Keycloak's files and start-up caches stay.");
        return 0;
    }

    private static boolean agreed(Console console) {
        console.plain("将停止全部进程并删除全部数据，继续？ / Stops everything and deletes all data. Go on? [y/N]");
        String answer = System.console() == null ? "" : System.console().readLine();
        return answer != null && AGREEMENT.contains(answer.strip().toLowerCase(Locale.ROOT));
    }
}
