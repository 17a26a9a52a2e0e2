package cn.publiccredit.subject.personal;

import org.bson.Document;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/**
 * Keeps the service from running on a store whose ids were made with another key: every record that came in again would be taken
 * for a new one.
 */
@Component
class IdKeyGuard implements SmartInitializingSingleton {

    private static final String COLLECTION = "keyFingerprints";
    private static final String ID_KEY = "id-key";

    private final MongoTemplate mongo;
    private final KeyedHash hash;

    IdKeyGuard(MongoTemplate mongo, KeyedHash hash) {
        this.mongo = mongo;
        this.hash = hash;
    }

    @Override
    public void afterSingletonsInstantiated() {
        String fingerprint = hash.of("fingerprint", ID_KEY);
        try {
            mongo.insert(new Document("_id", ID_KEY).append("fingerprint", fingerprint), COLLECTION);
        } catch (DuplicateKeyException there) {
            Document kept = mongo.findById(ID_KEY, Document.class, COLLECTION);
            if (kept != null && !fingerprint.equals(kept.getString("fingerprint"))) {
                throw new IllegalStateException("The ids in this store were made with another key. Set credit.personal.id-key "
                        + "(CREDIT_ID_KEY) to the look-up key that the store was first filled with.");
            }
        }
    }
}
