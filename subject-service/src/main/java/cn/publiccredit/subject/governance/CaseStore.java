package cn.publiccredit.subject.governance;

import cn.publiccredit.subject.governance.CodeCase.State;
import cn.publiccredit.subject.personal.KeyedHash;
import cn.publiccredit.subject.personal.Masks;
import cn.publiccredit.subject.record.CodeFinding;
import cn.publiccredit.subject.record.CodeFindings;
import cn.publiccredit.subject.record.IntakeContext;
import cn.publiccredit.support.web.Cursor;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/**
 * The collections {@code codeFindings}, one document a finding, and {@code codeCases}, one document for all findings about the
 * same thing. Every write may be repeated.
 */
@Component
class CaseStore implements CodeFindings, SmartInitializingSingleton {

    /** Names, codes, sources that a case lists: enough to understand it, whatever a careless file holds. */
    static final int MOST = 50;

    /** Divisions, and sources by division, that a case lists: all that a province has, for by them its cities find it. */
    private static final int MOST_PLACES = 500;

    private static final BulkWriteOptions ANY_ORDER = new BulkWriteOptions().ordered(false);
    private static final BulkWriteOptions IN_ORDER = new BulkWriteOptions().ordered(true);
    private static final int DUPLICATE_KEY = 11000;
    private static final int ATTEMPTS = 5;

    private final MongoTemplate mongo;
    private final KeyedHash hashes;
    private final Masks masks;

    CaseStore(MongoTemplate mongo, KeyedHash hashes, Masks masks) {
        this.mongo = mongo;
        this.hashes = hashes;
        this.masks = masks;
    }

    @Override
    public void afterSingletonsInstantiated() {
        cases().createIndexes(List.of(
                new IndexModel(Indexes.descending("openedAt", "_id")),
                new IndexModel(Indexes.compoundIndex(Indexes.ascending("state"), Indexes.descending("openedAt", "_id"))),
                new IndexModel(Indexes.compoundIndex(Indexes.ascending("kind"), Indexes.descending("openedAt", "_id"))),
                new IndexModel(Indexes.compoundIndex(
                        Indexes.ascending("divisions"), Indexes.descending("openedAt", "_id"))),
                new IndexModel(Indexes.compoundIndex(
                        Indexes.ascending("sources"), Indexes.descending("openedAt", "_id")))));
        findings().createIndexes(List.of(
                new IndexModel(Indexes.ascending("case", "_id")),
                new IndexModel(Indexes.ascending("month", "source", "division", "kind"))));
    }

    private MongoCollection<Document> cases() {
        return mongo.getCollection("codeCases");
    }

    MongoCollection<Document> findings() {
        return mongo.getCollection("codeFindings");
    }

    @Override
    public void report(IntakeContext context, List<CodeFinding> found) {
        List<Found> all = found.stream().map(finding -> Found.of(hashes, masks, context, finding)).toList();
        write(findings(), all.stream().map(CaseStore::kept).toList(), ANY_ORDER);
        write(cases(), all.stream().map(CaseStore::opened).toList(), ANY_ORDER);
        List<WriteModel<Document>> more = new ArrayList<>();
        for (Found one : all) {
            list(more, one, "codes", one.codes());
            list(more, one, "names", one.names());
            list(more, one, "divisions", one.divisions(), MOST_PLACES);
            list(more, one, "sources", List.of(context.sourceUscc()));
            String division = context.sourceDivision().code();
            list(more, one, "by." + division + ".codes", one.codes());
            list(more, one, "by." + division + ".names", one.names());
            list(more, one, "by." + division + ".sources", List.of(context.sourceUscc()));
            more.add(suppliedFrom(one, division + "/" + context.sourceUscc()));
            more.add(seenAgain(one));
        }
        // In this order whoever settles it meanwhile has read of the new source, or is told that it is stale, or it opens again.
        write(cases(), more, IN_ORDER);
    }

