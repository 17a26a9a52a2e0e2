package cn.publiccredit.acceptance.kubernetes;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Assumptions;

/** An overlay as {@code kubectl kustomize} builds it; tests are skipped, loudly, where there is no kubectl. */
final class Overlay {

    private static final Path FOLDER = Path.of("..", "k8s", "overlays");
    private static final Map<String, List<HasMetadata>> BUILT = new ConcurrentHashMap<>();

    private Overlay() {}

    static List<HasMetadata> built(String name) {
        Assumptions.assumeTrue(hasKubectl(),
                "SKIPPED: no kubectl on the PATH, so the Kubernetes files are not checked / 未安装 kubectl，跳过 Kubernetes 配置检查");
        return BUILT.computeIfAbsent(name, n -> parse(kustomize(n)));
    }

    private static List<HasMetadata> parse(String yaml) {
        Object all = new KubernetesSerialization().unmarshal(
                new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
        return ((Collection<?>) all).stream().map(HasMetadata.class::cast).toList();
    }

    private static boolean hasKubectl() {
        try {
            return new ProcessBuilder("kubectl", "version", "--client").redirectErrorStream(true).start().waitFor() == 0;
        } catch (IOException notThere) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static String kustomize(String name) {
        try {
            Process process = new ProcessBuilder("kubectl", "kustomize", FOLDER.resolve(name).toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT).start();
            String yaml = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new AssertionError("kubectl kustomize " + name + " failed");
            }
            return yaml;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
