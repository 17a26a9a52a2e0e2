package cn.publiccredit.local.launch;

import static org.assertj.core.api.Assertions.assertThat;

import cn.publiccredit.local.process.Child;
import cn.publiccredit.local.process.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OldImagesTests {

    @TempDir
    Path images;

    @Test
    void anImageGoesOnceItsApplicationRunsFromANewerOne() throws IOException {
        Path used = image("portal-0123456789ab");
        Path old = image("portal-ba9876543210");
        Path stopped = image("gateway-0123456789ab");
        Path other = image("unpacking123");
        Processes processes = new Processes(images.resolve("run"));
        Child running = processes.start("portal",
                List.of("tail", "-f", "/dev/null", used.resolve("portal.jar").toString()), Map.of(), images,
                images.resolve("portal.log"));
        try {
            new OldImages(images, processes).delete();

            assertThat(old).doesNotExist();
            assertThat(used).exists();
            assertThat(stopped).exists();
            assertThat(other).exists();
        } finally {
            running.kill();
        }
    }

    private Path image(String name) throws IOException {
        Path folder = Files.createDirectories(images.resolve(name).resolve("lib"));
        Files.createFile(folder.resolveSibling("portal.jar"));
        return images.resolve(name);
    }
}
