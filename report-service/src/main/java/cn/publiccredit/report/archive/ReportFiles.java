package cn.publiccredit.report.archive;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Objects;
import org.bson.Document;
import org.bson.types.Binary;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/**
 * The collection {@code files}: bytes by their SHA-256, in parts below the store's limit for a document.
 *
 * <p>Writing the same bytes again changes nothing, so a writer that was killed halfway is simply run again.
 */
@Component
class ReportFiles {

    private static final Logger log = LoggerFactory.getLogger(ReportFiles.class);
    private static final String FILES = "files";
    private static final int PART = 4 * 1024 * 1024;

    private final MongoTemplate mongo;

    ReportFiles(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** Durably there when this returns. */
    StoredFile put(byte[] bytes) {
        String hash = Sha256.hex(bytes);
        int parts = Math.max(1, Math.ceilDiv(bytes.length, PART));
        for (int i = 0; i < parts; i++) {
            byte[] part = Arrays.copyOfRange(bytes, i * PART, Math.min(bytes.length, (i + 1) * PART));
            try {
                mongo.insert(new Document("_id", id(hash, i)).append("bytes", new Binary(part)), FILES);
            } catch (DuplicateKeyException thereAlready) {
                log.debug("part {} of file {} is there already", i, hash);
            }
        }
        return new StoredFile(hash, bytes.length, parts);
    }

    void copy(StoredFile file, OutputStream to) throws IOException {
        for (int i = 0; i < file.parts(); i++) {
            Document part = mongo.findOne(Query.query(where("_id").is(id(file.sha256(), i))), Document.class, FILES);
            to.write(Objects.requireNonNull(part, "a stored file lacks a part").get("bytes", Binary.class).getData());
        }
    }

    byte[] read(StoredFile file) {
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            copy(file, bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String id(String hash, int part) {
        return hash + "/" + part;
    }
}
