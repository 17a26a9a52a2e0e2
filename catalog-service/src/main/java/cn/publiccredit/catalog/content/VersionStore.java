package cn.publiccredit.catalog.content;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** Versions in the document store. Whatever changes a version says in its query which state it must be in. */
@Component
public class VersionStore implements SmartInitializingSingleton {

    private static final String PUBLISHED = "announcePublished";
    private static final String RETIRED = "announceRetired";
    private static final String RETIREMENT = "retirement";

    private final MongoTemplate mongo;

    VersionStore(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Override
    public void afterSingletonsInstantiated() {
        for (String field : List.of(PUBLISHED, RETIRED, RETIREMENT + ".request")) {
            mongo.indexOps(StoredVersion.class).createIndex(new Index().on(field, Sort.Direction.ASC).sparse());
        }
        mongo.indexOps(StoredVersion.class)
                .createIndex(new Index().on("state", Sort.Direction.ASC).on("_id", Sort.Direction.ASC));
    }

    /** Every version of one code; the range of ids makes it an index scan of only these. */
    public List<Head> heads(Kind kind, String code) {
        return heads(ofCode(kind, code));
    }

    private static Criteria ofCode(Kind kind, String code) {
        return where("_id").gte(kind.path() + "/" + code + "@").lt(kind.path() + "/" + code + "A");
    }

    public List<Head> heads(Kind kind) {
        return heads(where("_id").gte(kind.path() + "/").lt(kind.path() + "0"));
    }

    private List<Head> heads(Criteria which) {
        Query query = query(which);
        query.fields().include("kind", "code", "version", "state", "edition", "effectiveFrom", "effectiveTo", "retiredFrom",
                "origin", "digest");
        return mongo.find(query, Head.class, StoredVersion.COLLECTION);
    }

    public Optional<StoredVersion> find(Kind kind, String code, int version) {
        return Optional.ofNullable(mongo.findById(StoredVersion.id(kind, code, version), StoredVersion.class));
    }

    public List<StoredVersion> find(Collection<String> ids) {
        return mongo.find(query(where("_id").in(ids)), StoredVersion.class);
    }

    /** The draft of this code; there is at most one that has not been overtaken. */
    public Optional<StoredVersion> draft(Kind kind, String code) {
        return heads(kind, code).stream().filter(Head::isDraft)
                .max(Comparator.comparingInt(Head::version))
                .flatMap(head -> find(kind, code, head.version()))
                .filter(version -> version.state() == VersionState.DRAFT);
    }

    /** Drafts of all kinds by id, after this one. */
    public List<StoredVersion> drafts(String after, int limit) {
        return mongo.find(query(where("state").is(VersionState.DRAFT).and("_id").gt(after))
                .with(Sort.by("_id")).limit(limit), StoredVersion.class);
    }

    /** Versions of all kinds whose retirement is proposed, by id, after this one. */
    public List<StoredVersion> retiring(String after, int limit) {
        return mongo.find(query(where(RETIREMENT + ".request").gt("").and("_id").gt(after))
                .with(Sort.by("_id")).limit(limit), StoredVersion.class);
    }

    /** How many versions came from there. */
    public int countOf(String origin) {
        return (int) mongo.count(query(where("origin").is(origin)), StoredVersion.class);
    }

    /** Inserts a version. @return whether its number was free */
    public boolean insert(StoredVersion version) {
        try {
            mongo.insert(version);
            return true;
        } catch (DuplicateKeyException taken) {
            return false;
        }
    }

    /** Replaces a draft's content in one write; empty when it was no longer at that revision. */
    public Optional<StoredVersion> change(StoredVersion draft, Piece<?> piece, Event changed) {
        Versioned content = piece.content();
        Update update = new Update().inc("revision", 1)
                .set("edition", content.edition())
                .set("effectiveFrom", content.effectiveFrom()).set("effectiveTo", content.effectiveTo())
                .set("digest", piece.digest()).set("json", piece.json()).push("events", changed);
        return modify(asRead(draft), update);
    }

    /** Notes on a draft that it is refused, and makes its tag another one; empty when it was no longer at that revision. */
    public Optional<StoredVersion> refuse(StoredVersion draft, Event refused) {
        return modify(asRead(draft), new Update().inc("revision", 1).push("events", refused));
    }

    /** Removes a draft. @return whether it was still at that revision */
    public boolean discard(StoredVersion draft) {
        return mongo.remove(asRead(draft), StoredVersion.class).getDeletedCount() == 1;
    }

    /** Publishes a draft in one write, with the note that the feed has still to tell it; empty when another was first. */
    public Optional<StoredVersion> publish(StoredVersion draft, Event published) {
        return modify(asRead(draft), new Update().set("state", VersionState.PUBLISHED)
                .set(PUBLISHED, published.at()).push("events", published));
    }

    /** Notes that a published version is to be retired; empty when that is proposed already, or it is no longer published. */
    public Optional<StoredVersion> propose(StoredVersion version, ProposedRetirement retirement, Event proposed) {
        return modify(query(where("_id").is(version.id()).and("state").is(VersionState.PUBLISHED).and(RETIREMENT).is(null)),
                new Update().set(RETIREMENT, retirement).push("events", proposed));
    }

    /** Takes the proposal back. @return false when it was decided or another stands in its place */
    public boolean discard(StoredVersion version, ProposedRetirement retirement, Event discarded) {
        return modify(proposed(version, retirement), new Update().unset(RETIREMENT).push("events", discarded)).isPresent();
    }

    /** Takes back what was proposed for earlier versions than this one, which was published in their place. */
    public void lapse(StoredVersion successor, Event lapsed) {
        mongo.updateMulti(query(ofCode(successor.kind(), successor.code()).and("version").lt(successor.version())
                        .and(RETIREMENT + ".request").gt("")),
                new Update().unset(RETIREMENT).push("events", lapsed), StoredVersion.class);
    }

    /** Retires a published version as proposed, in one write; empty when another was first. */
    public Optional<StoredVersion> retire(
            StoredVersion version, ProposedRetirement retirement, LocalDate from, Event retired) {
        return modify(proposed(version, retirement),
                new Update().set("state", VersionState.RETIRED).set("retiredFrom", from).unset(RETIREMENT)
                        .set(RETIRED, retired.at()).push("events", retired));
    }

    private static Query proposed(StoredVersion version, ProposedRetirement retirement) {
        return query(where("_id").is(version.id()).and("state").is(VersionState.PUBLISHED)
                .and(RETIREMENT + ".request").is(retirement.request()));
    }

    private static Query asRead(StoredVersion draft) {
        return query(where("_id").is(draft.id()).and("state").is(VersionState.DRAFT)
                .and("revision").is(draft.revision()).and("digest").is(draft.digest()));
    }

    private Optional<StoredVersion> modify(Query which, Update update) {
        return Optional.ofNullable(mongo.findAndModify(
                which, update, FindAndModifyOptions.options().returnNew(true), StoredVersion.class));
    }

    /** Versions whose publication or retirement is not yet in the feed of changes. */
    public List<StoredVersion> unannounced() {
        return mongo.find(query(new Criteria().orOperator(
                where(PUBLISHED).gt(Instant.EPOCH), where(RETIRED).gt(Instant.EPOCH))), StoredVersion.class);
    }

    /** Notes that the feed tells these publications and retirements. */
    public void announced(Collection<String> published, Collection<String> retired) {
        if (!published.isEmpty()) {
            mongo.updateMulti(query(where("_id").in(published)), new Update().unset(PUBLISHED), StoredVersion.class);
        }
        if (!retired.isEmpty()) {
            mongo.updateMulti(query(where("_id").in(retired)), new Update().unset(RETIRED), StoredVersion.class);
        }
    }
}
