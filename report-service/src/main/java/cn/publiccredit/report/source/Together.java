package cn.publiccredit.report.source;

import io.micrometer.context.ContextExecutorService;
import io.micrometer.context.ContextSnapshotFactory;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.security.concurrent.DelegatingSecurityContextExecutorService;

/**
 * Questions asked at the same time, each on a virtual thread with the asker's identity and trace; none outlives the block that
 * asked them. (The platform's own structured scopes are still a preview in Java 25.)
 */
public final class Together implements AutoCloseable {

    private final ExecutorService threads;

    public Together() {
        this.threads = new DelegatingSecurityContextExecutorService(ContextExecutorService.wrap(
                Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("gather-", 0).factory()),
                ContextSnapshotFactory.builder().build()));
    }

    public <T> Future<T> ask(Callable<T> question) {
        return threads.submit(question);
    }

    /** Waits for every answer, or stops all that are still asked when the asker is interrupted. */
    @Override
    public void close() {
        threads.close();
    }
}
