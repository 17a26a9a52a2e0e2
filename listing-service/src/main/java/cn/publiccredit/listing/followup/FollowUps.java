package cn.publiccredit.listing.followup;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** The collection {@value FollowUp#COLLECTION}. */
@Component
class FollowUps {

    private final MongoTemplate mongo;

    FollowUps(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    Optional<FollowUp> find(String id) {
        return Optional.ofNullable(mongo.findById(id, FollowUp.class));
    }

    /** Keeps one that is not kept yet. */
    void add(FollowUp found) {
        if (mongo.exists(Query.query(where("_id").is(found.id())), FollowUp.class)) {
            return;
        }
        try {
            mongo.insert(found);
        } catch (DuplicateKeyException there) {
            // Another replica was quicker.
        }
    }

    void refused(String id, String because) {
        mongo.updateFirst(Query.query(where("_id").is(id)), new Update().set("refused", because), FollowUp.class);
    }
}
