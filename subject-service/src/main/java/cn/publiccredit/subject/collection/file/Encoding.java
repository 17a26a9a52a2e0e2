package cn.publiccredit.subject.collection.file;

import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The character encodings that are read and written. */
public enum Encoding {
    UTF_8("UTF-8", StandardCharsets.UTF_8),
    GB18030("GB18030", Charset.forName("GB18030"));

    private final String label;
    private final Charset charset;

    Encoding(String label, Charset charset) {
        this.label = label;
        this.charset = charset;
    }

    /** The encoding of this name, letter case forgiven. */
    public static Optional<Encoding> named(String name) {
        return Arrays.stream(values()).filter(e -> e.label.equalsIgnoreCase(name.strip())).findFirst();
    }

    public String label() {
        return label;
    }

    public Charset charset() {
        return charset;
    }

    /** A decoder that refuses what does not belong, rather than replacing it. */
    public CharsetDecoder strictDecoder() {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }
}
