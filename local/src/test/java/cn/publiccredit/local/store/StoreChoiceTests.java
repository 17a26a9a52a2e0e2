package cn.publiccredit.local.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreChoiceTests {

    @TempDir
    Path folder;

    @Test
    void aGivenStoreComesBeforeEverything() throws IOException {
        assertThat(StoreChoice.of(Map.of("MONGODB_URI", "mongodb://db/"), pathWithMongod(), folder))
                .isEqualTo(new StoreChoice.Given("mongodb://db/"));
    }

    @Test
    void aMongodOnThePathComesBeforeTheEmbeddedStore() throws IOException {
        assertThat(StoreChoice.of(Map.of("MONGODB_URI", " "), pathWithMongod(), folder))
                .isInstanceOf(StoreChoice.Mongod.class);
    }

    @Test
    void withNeitherTheEmbeddedStoreIsUsed() {
        assertThat(StoreChoice.of(Map.of(), "/nowhere", folder)).isInstanceOf(StoreChoice.Embedded.class);
    }

    @Test
    void installingMongoLaterDoesNotHideWhatTheEmbeddedStoreHolds() throws IOException {
        Files.createDirectories(folder.resolve("store"));
        Files.createFile(folder.resolve("store/credit.mv"));

        assertThat(StoreChoice.of(Map.of(), pathWithMongod(), folder)).isInstanceOf(StoreChoice.Embedded.class);
    }

    private String pathWithMongod() throws IOException {
        Path bin = Files.createDirectories(folder.resolve("bin"));
        Path program = bin.resolve("mongod");
        if (!Files.exists(program)) {
            Files.createFile(program);
        }
        assertThat(program.toFile().setExecutable(true)).isTrue();
        return "/nowhere:" + bin;
    }
}
