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
    private final boolean force;
    private final ReentrantReadWriteLock commands = new ReentrantReadWriteLock(true);
    private final ReentrantLock committing = new ReentrantLock();
    private final AtomicLong finished = new AtomicLong();
    private volatile long committed;

    /** @param force whether each commit also reaches the disk itself, so that it survives a loss of power */
    CommitGate(MVStore store, boolean force) {
        this.store = store;
        this.force = force;
    }

    /** Runs one command and returns its answer once everything it changed is in the file, also when it fails half-way. */
    <T> T write(Supplier<T> command) {
        long ticket;
        try {
            commands.readLock().lock();
            try {
                return command.get();
            } finally {
                commands.readLock().unlock();
            }
        } finally {
            ticket = finished.incrementAndGet();
            awaitCommit(ticket);
        }
    }

    /** Runs work on the store while no command is in flight, for example compaction. */
    void exclusively(Runnable work) {
        commands.writeLock().lock();
        try {
            work.run();
        } finally {
            commands.writeLock().unlock();
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
        exclusively(store::commit);
        if (force) {
            store.sync();
        }
        committed = upTo;
    }
}
