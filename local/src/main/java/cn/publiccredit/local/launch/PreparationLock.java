package cn.publiccredit.local.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLockInterruptionException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One preparation of a part at a time among all suites that share a cache, in this process and in others: the second finds done
 * what the first did. Released by the system whatever happens.
 */
final class PreparationLock implements AutoCloseable {

    /** A file lock belongs to a process, so threads need one of their own. */
    private static final ConcurrentMap<Path, ReentrantLock> HERE = new ConcurrentHashMap<>();

    private final FileChannel channel;
    private final ReentrantLock here;

    private PreparationLock(FileChannel channel, ReentrantLock here) {
        this.channel = channel;
        this.here = here;
    }

    /** Waits until nobody else prepares this part in this folder. */
    static PreparationLock of(Path folder, String part) throws InterruptedException {
        Path file = folder.resolve(part + ".lock").toAbsolutePath().normalize();
        ReentrantLock here = HERE.computeIfAbsent(file, path -> new ReentrantLock());
        here.lockInterruptibly();
        try {
            return new PreparationLock(locked(file), here);
        } catch (FileLockInterruptionException e) {
            here.unlock();
            throw new InterruptedException(file + " was waited for");
        } catch (IOException e) {
            here.unlock();
            throw new UncheckedIOException(e);
        }
    }

    private static FileChannel locked(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            channel.lock();
            return channel;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            here.unlock();
        }
    }
}
