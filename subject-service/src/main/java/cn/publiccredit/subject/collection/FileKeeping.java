package cn.publiccredit.subject.collection;

import cn.publiccredit.subject.SubjectProblem;
import cn.publiccredit.subject.collection.file.Inspection;
import cn.publiccredit.subject.collection.file.KeptBytes;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * Streams a file into the store, hashed and looked at on the way; of a hopeless one nothing is kept but hash and
 * length.
 */
@Component
class FileKeeping {

    private final KeptBytes bytes;
    private final CollectionSettings settings;

    FileKeeping(KeptBytes bytes, CollectionSettings settings) {
        this.bytes = bytes;
        this.settings = settings;
    }

    /** @throws cn.publiccredit.support.problem.Problem when it is too large or breaks off; pieces may be left then */
    BatchFile keep(String content, String name, InputStream file) {
        MessageDigest sha256 = sha256();
        Inspection inspection = new Inspection();
        byte[] piece = new byte[KeptBytes.PIECE];
        long length = 0;
        int pieces = 0;
        boolean kept = true;
        for (int read = fill(piece, file); read > 0; read = fill(piece, file)) {
            length += read;
            requireRoom(length);
            sha256.update(piece, 0, read);
            inspection.feed(piece, read);
            if (kept && inspection.isHopeless()) {
                kept = false;
                pieces = 0;
                bytes.delete(content);
            }
            if (kept) {
                bytes.put(content, pieces, piece, read);
                pieces++;
            }
        }
        Inspection.Finding finding = inspection.finish();
        if (finding.defect() != null && pieces > 0) {
            pieces = 0;
            bytes.delete(content);
        }
        return new BatchFile(name, length, HexFormat.of().formatHex(sha256.digest()), content, pieces,
                finding.encoding(), finding.defect(), finding.lineFeeds());
    }

    /** @throws cn.publiccredit.support.problem.Problem 413 when a file of this length is not taken */
    void requireRoom(long length) {
        if (length > settings.largestFile().toBytes()) {
            throw SubjectProblem.FILE_TOO_LARGE.with(described(settings.largestFile().toBytes()));
        }
    }

    private static int fill(byte[] piece, InputStream file) {
        try {
            return file.readNBytes(piece, 0, piece.length);
        } catch (IOException e) {
            throw SubjectProblem.UPLOAD_INCOMPLETE.with().because(e);
        }
    }

    private static String described(long bytes) {
        return bytes >= 1 << 20
                ? String.format(Locale.ROOT, "%d MB", bytes >> 20)
                : String.format(Locale.ROOT, "%d KB", bytes >> 10);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
