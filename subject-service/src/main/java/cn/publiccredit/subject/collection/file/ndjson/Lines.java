package cn.publiccredit.subject.collection.file.ndjson;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/** Lines of a text, each held up to a bound only. */
final class Lines implements Closeable {

    private final Reader source;
    private final int longest;
    private final char[] buffer = new char[1 << 14];
    private final StringBuilder line = new StringBuilder();
    private int position;
    private int end;
    private boolean first = true;
    private boolean cut;

    Lines(Reader source, int longest) {
        this.source = source;
        this.longest = longest;
    }

    /** The next line without its end; null behind the last one. */
    @Nullable String next() throws IOException {
        line.setLength(0);
        cut = false;
        boolean any = false;
        while (position < end || fill()) {
            any = true;
            char c = buffer[position++];
            if (c == '\n') {
                return text();
            }
            if (line.length() < longest) {
                line.append(c);
            } else {
                cut = true;
            }
        }
        return any ? text() : null;
    }

    /** Whether the last line was longer than what was given out of it. */
    boolean isCut() {
        return cut;
    }

    private String text() {
        String text = line.toString();
        boolean marked = first && text.startsWith("\uFEFF");
        first = false;
        return marked ? text.substring(1) : text;
    }

    private boolean fill() throws IOException {
        int read = source.read(buffer, 0, buffer.length);
        position = 0;
        end = Math.max(read, 0);
        return read > 0;
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
