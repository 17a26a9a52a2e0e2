package cn.publiccredit.subject.commitment;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import cn.publiccredit.subject.filing.Afresh;
import cn.publiccredit.subject.record.Within;
import cn.publiccredit.support.web.Cursor;
import cn.publiccredit.support.web.Paging;
import cn.publiccredit.support.work.Lease;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
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

/** The collection {@code commitments}. */
@Component
class Commitments implements SmartInitializingSingleton {

    private static final Sort NEWEST_FIRST = Sort.by(Sort.Direction.DESC, "madeOn", "_id");
    private static final Sort LONGEST_OVERDUE_FIRST = Sort.by("checkBy", "_id");

    private final MongoTemplate mongo;

    Commitments(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Override
    public void afterSingletonsInstantiated() {
        mongo.indexOps(Commitment.class).createIndex(new Index()
                .on("madeOn", Sort.Direction.DESC).on("_id", Sort.Direction.DESC));
        for (String first : List.of("subject", "authority.uscc", Within.FIELD, "shown", "state")) {
            mongo.indexOps(Commitment.class).createIndex(new Index().on(first, Sort.Direction.ASC)
                    .on("madeOn", Sort.Direction.DESC).on("_id", Sort.Direction.DESC));
        }
        mongo.indexOps(Commitment.class).createIndex(new Index().on("state", Sort.Direction.ASC)
                .on("checkBy", Sort.Direction.ASC).on("_id", Sort.Direction.ASC));
        for (String first : List.of("authority.uscc", Within.FIELD)) {
            mongo.indexOps(Commitment.class).createIndex(new Index().on(first, Sort.Direction.ASC)
                    .on("state", Sort.Direction.ASC).on("checkBy", Sort.Direction.ASC).on("_id", Sort.Direction.ASC));
        }
        mongo.indexOps(Commitment.class).createIndex(new Index().on("followUp.state", Sort.Direction.ASC)
                .on("madeOn", Sort.Direction.DESC).on("_id", Sort.Direction.DESC));
        mongo.indexOps(Commitment.class).createIndex(new Index().on("number", Sort.Direction.ASC).unique());
    }

    Optional<Commitment> find(String id) {
        return Optional.ofNullable(mongo.findById(id, Commitment.class));
    }

    /** @throws cn.publiccredit.support.problem.Problem 409 when others are quicker again and again */
    void change(String id, UnaryOperator<Commitment> change) {
        Afresh.change(() -> find(id), change, this::save);
    }

    /** Of these subjects, those that were broken and not put right. */
    List<Commitment> unmendedOf(Set<String> subjects) {
        return mongo.find(Query.query(where("subject").in(subjects).and("state").is(Commitment.State.BROKEN))
                .with(NEWEST_FIRST), Commitment.class);
    }

    /** Keeps a new one; one that is there already under the id is the same request again. */
    Commitment add(Commitment commitment) {
        try {
            return mongo.insert(commitment);
        } catch (DuplicateKeyException there) {
            return find(commitment.id()).orElseThrow(() -> there);
        }
    }

    /** Keeps what became of it, unless somebody changed it since it was read: then 409. */
    Commitment save(Commitment commitment) {
        return mongo.save(commitment);
    }

    /** The next number of this division's day; one that a killed process took is never given again. */
    String nextNumber(String division, LocalDate day) {
        String prefix = division + day.format(DateTimeFormatter.BASIC_ISO_DATE);
        Document counter = mongo.findAndModify(Query.query(where("_id").is(prefix)), new Update().inc("last", 1),
                FindAndModifyOptions.options().upsert(true).returnNew(true), Document.class, "commitmentNumbers");
        return prefix + "%06d".formatted(counter == null ? 1 : counter.getInteger("last"));
    }

    List<Commitment> list(List<Criteria> wanted, Paging paging) {
        List<Criteria> all = new ArrayList<>(wanted);
        // Says nothing but where the index begins: without it some engines read and sort all there are.
        all.add(where("madeOn").gt(""));
        paging.cursor(2).ifPresent(after -> all.add(beyond(after)));
        Query query = Query.query(new Criteria().andOperator(all));
        return mongo.find(query.with(NEWEST_FIRST).limit(paging.limitPlusOne()), Commitment.class);
    }

    /** Those that should have been checked before this day and were not, the one that waits longest first. */
    List<Commitment> overdue(List<Criteria> wanted, LocalDate day, Paging paging) {
        List<Criteria> all = new ArrayList<>(wanted);
        all.add(where("state").is(Commitment.State.MADE));
        all.add(where("checkBy").lt(day.toString()));
        paging.cursor(2).ifPresent(after -> all.add(new Criteria().orOperator(where("checkBy").gt(after.first()),
                where("checkBy").is(after.first()).and("_id").gt(after.values().get(1)))));
        Query query = Query.query(new Criteria().andOperator(all));
        return mongo.find(query.with(LONGEST_OVERDUE_FIRST).limit(paging.limitPlusOne()), Commitment.class);
    }

    static Cursor overduePosition(Commitment commitment) {
        return Cursor.at(commitment.checkBy().toString(), commitment.id());
    }

    static Cursor position(Commitment commitment) {
        return Cursor.at(commitment.madeOn().toString(), commitment.id());
    }

    private static Criteria beyond(Cursor after) {
        String day = after.first();
        return new Criteria().orOperator(
                where("madeOn").lt(day), where("madeOn").is(day).and("_id").lt(after.values().get(1)));
    }

    /** Notes that so many events are in the subject's record; to a person who reads the commitment nothing has changed by that. */
    void filed(String id, Lease lease, int events, @Nullable String record) {
        Update update = new Update().set("filed", events);
        if (record != null) {
            update.set("record", record);
        }
        mongo.updateFirst(Query.query(where("_id").is(id).and("work.leaseOwner").is(lease.owner())), update, Commitment.COLLECTION);
    }
}
