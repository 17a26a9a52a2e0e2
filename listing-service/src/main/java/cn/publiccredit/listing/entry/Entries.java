package cn.publiccredit.listing.entry;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import cn.publiccredit.listing.NewestFirst;
import cn.publiccredit.support.web.Page;
import cn.publiccredit.support.web.Paging;
import cn.publiccredit.support.work.Step;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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

/** The store of entries, collection {@value #COLLECTION}. */
@Component
public class Entries implements SmartInitializingSingleton {

    /** Where entries are; their steps are run from there, too. */
    public static final String COLLECTION = "entries";

    private static final NewestFirst<Entry> ORDER =
            new NewestFirst<>(Entry.class, "publishedAt", Entry::publishedAt, Entry::id);

    private final MongoTemplate mongo;

    Entries(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Override
    public void afterSingletonsInstantiated() {
        mongo.indexOps(COLLECTION).createIndex(new Index().named("of-subject")
                .on("subject", Sort.Direction.ASC).on("publishedAt", Sort.Direction.DESC).on("_id", Sort.Direction.DESC));
        mongo.indexOps(COLLECTION).createIndex(new Index().named("of-list").on("shownPublicly", Sort.Direction.ASC)
                .on("list", Sort.Direction.ASC).on("publishedAt", Sort.Direction.DESC).on("_id", Sort.Direction.DESC));
        mongo.indexOps(COLLECTION).createIndex(new Index().named("newest")
                .on("publishedAt", Sort.Direction.DESC).on("_id", Sort.Direction.DESC));
    }

    /** Publishes the entry unless it is already published. */
    public void publish(Entry entry) {
        try {
            mongo.insert(entry);
        } catch (DuplicateKeyException published) {
            // The step was done before and only not marked as done: the entry of that time stands.
        }
    }

    /** The entry of this id. */
    public Optional<Entry> find(String id) {
        return Optional.ofNullable(mongo.findById(id, Entry.class));
    }

    /**
     * The entries of these subjects that are in force on this day, by the id that each was made with, newest first.
     *
     * @param all whether those that are not public count, too
     */
    public Map<String, List<Entry>> liveOf(Collection<String> subjects, LocalDate day, boolean all) {
        Criteria of = subjects.size() == 1
                ? where("subject").is(subjects.iterator().next())
                : where("subject").in(subjects);
        Query live = Query.query(of.andOperator(liveOn(day))).with(ORDER.sort());
        return mongo.find(live, Entry.class).stream()
                .filter(entry -> all || entry.shownPublicly())
                .collect(Collectors.groupingBy(Entry::subject));
    }

    Page<Entry> find(List<Criteria> filter, Paging paging) {
        return ORDER.page(mongo, filter, paging);
    }

    static Criteria liveOn(LocalDate day) {
        return where("exit").isNull().orOperator(where("until").isNull(), where("until").gte(day));
    }

    /** Ends the entry together with the step that follows from it; empty when it was ended before or is not there. */
    Optional<Entry> end(String id, Exit exit) {
        Query notEnded = Query.query(where("_id").is(id).and("exit").isNull());
        Update ended = new Update()
                .set("exit", exit)
                .set("steps", List.of(Step.pending(ExitSteps.CLOSE_CASE)))
                .set("work.due", exit.at())
                .inc("version", 1);
        return Optional.ofNullable(
                mongo.findAndModify(notEnded, ended, FindAndModifyOptions.options().returnNew(true), Entry.class));
    }
}
