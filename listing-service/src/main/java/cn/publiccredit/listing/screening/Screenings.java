package cn.publiccredit.listing.screening;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.util.Objects;
import java.util.Optional;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** The store of answered screenings, collection {@code screenings}. */
@Component
class Screenings implements SmartInitializingSingleton {

    private final MongoTemplate mongo;

    Screenings(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Override
    public void afterSingletonsInstantiated() {
        mongo.indexOps(StoredScreening.class)
                .createIndex(new Index().named("request").on("request", Sort.Direction.ASC).unique());
    }

    /** Keeps what is answered; what was answered before when the same keyed request was sent again. */
    StoredScreening keep(StoredScreening answered) {
        try {
            return mongo.insert(answered);
        } catch (DuplicateKeyException sentAgain) {
            Query same = Query.query(where("request").is(answered.request()));
            return Objects.requireNonNull(mongo.findOne(same, StoredScreening.class));
        }
    }

    Optional<StoredScreening> find(String receipt) {
        return Optional.ofNullable(mongo.findById(receipt, StoredScreening.class));
    }
}
