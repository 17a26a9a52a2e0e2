package cn.publiccredit.subject.subjects.merge;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import cn.publiccredit.support.problem.CommonProblem;
import cn.publiccredit.support.web.Cursor;
import cn.publiccredit.support.web.Paging;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** The collection {@code subjectMerges}. */
@Component
class Merges implements SmartInitializingSingleton {

    private static final List<Merge.State> EFFECTIVE =
            Arrays.stream(Merge.State.values()).filter(Merge.State::isEffective).toList();

    private final MongoTemplate mongo;

    Merges(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Override
    public void afterSingletonsInstantiated() {
        mongo.indexOps(Merge.class).createIndex(new Index().on("into", Sort.Direction.ASC));
        mongo.indexOps(Merge.class).createIndex(
                new Index().on("state", Sort.Direction.ASC).on("_id", Sort.Direction.ASC));
    }

    Optional<Merge> find(String id) {
        return Optional.ofNullable(mongo.findById(id, Merge.class));
    }

    /** Subjects that count as merged directly into this one. */
    List<String> into(String survivor) {
        return mongo.find(Query.query(where("into").is(survivor).and("state").in(EFFECTIVE)), Merge.class).stream()
                .map(Merge::id).sorted().toList();
    }

    List<Merge> list(Merge.@Nullable State state, Paging paging) {
        Criteria wanted = state == null ? new Criteria() : where("state").is(state);
        Criteria page = paging.cursor(1).map(Cursor::first)
                .map(after -> new Criteria().andOperator(wanted, where("_id").gt(after))).orElse(wanted);
        return mongo.find(Query.query(page).with(Sort.by("_id")).limit(paging.limitPlusOne()), Merge.class);
    }

    /** Keeps it, unless somebody changed it since it was read: then 409. */
    Merge save(Merge merge) {
        try {
            return mongo.save(merge);
        } catch (DuplicateKeyException e) {
            throw CommonProblem.CONFLICT.with().because(e);
        }
    }
}
