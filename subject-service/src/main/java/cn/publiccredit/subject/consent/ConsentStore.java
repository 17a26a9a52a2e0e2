package cn.publiccredit.subject.consent;

import cn.publiccredit.support.web.Paging;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** The collection {@code consents}. */
@Component
class ConsentStore implements SmartInitializingSingleton {

    private final MongoTemplate mongo;

    ConsentStore(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Override
    public void afterSingletonsInstantiated() {
        consents().createIndexes(List.of(
                new IndexModel(Indexes.ascending("subject", "_id")), new IndexModel(Indexes.ascending("grantee", "_id")),
                new IndexModel(Indexes.ascending("onPaper", "_id"))));
    }

    private MongoCollection<Document> consents() {
        return mongo.getCollection("consents");
    }

    Optional<Consent> find(String id) {
        return Optional.ofNullable(consents().find(Filters.eq("_id", id)).first()).map(ConsentStore::consent);
    }

    /** Keeps a new consent; one that is there already under the id is the same request again. */
    Consent insert(Consent consent) {
        try {
            consents().insertOne(document(consent));
            return consent;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            return find(consent.id()).orElseThrow(() -> e);
        }
    }

    /** @return whether the consent was still the one that was read */
    boolean replace(Consent read, Consent changed) {
        Bson unchanged = Filters.and(Filters.eq("_id", read.id()), Filters.eq("version", read.version()));
        return consents().replaceOne(unchanged, document(changed)).getMatchedCount() == 1;
    }

    List<Consent> list(Bson whose, ConsentFilter filter, Paging paging) {
        List<Bson> all = new ArrayList<>();
        all.add(whose);
        all.addAll(filter.criteria());
        paging.cursor(1).ifPresent(after -> all.add(Filters.gt("_id", after.first())));
        return consents().find(Filters.and(all)).sort(Sorts.ascending("_id")).limit(paging.limitPlusOne())
                .map(ConsentStore::consent).into(new ArrayList<>());
    }

    private static Document document(Consent c) {
        Instant revoked = c.revokedAt();
        Consent.Paper paper = c.paper();
        return new Document("_id", c.id()).append("subject", c.subject()).append("grantee", c.grantee())
                .append("purpose", c.purpose()).append("items", c.items()).append("template", c.template()).append("byTemplate", c.byTemplate())
                .append("from", c.from().toString()).append("to", c.to().toString())
                .append("givenBy", c.givenBy()).append("givenAt", Date.from(c.givenAt()))
                .append("onPaper", paper != null)
                .append("paper", paper == null ? null : new Document("name", paper.name()).append("type", paper.type())
                        .append("bytes", paper.bytes()).append("sha256", paper.sha256()).append("filedBy", paper.filedBy()))
                .append("revokedAt", revoked == null ? null : Date.from(revoked))
                .append("revocation", c.revocation()).append("contest", c.contest()).append("version", c.version());
    }

    private static Consent consent(Document d) {
        Date revoked = d.getDate("revokedAt");
        Document paper = d.get("paper", Document.class);
        return new Consent(d.getString("_id"), d.getString("subject"), d.getString("grantee"), d.getString("purpose"),
                d.getList("items", String.class), d.getString("template"), d.getBoolean("byTemplate", false), LocalDate.parse(d.getString("from")),
                LocalDate.parse(d.getString("to")), d.getString("givenBy"), d.getDate("givenAt").toInstant(),
                paper == null ? null : new Consent.Paper(paper.getString("name"), paper.getString("type"),
                        paper.getLong("bytes"), paper.getString("sha256"), paper.getString("filedBy")),
                revoked == null ? null : revoked.toInstant(), d.getString("revocation"), d.getString("contest"), d.getLong("version"));
    }
}