    private static WriteModel<Document> kept(Found one) {
        IntakeContext context = one.context();
        Document document = new Document("case", one.caseId())
                .append("kind", one.finding().kind().name())
                .append("batch", context.batch())
                .append("row", one.finding().row())
                .append("item", context.item().code())
                .append("source", context.sourceUscc())
                .append("sourceName", context.sourceName())
                .append("division", context.sourceDivision().code())
                .append("month", one.month())
                .append("at", Date.from(context.receivedAt()))
                .append("code", one.text().code())
                .append("name", one.text().name())
                .append("other", one.other());
        return new UpdateOneModel<>(Filters.eq("_id", one.id()), new Document("$setOnInsert", document),
                new UpdateOptions().upsert(true));
    }

    private static WriteModel<Document> opened(Found one) {
        Date at = Date.from(one.context().receivedAt());
        Document document = new Document("kind", one.finding().kind().name())
                .append("state", State.OPEN.name())
                .append("openedAt", at)
                .append("lastSeen", at)
                .append("codes", List.of())
                .append("names", List.of())
                .append("divisions", List.of())
                .append("sources", List.of())
                .append("history", List.of())
                .append("version", 1L);
        return new UpdateOneModel<>(Filters.eq("_id", one.caseId()), new Document("$setOnInsert", document),
                new UpdateOptions().upsert(true));
    }

    // With a source more it is another case than the one that somebody is looking at.
    private static WriteModel<Document> suppliedFrom(Found one, String place) {
        return new UpdateOneModel<>(
                Filters.and(Filters.eq("_id", one.caseId()), Filters.ne("places", place),
                        Filters.exists("places." + (MOST_PLACES - 1), false)),
                Updates.combine(Updates.addToSet("places", place), Updates.inc("version", 1L)));
    }

    // A batch that came after the case was resolved shows that it is not; and a city or county settled it for itself alone.
    private static WriteModel<Document> seenAgain(Found one) {
        Instant at = one.context().receivedAt();
        CodeCase.Event event = new CodeCase.Event(State.OPEN, null, null, null, at, null);
        return new UpdateOneModel<>(
                Filters.and(Filters.eq("_id", one.caseId()), Filters.or(
                        Filters.and(Filters.eq("state", State.RESOLVED.name()), Filters.lt("settledAt", Date.from(at))),
                        Filters.and(Filters.exists("settledFor"), Filters.nin("settledFor", one.divisions())))),
                Updates.combine(Updates.set("state", State.OPEN.name()), Updates.set("assignee", null),
                        Updates.set("settledAt", null), Updates.unset("settledFor"),
                        Updates.push("history", CaseDocuments.of(event)),
                        Updates.inc("version", 1L)));
    }

    private static void list(List<WriteModel<Document>> more, Found one, String field, Collection<String> values) {
        list(more, one, field, values, MOST);
    }

    private static void list(List<WriteModel<Document>> more, Found one, String field, Collection<String> values, int most) {
        more.add(new UpdateOneModel<>(
                Filters.and(Filters.eq("_id", one.caseId()), Filters.exists(field + "." + (most - 1), false)),
                Updates.combine(Updates.addEachToSet(field, List.copyOf(values)),
                        Updates.max("lastSeen", Date.from(one.context().receivedAt())))));
    }

