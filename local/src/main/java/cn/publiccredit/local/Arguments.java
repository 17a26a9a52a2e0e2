package cn.publiccredit.local;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a person typed behind {@code ./credit}. */
record Arguments(Command command, List<String> names, int portOffset, boolean yes, boolean follow) {

    enum Command { UP, DOWN, STATUS, LOGS, RESET, DEMO, SAMPLES, HELP }

    private static final String HELP = """
            用法 / usage: ./credit 命令 / command

              up [--port-offset N]   启动全部（首次会先构建） / start everything, building first what is not built
              down                   停止全部，数据保留 / stop everything, data stay
              status                 各进程状态、端口、内存 / processes, ports, memory
              logs 进程 [-f]         查看日志 / a process's log, -f follows it
              demo                   演示一条主线 / play the main story through the gateway
              samples                装入样例数据 / load the sample data
              reset [--yes]          停止并删除全部数据 / stop and delete all data

              CREDIT_HOME            运行目录，缺省 .credit / where everything of a run lives
              CREDIT_…_PORT          各进程端口 / a part's port, for example CREDIT_GATEWAY_PORT
              MONGODB_URI            使用已有文档库 / a document store of your own
            """;

    /** @throws IllegalArgumentException with a message for the person when this is no command */
    static Arguments parse(List<String> args) {
        List<String> names = new ArrayList<>();
        int offset = 0;
        boolean yes = false;
        boolean follow = false;
        for (int i = 1; i < args.size(); i++) {
            switch (args.get(i)) {
                case "--yes", "-y" -> yes = true;
                case "-f", "--follow" -> follow = true;
                case "--port-offset" -> {
                    offset = number(args, i + 1);
                    i++;
                }
                case String name -> names.add(name);
            }
        }
        return new Arguments(command(args), List.copyOf(names), offset, yes, follow);
    }

    static int help(PrintStream out) {
        out.print(HELP);
        return 0;
    }

    private static Command command(List<String> args) {
        String word = args.isEmpty() ? "help" : args.getFirst().replaceFirst("^-+", "").toUpperCase(Locale.ROOT);
        for (Command command : Command.values()) {
            if (command.name().equalsIgnoreCase(word)) {
                return command;
            }
        }
        throw new IllegalArgumentException("没有这个命令 / no such command: " + args.getFirst() + "\n\n" + HELP);
    }

    private static int number(List<String> args, int at) {
        if (at < args.size() && args.get(at).matches("\\d{1,5}")) {
            return Integer.parseInt(args.get(at));
        }
        throw new IllegalArgumentException("--port-offset 后需要一个数 / needs a number behind it");
    }
}
