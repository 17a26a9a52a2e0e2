package cn.publiccredit.local.launch;

import static org.assertj.core.api.Assertions.assertThat;

import cn.publiccredit.local.suite.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTests {

    @TempDir
    Path folder;

    @Test
    void secretsAreMadeOnceAndOnlyTheirUserReadsThem() throws IOException {
        Secrets first = Secrets.in(folder.resolve("secrets"));
        Secrets second = Secrets.in(folder.resolve("secrets"));

        assertThat(second.client(Part.PORTAL)).isEqualTo(first.client(Part.PORTAL)).isNotEqualTo(first.client(Part.REPORT));
        assertThat(Base64.getDecoder().decode(first.fieldKey())).hasSize(32);
        assertThat(first.fieldKey()).isEqualTo(second.fieldKey()).isNotEqualTo(first.lookupKey());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(Secrets.file(folder.resolve("secrets")))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(first.sealKeys()))).isEqualTo("rwx------");
    }
}
