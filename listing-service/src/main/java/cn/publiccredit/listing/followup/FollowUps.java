package cn.publiccredit.listing.followup;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import cn.publiccredit.support.web.Cursor;
import cn.publiccredit.support.web.Page;
import cn.publiccredit.support.web.Paging;
import cn.publiccredit.support.work.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** The collection {@value FollowUp#COLLECTION}. */
@Component
class FollowUps implements SmartInitializingSingleton {

    static final String DEPARTMENT = "about.department";
    static final String DIVISION = "about.division";

    private static final String REFUSED_AT = "refusedAt";
    private static final String DUE = "work.due";

    private final MongoTemplate mongo;

    FollowUps(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Override
    public void afterSingletonsInstantiated() {
        mongo.indexOps(FollowUp.class).createIndex(new Index().on(REFUSED_AT, Sort.Direction.ASC).sparse());
        for (String first : List.of("commitment", DEPARTMENT, DIVISION)) {
            mongo.indexOps(FollowUp.class).createIndex(new Index().on(first, Sort.Direction.ASC).on("_id", Sort.Direction.ASC));
        }
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

    void refused(String id, List<FollowUp.Refusal> because, Instant at) {
        change(id, new Update().set("refusals", because).set(REFUSED_AT, at));
    }

    /** Nothing speaks against it, or not any more. */
    void notRefused(String id) {
        change(id, new Update().unset("refusals").unset(REFUSED_AT));
    }

    void settled(String id) {
        change(id, new Update().set("settled", true));
    }

    private void change(String id, Update update) {
        mongo.updateFirst(Query.query(where("_id").is(id)), update, FollowUp.class);
    }

    /** Takes up again what was refused before this time: lists come and go, and bodies settle what the platform could not propose. */
    void again(Instant refusedBefore, Instant now) {
        mongo.updateMulti(Query.query(where(REFUSED_AT).lt(refusedBefore).and(DUE).is(null)),
                new Update().set("steps", FollowUpSteps.IN_ORDER.stream().map(Step::pending).toList()).set(DUE, now), FollowUp.class);
    }

    /** Those in this state; see {@link FollowUp#state()}. */
    static Criteria in(FollowUp.State state) {
        return switch (state) {
            case NOT_POSSIBLE -> where(REFUSED_AT).ne(null);
            case WAITING -> where(REFUSED_AT).is(null).and(DUE).ne(null);
            case PROPOSED -> where(REFUSED_AT).is(null).and(DUE).is(null).and("settled").ne(true);
            case SETTLED -> where(REFUSED_AT).is(null).and(DUE).is(null).and("settled").is(true);
        };
    }

    Page<FollowUp> page(List<Criteria> wanted, Paging paging) {
        List<Criteria> all = new ArrayList<>(wanted);
        all.add(where("_id").gt(paging.cursor(1).map(Cursor::first).orElse("")));
        Query query = Query.query(new Criteria().andOperator(all)).with(Sort.by("_id")).limit(paging.limitPlusOne());
        return Page.of(mongo.find(query, FollowUp.class), paging, found -> Cursor.at(found.id()));
    }
}
