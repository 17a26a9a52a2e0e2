package cn.publiccredit.repair.application;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import cn.publiccredit.repair.RepairProblem;
import cn.publiccredit.repair.decision.Decision;
import cn.publiccredit.support.problem.CommonProblem;
import cn.publiccredit.support.problem.Problem;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** The store of cases. */
@Component
class Cases implements SmartInitializingSingleton {

    static final String SUBJECT = "record.subject";
    static final String SOURCE = "record.source.uscc";
    static final String DIVISION = "record.source.division";
    static final String STATE = "state";
    private static final String HELD_RECORD = "heldRecord";
    private static final String CREATED_AT = "createdAt";
    private static final String DECISION = "decision";

    private final MongoTemplate mongo;

    Cases(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Override
    public void afterSingletonsInstantiated() {
        var indexes = mongo.indexOps(RepairCase.class);
        indexes.createIndex(new Index().on(HELD_RECORD, Sort.Direction.ASC).unique());
        for (String field : List.of(SUBJECT, SOURCE, DIVISION, STATE)) {
            indexes.createIndex(new Index().on(field, Sort.Direction.ASC)
                    .on(CREATED_AT, Sort.Direction.DESC).on("_id", Sort.Direction.DESC));
        }
    }

    /**
     * Opens the case on a record that is in force, or finds it opened before by the same keyed request. A case that repaired the record
     * gives it up: what is in force now came after that.
     */
    RepairCase open(RepairCase draft) {
        try {
            return mongo.insert(draft);
        } catch (DuplicateKeyException taken) {
            return find(draft.id).orElseGet(() -> {
                release(draft.record.id());
                return openReleased(draft);
            });
        }
    }

    private RepairCase openReleased(RepairCase draft) {
        try {
            return mongo.insert(draft);
        } catch (DuplicateKeyException taken) {
            return find(draft.id).orElseThrow(() -> held(draft.record.id()).because(taken));
        }
    }

    private void release(String record) {
        for (RepairCase done : holding(List.of(record))) {
            mongo.updateFirst(
                    Query.query(where("_id").is(done.id).and(HELD_RECORD).is(record).and(STATE).is(CaseState.EFFECTIVE)),
                    new Update().set(HELD_RECORD, done.id).inc("version", 1), RepairCase.class);
        }
    }

    Optional<RepairCase> find(String id) {
        return Optional.ofNullable(mongo.findById(id, RepairCase.class));
    }

    /** Writes a changed case, unless somebody was quicker. */
    RepairCase save(RepairCase changed) {
        try {
            return mongo.save(changed);
        } catch (OptimisticLockingFailureException quicker) {
            throw CommonProblem.STALE.with().because(quicker);
        }
    }

    /** The cases that hold these records: open ones and those that repaired it. */
    List<RepairCase> holding(Collection<String> records) {
        return mongo.find(Query.query(where(HELD_RECORD).in(records)), RepairCase.class);
    }

    /** The revoked cases of a subject, under all its ids, that still bar it on this day. */
    List<RepairCase> barring(Collection<String> subjects, LocalDate today) {
        return mongo.find(Query.query(where(SUBJECT).in(subjects).and(STATE).is(CaseState.REVOKED)
                .and("revocation.barredUntil").gte(today)), RepairCase.class);
    }

    /** Cases that fit, newest first. */
    List<RepairCase> list(Criteria fitting, CasePosition after, int limit) {
        Query query = Query.query(new Criteria().andOperator(fitting, after.criteria(CREATED_AT)))
                .with(Sort.by(Sort.Direction.DESC, CREATED_AT, "_id")).limit(limit);
        return mongo.find(query, RepairCase.class);
    }

    long count(Criteria fitting) {
        return mongo.count(Query.query(fitting), RepairCase.class);
    }

    void issue(String id, Decision decision) {
        mongo.updateFirst(
                Query.query(where("_id").is(id).and(DECISION).isNull()),
                new Update().set(DECISION, decision).inc("version", 1), RepairCase.class);
    }

    /** All steps are taken. Once only: the state guards it, since the worker may run a finished case again. */
    void takeEffect(String id, Instant now) {
        mongo.updateFirst(
                Query.query(where("_id").is(id).and(STATE).is(CaseState.APPROVED)),
                new Update().set(STATE, CaseState.EFFECTIVE).inc("version", 1)
                        .push("history", new CaseEvent(CaseState.EFFECTIVE, now, Actor.PLATFORM, null)),
                RepairCase.class);
    }

    private Problem held(String record) {
        return holding(List.of(record)).stream().findFirst()
                .map(c -> RepairProblem.OPEN_CASE.with(c.id))
                .orElseGet(CommonProblem.CONFLICT::with);
    }
}
