package cn.publiccredit.portal.rulebook;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A piece of the catalogue that pages take names from.
 *
 * @param kind as in the catalogue's paths, such as {@code items}
 * @param code null for the list of all of the kind
 */
record Book(String kind, @Nullable String code) {

    private static final String ENDING = ".json";

    static Book all(String kind) {
        return new Book(kind, null);
    }

    static Book of(String kind, String code) {
        return new Book(kind, code);
    }

    /** A name for a file, whatever the code is made of. */
    String fileName() {
        return kind + (code == null ? "" : "@" + URLEncoder.encode(code, StandardCharsets.UTF_8)) + ENDING;
    }

    /** The book that a file is named after; empty when it is none. */
    static Optional<Book> ofFile(String name) {
        if (!name.endsWith(ENDING)) {
            return Optional.empty();
        }
        String[] parts = name.substring(0, name.length() - ENDING.length()).split("@", 2);
        return Optional.of(new Book(parts[0], parts.length == 1 ? null : URLDecoder.decode(parts[1], StandardCharsets.UTF_8)));
    }
}
