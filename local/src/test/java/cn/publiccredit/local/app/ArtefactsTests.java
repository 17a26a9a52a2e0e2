package cn.publiccredit.local.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArtefactsTests {

    @TempDir
    Path root;

    @BeforeEach
    void twoModulesAndALibrary() throws IOException {
        at(1, "pom.xml");
        at(1, "service-support/src/main/Shared.java");
        at(2, "one/src/main/One.java");
        at(2, "two/src/main/Two.java");
        at(3, "one/target/one.jar");
        at(3, "two/target/two.jar");
    }

    @Test
    void whatIsNewerThanItsSourcesIsNotBuilt() {
        assertThat(stale()).isEmpty();
    }

    @Test
    void aChangedSourceMakesItsModuleStale() throws IOException {
        at(4, "two/src/main/Two.java");

        assertThat(stale()).containsExactly("two");
    }

    @Test
    void aMissingArtefactIsStale() throws IOException {
        Files.delete(root.resolve("one/target/one.jar"));

        assertThat(stale()).containsExactly("one");
    }

    @Test
    void aChangeOfTheSharedLibraryMakesAllStale() throws IOException {
        at(4, "service-support/src/main/Shared.java");

        assertThat(stale()).containsExactly("one", "two");
    }

    @Test
    void aBuildThatLeftAJarUntouchedStillCounts() throws IOException {
        at(4, "two/src/main/Two.java");
        at(5, "stamp");

        assertThat(stale()).isEmpty();
    }

    private List<String> stale() {
        return new Artefacts(root, "target", root.resolve("stamp"), List.of("one", "two")).stale();
    }

    /** Folders get the oldest time: creating a file in one of them must not count as a change here. */
    private void at(int second, String file) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, file);
        Files.setLastModifiedTime(path, FileTime.fromMillis(second * 1_000L));
        try (Stream<Path> tree = Files.walk(root)) {
            for (Path folder : tree.filter(Files::isDirectory).toList()) {
                Files.setLastModifiedTime(folder, FileTime.fromMillis(0));
            }
        }
    }
}
