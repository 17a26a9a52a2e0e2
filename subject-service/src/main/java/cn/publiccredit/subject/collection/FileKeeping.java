package cn.publiccredit.subject.collection;

import cn.publiccredit.subject.SubjectProblem;
import cn.publiccredit.subject.collection.file.KeptBytes;
import cn.publiccredit.subject.collection.reading.FileInspection;
import java.io.IOException;
import java.io.InputStream;
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
        KeepingStream incoming = new KeepingStream(file, bytes, content, this::requireRoom);
        FileInspection.Finding finding = look(incoming);
        if (finding.defect() != null) {
            incoming.discard();
        }
        incoming.drain();
        return new BatchFile(name, incoming.length(), incoming.hash(), content, incoming.pieces(), finding.format(),
                finding.gzip(), finding.encoding(), finding.defect(), finding.defectLine(),
                finding.lineFeeds());
    }

    private FileInspection.Finding look(KeepingStream incoming) {
        try {
            return new FileInspection(settings.inflation(), incoming::length).of(incoming);
        } catch (IOException e) {
            throw SubjectProblem.UPLOAD_INCOMPLETE.with().because(e);
        }
    }

    /** @throws cn.publiccredit.support.problem.Problem 413 when a file of this length is not taken */
    void requireRoom(long length) {
        if (length > settings.largestFile().toBytes()) {
            throw SubjectProblem.FILE_TOO_LARGE.with(described(settings.largestFile().toBytes()));
        }
    }

    private static String described(long bytes) {
        return bytes >= 1 << 20
                ? String.format(Locale.ROOT, "%d MB", bytes >> 20)
                : String.format(Locale.ROOT, "%d KB", bytes >> 10);
    }
}
