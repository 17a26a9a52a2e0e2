package cn.publiccredit.local.store;

import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import java.util.Locale;
import java.util.Set;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;

/**
 * The H2 backend made to keep the services' promise: a write is answered only when it is in the file, and the file never
 * holds half of a command (a unique index without its document).
 */
final class DurableBackend extends H2Backend {

    private static final Set<String> READS = Set.of("find", "count", "distinct", "getmore", "killcursors", "listcollections",
            "listindexes", "listdatabases", "collstats", "dbstats", "validate", "ismaster", "hello", "buildinfo", "ping",
            "serverstatus", "getlasterror", "endsessions", "whatsmyuri", "connectionstatus", "hostinfo", "getparameter");

    private final CommitGate gate;

    private DurableBackend(MVStore store) {
        super(store);
        this.gate = new CommitGate(store);
    }

    /** The backend over a store whose own commits are off. */
    static DurableBackend over(MVStore store) {
        return new DurableBackend(store);
    }

    @Override
    public Document handleCommand(@Nullable Channel channel, String database, String command, Document query) {
        String name = command.toLowerCase(Locale.ROOT);
        if (name.equals("hello")) {
            return hello(channel, database, query);
        }
        if (isRead(name, query)) {
            return super.handleCommand(channel, database, command, query);
        }
        return gate.write(() -> super.handleCommand(channel, database, command, query));
    }

    /** The library knows only the older name; Spring Boot's health check asks by this one. */
    private Document hello(@Nullable Channel channel, String database, Document query) {
        Document answer = super.handleCommand(channel, database, "ismaster", query);
        answer.put("isWritablePrimary", true);
        return answer;
    }

    private static boolean isRead(String name, Document query) {
        if (name.equals("aggregate")) {
            String pipeline = String.valueOf(query.get("pipeline"));
            return !pipeline.contains("$out") && !pipeline.contains("$merge");
        }
        return READS.contains(name);
    }
}
