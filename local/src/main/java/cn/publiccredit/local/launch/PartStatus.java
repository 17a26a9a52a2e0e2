package cn.publiccredit.local.launch;

import cn.publiccredit.local.process.Child;
import cn.publiccredit.local.suite.Part;
import java.time.Duration;
import java.util.Optional;

/**
 * What is known about one part.
 *
 * @param child its process, empty when none is alive
 */
public record PartStatus(Part part, State state, int port, Optional<Child> child, Duration uptime) {

    /** What a part may be doing. */
    public enum State {
        READY("运行 / ready"), STARTING("未就绪 / not ready"), DIED("已退出 / died"), STOPPED("停止 / stopped"),
        EXTERNAL("外部 / external");

        private final String text;

        State(String text) {
            this.text = text;
        }

        /** The state as a person reads it. */
        public String text() {
            return text;
        }
    }

    /** RAM in MB; 0 when the part has no process or the system does not tell. */
    public long residentMegabytes() {
        return child.map(process -> process.residentBytes().orElse(0L) >> 20).orElse(0L);
    }
}
