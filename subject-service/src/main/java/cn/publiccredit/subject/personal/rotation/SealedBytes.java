package cn.publiccredit.subject.personal.rotation;

import cn.publiccredit.subject.personal.SealedContent;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;

/** A collection whose documents each have one field of bytes, encrypted at the place of the document's id. */
public final class SealedBytes implements SealedStore {

    /** Pieces of files are a megabyte each. */
    private static final int MOST_AT_A_TIME = 8;

    private final MongoTemplate mongo;
    private final SealedContent seal;
    private final String collection;
    private final String field;

    public SealedBytes(MongoTemplate mongo, SealedContent seal, String collection, String field) {
        this.mongo = mongo;
        this.seal = seal;
        this.collection = collection;
        this.field = field;
    }

    @Override
    public String name() {
        return collection;
    }

    @Override
    public Stretch reseal(@Nullable String after, int limit) {
        MongoCollection<Document> documents = mongo.getCollection(collection);
        List<Document> read = documents.find(after == null ? new Document() : Filters.gt("_id", after))
                .projection(Projections.include(field)).sort(Sorts.ascending("_id"))
                .limit(Math.min(limit, MOST_AT_A_TIME)).into(new ArrayList<>());
        long resealed = 0;
        for (Document document : read) {
            Binary bytes = document.get(field, Binary.class);
            if (bytes != null && !seal.isCurrent(bytes.getData())) {
                String id = document.getString("_id");
                documents.updateOne(Filters.and(Filters.eq("_id", id), Filters.eq(field, bytes)),
                        Updates.set(field, new Binary(seal.resealed(bytes.getData(), id))));
                resealed++;
            }
        }
        return new Stretch(read.isEmpty() ? null : read.getLast().getString("_id"), resealed);
    }
}
