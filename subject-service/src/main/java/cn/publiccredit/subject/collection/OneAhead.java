package cn.publiccredit.subject.collection;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * Gets the next one while its user is at work with the last one: reading a file costs processor time, writing its rows is
 * mostly waiting for the store.
 */
final class OneAhead<T> implements AutoCloseable {

    private final Source<T> source;
    private FutureTask<@Nullable T> coming;

    OneAhead(Source<T> source) {
        this.source = source;
        this.coming = begun();
    }

    /** Where they come from; asked by one thread at a time. */
    @FunctionalInterface
    interface Source<T> {

        /** The next one; null when there is none left. */
        @Nullable T next() throws IOException;
    }

    /**
     * The next one; null when there is none left.
     *
     * @throws IOException as the source has thrown it
     */
    @Nullable T next() throws IOException {
        T next = await();
        if (next != null) {
            coming = begun();
        }
        return next;
    }

    private @Nullable T await() throws IOException {
        try {
            return coming.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Interrupted(e);
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException io -> throw io;
                case RuntimeException unexpected -> throw unexpected;
                case Error error -> throw error;
                case null, default -> throw new IllegalStateException(e);
            }
        }
    }

    /** Waits until nobody reads from the source any more, so that it can be closed. */
    @Override
    public void close() {
        boolean interrupted = false;
        while (!coming.isDone()) {
            try {
                coming.get();
            } catch (InterruptedException _) {
                interrupted = true;
            } catch (ExecutionException _) {
                // It belongs to what nobody wants any more.
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private FutureTask<@Nullable T> begun() {
        FutureTask<@Nullable T> task = new FutureTask<>(source::next);
        Thread.ofVirtual().name("reading-ahead").start(task);
        return task;
    }

    /** The worker was told to stop. */
    private static final class Interrupted extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Interrupted(InterruptedException cause) {
            super("interrupted while a file was read", cause);
        }
    }
}
