package cn.publiccredit.subject.collection.file;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a file, whatever its format. Read from the start again, it gives the same rows with the same numbers: so
 * work goes on at any row.
 */
public interface RowSource extends Closeable {

    /**
     * The next row, blank ones included; the first one holds the titles.
     *
     * @return null at the end
     * @throws UnreadableFile when the rest cannot be read
     */
    @Nullable Row next() throws IOException;

    /** How many other tables the file has that nobody reads; sheets, that is. */
    default int others() {
        return 0;
    }

    /** How many groups of merged cells there are below the titles; known when the last row was read. */
    default int merged() {
        return 0;
    }

    /** Whether numbers that stand for days count from 1904. */
    default boolean from1904() {
        return false;
    }
}
