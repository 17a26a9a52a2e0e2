package cn.publiccredit.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.data.mongodb.core.query.Criteria.where;

import cn.publiccredit.support.audit.Access;
import cn.publiccredit.support.audit.AuditTrail;
import cn.publiccredit.testing.Answer;
import cn.publiccredit.testing.Api;
import cn.publiccredit.testing.EveryStore;
import cn.publiccredit.testing.ServiceTest;
import cn.publiccredit.testing.Token;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.test.annotation.DirtiesContext;

@ServiceTest
@DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_EACH_TEST_METHOD)
@EveryStore
class AuditTrailIT {

    private static final Token AUDITOR = Token.of("auditor", "auditor");
    private static final Token CLERK = Token.of("dept-market", "department-user").division("340400").org("O");

    @Autowired
    Api api;

    @Autowired
    AuditTrail trail;

    @Autowired
    MongoTemplate mongo;

    private Answer verify() {
        return api.as(AUDITOR).get("/api/sample/v1/audit/verification").expect(200);
    }

    private void reads(int count) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, count).forEach(i -> threads.submit(
                    () -> trail.record(Access.allowed(null, "thing.read").subject("S" + i))));
        }
    }

    private List<Document> entries() {
        return mongo.find(new Query().with(Sort.by("_id")), Document.class, "audit");
    }

    private void reinsert(Document entry, String field, Object value) {
        mongo.remove(Query.query(where("_id").is(entry.get("_id"))), "audit");
        Document changed = new Document(entry);
        changed.put(field, value);
        mongo.insert(changed, "audit");
    }

    @Test
    void aReadLeavesATraceWithWhoWhyAndWhatBeforeTheAnswer() {
        api.as(CLERK).purpose("日常监管").get("/api/sample/v1/things/91340000711771143J").expect(200);
        Answer answer = api.as(AUDITOR).get("/api/sample/v1/audit?subject=91340000711771143J&limit=1").expect(200);
        // The auditor's own look at this subject is the newest entry; the clerk's is behind it.
        assertThat(answer.at("/items/0/action")).isEqualTo("audit.read");
        Answer next = api.as(AUDITOR).get("/api/sample/v1/audit?subject=91340000711771143J&actor=dept-market").expect(200);
        assertThat(next.at("/items/0/action")).isEqualTo("thing.read");
        assertThat(next.at("/items/0/purpose")).isEqualTo("日常监管");
        assertThat(next.at("/items/0/division")).isEqualTo("340400");
        assertThat(next.at("/items/0/outcome")).isEqualTo("ALLOWED");
    }

    @Test
    void onlyAuditorsSeeTheTrail() {
        assertThat(api.as(CLERK).get("/api/sample/v1/audit").status()).isEqualTo(403);
        assertThat(api.get("/api/sample/v1/audit/verification").status()).isEqualTo(401);
    }

    @Test
    void anUntouchedTrailIsWhole() {
        reads(300);
        Answer answer = verify();
        assertThat(answer.json().at("/whole").asBoolean()).isTrue();
        assertThat(answer.json().at("/entries").asInt()).isGreaterThanOrEqualTo(301);
    }

    @Test
    void anAlteredEntryIsFound() {
        reads(10);
        Document victim = entries().get(5);
        reinsert(victim, "subject", "somebody else");
        assertFound("ALTERED", victim.getString("_id"));
    }

    @Test
    void aRemovedEntryIsFound() {
        reads(10);
        mongo.remove(Query.query(where("_id").is(entries().get(5).get("_id"))), "audit");
        assertFound("REMOVED", entries().get(5).getString("_id"));
    }

    @Test
    void removedLastEntriesAreFound() {
        reads(10);
        Document last = entries().getLast();
        mongo.remove(Query.query(where("_id").is(last.get("_id"))), "audit");
        Answer answer = verify();
        assertThat(answer.json().at("/whole").asBoolean()).isFalse();
        assertThat(answer.text()).contains("REMOVED");
    }

    @Test
    void anInsertedEntryIsFound() {
        reads(10);
        Document forged = new Document(entries().get(5));
        forged.put("_id", forged.getString("_id") + "a");
        mongo.insert(forged, "audit");
        assertFound("ALTERED", forged.getString("_id"));
        assertFound("INSERTED", forged.getString("_id"));
    }

    @Test
    void aReadIsRefusedWhenTheTrailCannotBeWritten() {
        mongo.dropCollection("audit");
        mongo.dropCollection("auditHeads");
        // A collection that refuses inserts: the next chain number is already taken.
        reads(1);
        Document last = entries().getLast();
        String writer = last.getString("writer");
        long next = last.getLong("sequence") + 1;
        mongo.insert(new Document("_id", writer + "/" + "%012d".formatted(next)).append("writer", "blocked"), "audit");
        Answer refused = api.as(CLERK).purpose("日常监管").get("/api/sample/v1/things/S").expect(503);
        assertThat(refused.at("/code")).isEqualTo("audit.unavailable");
        assertThat(refused.text()).doesNotContain("dept-market");
        // The writer goes on with a new chain by itself.
        api.as(CLERK).purpose("日常监管").get("/api/sample/v1/things/S").expect(200);
    }

    private void assertFound(String kind, String entry) {
        Answer answer = verify();
        assertThat(answer.json().at("/whole").asBoolean()).isFalse();
        assertThat(answer.json().at("/findings").valueStream()
                .anyMatch(f -> f.at("/kind").asString().equals(kind) && f.at("/entry").asString().equals(entry)))
                .as(answer.text()).isTrue();
    }

    @Test
    void aChainThatVanishedAsAWholeIsRememberedByALaterOne() {
        reads(3);
        String writer = entries().getLast().getString("writer");
        mongo.insert(new Document("_id", writer + "/" + "%012d".formatted(entries().size())).append("writer", "x"), "audit");
        assertThat(api.as(CLERK).purpose("监管").get("/api/sample/v1/things/S").status()).isEqualTo(503);
        api.as(CLERK).purpose("监管").get("/api/sample/v1/things/S").expect(200);
        mongo.remove(Query.query(where("_id").regex("^" + writer + "/")), "audit");
        mongo.updateMulti(Query.query(where("_id").is(writer)), new Update().set("sequence", -1), "auditHeads");
        Answer answer = verify();
        assertThat(answer.text()).contains("后来的链记得");
    }
}
