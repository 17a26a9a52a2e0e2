package cn.publiccredit.local.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreparationLockTests {

    @TempDir
    Path cache;

    @Test
    void aSecondPreparationOfThePartWaitsForTheFirst() throws Exception {
        AtomicBoolean prepared = new AtomicBoolean();
        AtomicBoolean found = new AtomicBoolean();
        CountDownLatch about = new CountDownLatch(1);
        Thread second;
        try (PreparationLock _ = PreparationLock.of(cache, "keycloak")) {
            second = Thread.ofVirtual().start(() -> {
                about.countDown();
                try (PreparationLock _ = PreparationLock.of(cache, "keycloak")) {
                    found.set(prepared.get());
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            about.await();
            prepared.set(true);
        }
        second.join();
        assertThat(found).isTrue();
    }

    @Test
    void partsAreLockedSinglyAndTheFileIsHeldAgainstOtherProcesses() throws Exception {
        try (PreparationLock _ = PreparationLock.of(cache, "keycloak"); PreparationLock _ = PreparationLock.of(cache, "store");
                FileChannel other = FileChannel.open(cache.resolve("keycloak.lock"), StandardOpenOption.WRITE)) {
            assertThatThrownBy(other::tryLock).isInstanceOf(OverlappingFileLockException.class);
        }
        try (FileChannel other = FileChannel.open(cache.resolve("keycloak.lock"), StandardOpenOption.WRITE)) {
            assertThat(other.tryLock()).as("free afterwards").isNotNull();
        }
    }
}
