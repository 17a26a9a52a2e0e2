package cn.publiccredit.repair.decision;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/**
 * Gives each case its decision's number, {@code XF} + date + six digits, without gaps and once only: a case that asks again,
 * after a crash or from another replica, gets the number it has.
 */
@Component
public class DecisionNumbers implements SmartInitializingSingleton {

    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

    private final MongoTemplate mongo;

    DecisionNumbers(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Document("decision_numbers")
    record Taken(@Id String number, String caseId, LocalDate on) {}

    @Override
    public void afterSingletonsInstantiated() {
        mongo.indexOps(Taken.class).createIndex(new Index().on("caseId", Sort.Direction.ASC).unique());
    }

    /** The case's decision: the one it has, else a new one of this day. */
    public Decision forCase(String caseId, LocalDate today) {
        while (true) {
            Taken before = mongo.findOne(Query.query(where("caseId").is(caseId)), Taken.class);
            if (before != null) {
                return new Decision(before.number(), before.on());
            }
            try {
                Taken next = mongo.insert(new Taken(next(today), caseId, today));
                return new Decision(next.number(), next.on());
            } catch (DuplicateKeyException somebodyWasQuicker) {
                // Either the number went to another case or this case was given one: look again.
            }
        }
    }

    private String next(LocalDate today) {
        String prefix = "XF" + DAY.format(today);
        Query ofToday = Query.query(where("_id").gte(prefix).lt(prefix + "~"))
                .with(Sort.by(Sort.Direction.DESC, "_id")).limit(1);
        Taken last = mongo.findOne(ofToday, Taken.class);
        int count = last == null ? 0 : Integer.parseInt(last.number().substring(prefix.length()));
        return prefix + "%06d".formatted(count + 1);
    }
}
