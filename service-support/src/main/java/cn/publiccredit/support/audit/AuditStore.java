package cn.publiccredit.support.audit;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/** The collections {@code audit} (entries) and {@code auditHeads} (how far each chain had come). */
class AuditStore {

    private static final String ENTRIES = "audit";
    private static final String HEADS = "auditHeads";

    private final MongoTemplate mongo;

    AuditStore(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    record Head(String id, long sequence, String hash, Instant at) {}

    void createIndexes() {
        mongo.indexOps(ENTRIES).createIndex(new Index().on("subject", Sort.Direction.ASC).on("at", Sort.Direction.DESC));
        mongo.indexOps(ENTRIES).createIndex(new Index().on("actor", Sort.Direction.ASC).on("at", Sort.Direction.DESC));
        mongo.indexOps(ENTRIES).createIndex(new Index().on("at", Sort.Direction.DESC));
    }

    void append(List<AuditEntry> entries) {
        mongo.insert(entries, AuditEntry.class);
        AuditEntry end = entries.getLast();
        // A crash between the two writes leaves the head behind its chain, never ahead of it.
        mongo.upsert(
                Query.query(where("_id").is(end.writer())),
                new Update().set("sequence", end.sequence()).set("hash", end.hash()).set("at", end.at()),
                HEADS);
    }

    List<Head> heads() {
        return mongo.find(new Query().with(Sort.by("_id")), Head.class, HEADS);
    }

    List<Head> newestHeads(int count) {
        return mongo.find(new Query().with(Sort.by(Sort.Direction.DESC, "at")).limit(count), Head.class, HEADS);
    }

    Stream<AuditEntry> allByWriter() {
        return mongo.stream(new Query().with(Sort.by("_id")).cursorBatchSize(1000), AuditEntry.class);
    }

    List<AuditEntry> openings() {
        return mongo.find(Query.query(where("sequence").is(0)), AuditEntry.class);
    }

    List<AuditEntry> find(Criteria criteria, @Nullable Instant before, @Nullable String beforeId, int limit) {
        Criteria bounded = before == null || beforeId == null
                ? criteria
                : new Criteria().andOperator(criteria, new Criteria().orOperator(
                        where("at").lt(before), where("at").is(before).and("_id").lt(beforeId)));
        Sort newestFirst = Sort.by(Sort.Order.desc("at"), Sort.Order.desc("_id"));
        return mongo.find(Query.query(bounded).with(newestFirst).limit(limit), AuditEntry.class);
    }
}
