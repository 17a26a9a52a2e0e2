package cn.publiccredit.local.store;

import java.nio.file.Path;
import java.util.List;

/** A mongod as a replica set of one, so that drivers write with majority and retry as in production. */
public final class MongodProcess {

    static final String REPLICA_SET = "rs0";

    private MongodProcess() {}

    /** The command that serves this folder. */
    public static List<String> command(Path program, Path data, int port) {
        return List.of(program.toString(), "--dbpath", data.toString(), "--port", String.valueOf(port),
                "--bind_ip", "127.0.0.1", "--replSet", REPLICA_SET, "--wiredTigerCacheSizeGB", "0.25");
    }

    /** The connection string that the applications get. */
    public static String uri(int port) {
        return "mongodb://127.0.0.1:" + port + "/?replicaSet=" + REPLICA_SET;
    }
}