    private static void write(
            MongoCollection<Document> collection, List<WriteModel<Document>> writes, BulkWriteOptions order) {
        for (int attempt = 1; ; attempt++) {
            try {
                collection.bulkWrite(writes, order);
                return;
            } catch (MongoBulkWriteException e) {
                // Two upserts of one id at the same moment; the second try finds it there.
                boolean race = e.getWriteErrors().stream().allMatch(error -> error.getCode() == DUPLICATE_KEY);
                if (!race || attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    Optional<CodeCase> find(String id) {
        return Optional.ofNullable(cases().find(Filters.eq("_id", id)).first()).map(CaseDocuments::of);
    }

    /** Newest first. */
    List<CodeCase> list(List<Bson> wanted, Optional<Cursor> after, int limit) {
        List<Bson> all = new ArrayList<>(wanted);
        after.ifPresent(position -> all.add(beyond(position)));
        return cases().find(all.isEmpty() ? new Document() : Filters.and(all)).sort(Sorts.descending("openedAt", "_id"))
                .limit(limit).map(CaseDocuments::of).into(new ArrayList<>());
    }

    static Cursor position(CodeCase one) {
        return Cursor.at(Long.toString(one.openedAt().toEpochMilli()), one.id());
    }

    private static Bson beyond(Cursor after) {
        Date opened = new Date(Cursors.number(after.first()));
        return Filters.or(Filters.lt("openedAt", opened),
                Filters.and(Filters.eq("openedAt", opened), Filters.lt("_id", after.values().get(1))));
    }

    /** @return whether it was still as it was read */
    boolean replaceWork(CodeCase read, CodeCase changed) {
        Bson unchanged = Filters.and(Filters.eq("_id", read.id()), Filters.eq("version", read.version()));
        // What the findings of this moment add to it stays.
        return cases().updateOne(unchanged, Updates.combine(
                Updates.set("state", changed.state().name()),
                Updates.set("assignee", changed.assignee()),
                Updates.set("settledAt", changed.settledAt() == null ? null : Date.from(changed.settledAt())),
                changed.settledFor() == null ? Updates.unset("settledFor") : Updates.set("settledFor", changed.settledFor()),
                Updates.push("history", CaseDocuments.of(changed.history().getLast())),
                Updates.set("version", changed.version()))).getMatchedCount() == 1;
    }

    /** Cases that a source within a division supplied. */
    static Bson suppliedBy(String source, String division) {
        return Filters.regex("places", "^" + beginning(division) + "\\d*/" + Pattern.quote(source) + "$");
    }

    /** With what the codes of all divisions within this one begin. */
    static String beginning(String division) {
        return division.replaceFirst("00$", "");
    }

    /** Rows in which a case was found. @param count of all of them, also of those that are not among the first */
    record Rows(List<Document> first, long count) {}

    /** @param within a division below province level whose sources' rows alone are wanted; null for all */
    Rows rows(String caseId, @Nullable String within, int limit) {
        Bson wanted = within == null
                ? Filters.eq("case", caseId)
                : Filters.and(Filters.eq("case", caseId), Filters.regex("division", "^" + beginning(within)));
        return new Rows(findings().find(wanted).sort(Sorts.ascending("_id")).limit(limit).into(new ArrayList<>()),
                findings().countDocuments(wanted));
    }

    /** The rows of a case that one source supplied. */
    Rows rowsOf(String caseId, String source, int limit) {
        Bson wanted = Filters.and(Filters.eq("case", caseId), Filters.eq("source", source));
        return new Rows(findings().find(wanted).sort(Sorts.ascending("_id")).limit(limit).into(new ArrayList<>()),
                findings().countDocuments(wanted));
    }

    /** What one source supplied of these cases, by case; nothing for those it had no part in. */
    Map<String, Supplied> suppliedOf(Collection<String> cases, String source) {
        Map<String, Supplied> all = new HashMap<>();
        findings().aggregate(List.of(
                        Aggregates.match(Filters.and(Filters.in("case", cases), Filters.eq("source", source))),
                        Aggregates.group("$case", Accumulators.addToSet("codes", "$code"),
                                Accumulators.addToSet("names", "$name"), Accumulators.addToSet("others", "$other"),
                                Accumulators.addToSet("divisions", "$division"))))
                .forEach(d -> all.put(d.getString("_id"), new Supplied(source, texts(d, "codes"), texts(d, "names"),
                        texts(d, "others"), texts(d, "divisions"))));
        return all;
    }

    /** @param others what the rows were compared with: another code of the name, or another name of the code */
    record Supplied(String source, Set<String> codes, Set<String> names, Set<String> others, Set<String> divisions) {}

    private static Set<String> texts(Document d, String field) {
        return d.getList(field, String.class).stream().filter(Objects::nonNull).sorted().limit(MOST)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
