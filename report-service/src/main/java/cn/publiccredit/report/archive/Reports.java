package cn.publiccredit.report.archive;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import cn.publiccredit.report.content.Content;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The issued reports. */
@Component
public class Reports implements SmartInitializingSingleton {

    static final String COLLECTION = "reports";
    private static final String FINGERPRINTS = "fingerprints";

    private final MongoTemplate mongo;
    private final ReportFiles files;
    private final JsonMapper json;

    Reports(MongoTemplate mongo, ReportFiles files, JsonMapper json) {
        this.mongo = mongo;
        this.files = files;
        this.json = json;
    }

    /** A file's hash and the report that it is. */
    private record Fingerprint(@Id String id, String number) {}

    @Override
    public void afterSingletonsInstantiated() {
        mongo.indexOps(Report.class).createIndex(new Index().on("number", Sort.Direction.ASC).unique());
    }

    /** Keeps the report. @return false when its id or its number is taken; nothing is changed then */
    public boolean add(Report report) {
        try {
            mongo.insert(report);
            return true;
        } catch (DuplicateKeyException taken) {
            return false;
        }
    }

    public Optional<Report> byId(String id) {
        return Optional.ofNullable(mongo.findById(id, Report.class));
    }

    public Optional<Report> byNumber(String number) {
        return Optional.ofNullable(mongo.findOne(Query.query(where("number").is(number)), Report.class));
    }

    /** The report whose PDF has this hash; empty when there is none. */
    public Optional<Report> byPdf(String sha256) {
        return Optional.ofNullable(mongo.findById(sha256, Fingerprint.class, FINGERPRINTS))
                .flatMap(found -> byNumber(found.number()))
                .filter(report -> report.pdf() != null && report.pdf().sha256().equals(sha256));
    }

    /** Stores what a report says; the JSON's hash is the evidence's. */
    public Stored store(Content content) {
        byte[] plain = json.writeValueAsBytes(content);
        return new Stored(files.put(compressed(plain)), Sha256.hex(plain));
    }

    /** Where content is stored, and the hash of its JSON. */
    public record Stored(StoredFile file, String sha256) {}

    public Content content(Report report) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(files.read(report.content())))) {
            return json.readValue(in, Content.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds the PDF unless there is one; the first stays for ever. */
    void addPdf(Report report, byte[] pdf) {
        StoredFile file = files.put(pdf);
        mongo.save(new Fingerprint(file.sha256(), report.number()), FINGERPRINTS);
        mongo.updateFirst(Query.query(where("_id").is(report.id()).and("pdf").is(null)),
                new Update().set("pdf", file), Report.class);
    }

    void copyPdf(StoredFile pdf, OutputStream to) throws IOException {
        files.copy(pdf, to);
    }

    private static byte[] compressed(byte[] plain) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(plain.length / 4 + 64);
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
