package cn.publiccredit.local.launch;

import cn.publiccredit.local.store.EmbeddedStore;
import cn.publiccredit.local.store.MongodProcess;
import cn.publiccredit.local.store.StoreChoice;
import cn.publiccredit.local.store.StoreProbe;
import cn.publiccredit.local.suite.Part;
import cn.publiccredit.local.suite.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The document store, whichever it is. */
final class StoreStart implements Startable {

    private final StoreChoice choice;
    private final int port;
    private final OwnImage image;
    private final Progress progress;
    private List<String> command = List.of();

    StoreStart(StoreChoice choice, int port, OwnImage image, Progress progress) {
        this.choice = choice;
        this.port = port;
        this.image = image;
        this.progress = progress;
    }

    /** What the applications connect to. */
    String uri() {
        return switch (choice) {
            case StoreChoice.Given given -> given.uri();
            case StoreChoice.Mongod _ -> MongodProcess.uri(port);
            // A server without transaction numbers cannot take a retried write twice for one.
            case StoreChoice.Embedded _ -> "mongodb://127.0.0.1:" + port + "/?retryWrites=false";
        };
    }

    /** Whether somebody else runs it. */
    boolean external() {
        return choice instanceof StoreChoice.Given;
    }

    @Override
    public Part part() {
        return Part.STORE;
    }

    @Override
    public void prepare() {
        command = switch (choice) {
            case StoreChoice.Given _ -> {
                progress.line("store", "使用 MONGODB_URI 指定的文档库 / using the store of MONGODB_URI");
                yield List.of();
            }
            case StoreChoice.Mongod mongod -> {
                progress.line("store", "使用 PATH 中的 mongod / using the mongod on the PATH: " + mongod.program());
                yield MongodProcess.command(mongod.program(), folder(mongod), port);
            }
            case StoreChoice.Embedded embedded -> {
                progress.line("store", "使用内嵌文档库，仅供演示 / using the embedded store, for demonstration only");
                yield image.command(EmbeddedStore.class, Part.STORE.heapMegabytes(), embedded.file().toString(),
                        String.valueOf(port));
            }
        };
    }

    private static Path folder(StoreChoice.Mongod mongod) {
        try {
            return Files.createDirectories(mongod.data());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<String> command() {
        return command;
    }

    @Override
    public Map<String, String> environment() {
        return Map.of();
    }

    @Override
    public boolean ready() {
        return switch (choice) {
            case StoreChoice.Mongod _ -> StoreProbe.initiated(port) && StoreProbe.answers(uri());
            case StoreChoice.Given _, StoreChoice.Embedded _ -> StoreProbe.answers(uri());
        };
    }

    @Override
    public String waitsFor() {
        return "文档库应答 / the store to answer";
    }
}
