package cn.publiccredit.subject.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class OneAheadTests {

    @Test
    void theyComeInTheirOrderAndEnd() throws IOException {
        Iterator<String> source = List.of("a", "b").iterator();
        try (OneAhead<String> ahead = new OneAhead<>(() -> source.hasNext() ? source.next() : null)) {
            assertThat(ahead.next()).isEqualTo("a");
            assertThat(ahead.next()).isEqualTo("b");
            assertThat(ahead.next()).isNull();
            assertThat(ahead.next()).isNull();
        }
    }

    @Test
    void theNextOneIsReadWhileTheUserIsAtWork() throws Exception {
        CountDownLatch second = new CountDownLatch(2);
        try (OneAhead<String> ahead = new OneAhead<>(() -> {
            second.countDown();
            return "a";
        })) {
            ahead.next();
            assertThat(second.await(10, TimeUnit.SECONDS)).as("the second one was asked for").isTrue();
        }
    }

    @Test
    void whatBreaksBreaksAtItsPlace() throws IOException {
        Iterator<String> source = List.of("a", "b").iterator();
        try (OneAhead<String> ahead = new OneAhead<>(() -> {
            if (!source.hasNext()) {
                throw new IOException("torn");
            }
            return source.next();
        })) {
            assertThat(ahead.next()).isEqualTo("a");
            assertThat(ahead.next()).isEqualTo("b");
            assertThatThrownBy(ahead::next).isInstanceOf(IOException.class).hasMessage("torn");
        }
    }

    @Test
    void nobodyReadsAnyMoreOnceItIsClosed() throws Exception {
        CountDownLatch goOn = new CountDownLatch(1);
        AtomicBoolean reading = new AtomicBoolean();
        AtomicBoolean readAfterwards = new AtomicBoolean();
        OneAhead<String> ahead = new OneAhead<>(() -> {
            reading.set(true);
            awaited(goOn);
            reading.set(false);
            return "a";
        });
        Awaitility.await().untilTrue(reading);
        Thread closing = Thread.ofPlatform().start(() -> {
            ahead.close();
            readAfterwards.set(reading.get());
        });
        Awaitility.await().until(() -> closing.getState() == Thread.State.WAITING);
        goOn.countDown();

        assertThat(closing.join(Duration.ofSeconds(10))).isTrue();
        assertThat(readAfterwards).isFalse();
    }

    private static void awaited(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
