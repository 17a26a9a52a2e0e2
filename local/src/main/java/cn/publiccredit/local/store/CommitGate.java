package cn.publiccredit.local.store;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.h2.mvstore.MVStore;

/**
 * Lets writes run side by side and commits them together, never in the middle of one: what H2 stores is always the state
 * between two commands. The store's own automatic commits must be off.
 */
final class CommitGate {

    private final MVStore store;
    private final ReentrantReadWriteLock commands = new ReentrantReadWriteLock(true);
    private final ReentrantLock committing = new ReentrantLock();
    private final AtomicLong finished = new AtomicLong();
    private volatile long committed;

    CommitGate(MVStore store) {
        this.store = store;
    }

    /** Runs one command and returns its answer once everything it changed is on disk, also when it fails half-way. */
    <T> T write(Supplier<T> command) {
        try {
            commands.readLock().lock();
            try {
                return command.get();
            } finally {
                commands.readLock().unlock();
            }
        } finally {
            awaitCommit(finished.incrementAndGet());
        }
    }

    private void awaitCommit(long ticket) {
        if (committed >= ticket) {
            return;
        }
        committing.lock();
        try {
            if (committed < ticket) {
                commit();
            }
        } finally {
            committing.unlock();
        }
    }

    private void commit() {
        long upTo = finished.get();
        commands.writeLock().lock();
        try {
            store.commit();
        } finally {
            commands.writeLock().unlock();
        }
        // To the disk itself, so that a loss of power keeps it too: 1 to 2 ms, shared by all that wait.
        store.sync();
        committed = upTo;
    }
}
