package cn.publiccredit.report.source;

import cn.publiccredit.support.peer.PeerCalls;
import java.util.function.Supplier;

/** On whose account another service is asked; it decides there what may be seen. */
public enum Account {
    /** The current caller's: his token is relayed, so that his rights are what the owners of the data say. */
    CALLER {
        @Override
        <T> T call(PeerCalls calls, String operation, Supplier<T> remote) {
            return calls.call(operation, remote);
        }
    },
    /** This service's own. */
    SERVICE {
        @Override
        <T> T call(PeerCalls calls, String operation, Supplier<T> remote) {
            return calls.callAsService(operation, remote);
        }
    };

    abstract <T> T call(PeerCalls calls, String operation, Supplier<T> remote);
}
