package cn.publiccredit.subject.consent;

import java.util.Arrays;
import java.util.Optional;

/** What a signed file may be, told by its first bytes: what the sender calls it does not count. */
enum PaperType {
    PDF("application/pdf", new byte[] {'%', 'P', 'D', 'F', '-'}),
    JPEG("image/jpeg", new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF}),
    PNG("image/png", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A});

    private final String mediaType;
    private final byte[] beginning;

    PaperType(String mediaType, byte[] beginning) {
        this.mediaType = mediaType;
        this.beginning = beginning;
    }

    String mediaType() {
        return mediaType;
    }

    static Optional<PaperType> of(byte[] bytes) {
        return Arrays.stream(values())
                .filter(type -> bytes.length > type.beginning.length
                        && Arrays.equals(bytes, 0, type.beginning.length, type.beginning, 0, type.beginning.length))
                .findFirst();
    }
}
