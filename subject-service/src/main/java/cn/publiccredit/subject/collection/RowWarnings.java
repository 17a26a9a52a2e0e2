package cn.publiccredit.subject.collection;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import cn.publiccredit.subject.personal.SealedContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.bson.types.Binary;
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Accepted rows with warnings, one document a chunk: a file with a warning in each row costs no more writes. */
@Component
class RowWarnings {

    private final MongoTemplate mongo;
    private final SealedContent seal;
    private final JsonMapper json;

    RowWarnings(MongoTemplate mongo, SealedContent seal, JsonMapper json) {
        this.mongo = mongo;
        this.seal = seal;
        this.json = json;
    }

    /**
     * The warned rows of one chunk.
     *
     * @param id batch and the row behind which the chunk begins, so that a chunk that is run again overwrites its own
     * @param last the last row among them
     */
    @Document("rowWarnings")
    record Kept(@Id String id, long last, Binary sealed) {}

    private record Rows(List<RowWarning> rows) {}

    /** Can be repeated. @param from the checkpoint on which the chunk follows */
    void keep(String batch, long from, List<RowWarning> rows) {
        if (!rows.isEmpty()) {
            String id = id(batch, from);
            byte[] text = json.writeValueAsBytes(new Rows(rows));
            mongo.save(new Kept(id, rows.getLast().row(), new Binary(seal.seal(text, text.length, id))));
        }
    }

    /** Nothing is kept of the chunk that begins there. */
    void forget(String batch, long from) {
        mongo.remove(Query.query(where("_id").is(id(batch, from))), Kept.class);
    }

    void forget(String batch) {
        mongo.remove(Query.query(where("_id").gte(batch + "/").lt(batch + "0")), Kept.class);
    }

    /** In the order of the file. @param after the row behind which the list begins */
    List<RowWarning> list(String batch, long after, int limit) {
        Query range = Query.query(where("_id").gte(batch + "/").lt(batch + "0").and("last").gt(after))
                .with(Sort.by("_id"));
        List<RowWarning> found = new ArrayList<>();
        try (Stream<Kept> chunks = mongo.stream(range, Kept.class)) {
            chunks.takeWhile(kept -> found.size() < limit).forEach(kept ->
                    json.readValue(seal.open(kept.sealed().getData(), kept.id()), Rows.class).rows().stream()
                            .filter(row -> row.row() > after && found.size() < limit)
                            .forEach(found::add));
        }
        return found;
    }

    private static String id(String batch, long from) {
        return String.format(Locale.ROOT, "%s/%010d", batch, from);
    }
}
