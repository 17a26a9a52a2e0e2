package cn.publiccredit.subject.record;

import cn.publiccredit.support.time.TimeConfiguration;
import cn.publiccredit.support.work.Lease;
import cn.publiccredit.support.work.LeasedWorker;
import cn.publiccredit.support.work.Task;
import cn.publiccredit.support.work.Workers;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/**
 * Takes records whose publicity has ended out of the indexes of open ones. What is public the query decides, with or without this; but
 * without it the ended ones of all years would lie between those that are public, and lists and counts would pass over each.
 *
 * <p>One document, worked on again and again by one replica, from where it stopped when that dies.
 */
@Component
class EndedPublicity implements Task, SmartInitializingSingleton {

    static final String COLLECTION = "publicityEnds";
    static final String ID = "records";
    static final String WORKER = "publicityEndsWorker";

    private static final int AT_A_TIME = 1000;

    private final MongoTemplate mongo;
    private final RecordStore store;
    private final PublicitySettings settings;
    private final Clock clock;

    EndedPublicity(MongoTemplate mongo, RecordStore store, PublicitySettings settings, Clock clock) {
        this.mongo = mongo;
        this.store = store;
        this.settings = settings;
        this.clock = clock;
    }

    @Configuration(proxyBeanMethods = false)
    static class Worker {

        @Bean(WORKER)
        LeasedWorker publicityEndsWorker(Workers workers, EndedPublicity ended) {
            return workers.worker("publicity-ends", COLLECTION, 1, ended);
        }
    }

    @Override
    public void afterSingletonsInstantiated() {
        Document due = new Document("due", Date.from(clock.instant())).append("leaseUntil", new Date(0)).append("attempts", 0);
        looks().updateOne(Filters.eq("_id", ID), Updates.setOnInsert("work", due), new UpdateOptions().upsert(true));
    }

    @Override
    public Next run(String id, Lease lease) {
        Instant now = clock.instant();
        // A day's grace: replicas need not agree on when a day begins.
        String day = LocalDate.ofInstant(now, TimeConfiguration.ZONE).minusDays(1).toString();
        List<Document> ended = ended(looks().find(Filters.eq("_id", id)).first(), day);
        if (!ended.isEmpty()) {
            lease.requireHeld();
            // Guarded by the end: one that was given a longer time meanwhile stays open.
            store.records().updateMany(
                    Filters.and(Filters.in("_id", ended.stream().map(record -> record.getString("_id")).toList()), over(day)),
                    Updates.set("open", false));
        }
        boolean more = ended.size() == AT_A_TIME;
        goOnAfter(more ? ended.getLast() : null, id, lease);
        return new Next.Again(more ? now : now.plus(settings.endsEvery()));
    }

    private static Bson over(String day) {
        return Filters.and(Filters.eq("open", true), Filters.lt("until", day));
    }

    private List<Document> ended(@Nullable Document look, String day) {
        Document after = look == null ? null : look.get("after", Document.class);
        Bson wanted = after == null ? over(day) : Filters.and(over(day), beyond(after.getString("order"), after.getString("_id")));
        return store.records().find(wanted).hint(RecordStore.OPEN).sort(Sorts.ascending("order", "_id"))
                .projection(Projections.include("order")).limit(AT_A_TIME).into(new ArrayList<>());
    }

    private static Bson beyond(String order, String id) {
        return Filters.or(Filters.gt("order", order), Filters.and(Filters.eq("order", order), Filters.gt("_id", id)));
    }

    private void goOnAfter(@Nullable Document last, String id, Lease lease) {
        looks().updateOne(Filters.and(Filters.eq("_id", id), Filters.eq("work.leaseOwner", lease.owner())),
                Updates.set("after", last));
    }

    private MongoCollection<Document> looks() {
        return mongo.getCollection(COLLECTION);
    }
}
