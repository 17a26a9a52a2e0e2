package cn.publiccredit.listing.determination;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import cn.publiccredit.listing.NewestFirst;
import cn.publiccredit.support.web.Page;
import cn.publiccredit.support.web.Paging;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** The store of cases, collection {@value #COLLECTION}. */
@Component
class Cases implements SmartInitializingSingleton {

    static final String COLLECTION = "cases";

    private static final NewestFirst<ListingCase> ORDER =
            new NewestFirst<>(ListingCase.class, "proposedAt", ListingCase::proposedAt, ListingCase::id);

    private final MongoTemplate mongo;

    Cases(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Override
    public void afterSingletonsInstantiated() {
        for (String field : List.of("division", "department", "subject._id")) {
            mongo.indexOps(COLLECTION).createIndex(new Index().named("by-" + field).on(field, Sort.Direction.ASC)
                    .on("proposedAt", Sort.Direction.DESC).on("_id", Sort.Direction.DESC));
        }
    }

    /** Adds a new case; what is already there under its id when the same request was sent again. */
    ListingCase add(ListingCase proposed) {
        try {
            return mongo.insert(proposed);
        } catch (DuplicateKeyException sentAgain) {
            return Objects.requireNonNull(mongo.findById(proposed.id(), ListingCase.class));
        }
    }

    Optional<ListingCase> find(String id) {
        return Optional.ofNullable(mongo.findById(id, ListingCase.class));
    }

    /** @throws org.springframework.dao.OptimisticLockingFailureException when somebody changed it meanwhile */
    ListingCase save(ListingCase changed) {
        return mongo.save(changed);
    }

    Page<ListingCase> find(List<Criteria> filter, Paging paging) {
        return ORDER.page(mongo, filter, paging);
    }

    /** Cases that show this state on this day: a published one whose term has ended shows as exited. */
    static Criteria showing(CaseState state, LocalDate day) {
        return switch (state) {
            case PUBLISHED -> where("state").is(state)
                    .orOperator(where("until").isNull(), where("until").gte(day));
            case EXITED -> new Criteria().orOperator(
                    where("state").is(state), where("state").is(CaseState.PUBLISHED).and("until").lt(day));
            case PROPOSED, NOTIFIED, HEARD, DETERMINED, APPROVED, REJECTED -> where("state").is(state);
        };
    }

    /** From approved to published; nothing when it is published already. */
    void published(String id, String entry, @Nullable LocalDate until, Instant at) {
        Update update = new Update().set("entry", entry);
        move(id, CaseState.APPROVED, CaseState.PUBLISHED, until == null ? update : update.set("until", until), at, null);
    }

    /** From published to exited. @return whether the case is exited now, by this or an earlier call */
    boolean exited(String id, String reason, Instant at) {
        move(id, CaseState.PUBLISHED, CaseState.EXITED, new Update(), at, reason);
        return find(id).map(listing -> listing.state() == CaseState.EXITED).orElse(true);
    }

    /** From proposed to rejected; nothing when somebody has gone on with it. @return whether it is rejected now, or never was */
    boolean withdrawn(String id, String reason, Instant at) {
        move(id, CaseState.PROPOSED, CaseState.REJECTED, new Update(), at, reason);
        return find(id).map(listing -> listing.state() == CaseState.REJECTED).orElse(true);
    }

    private void move(
            String id, CaseState from, CaseState to, Update update, Instant at, @Nullable String note) {
        mongo.updateFirst(
                Query.query(where("_id").is(id).and("state").is(from)),
                update.set("state", to).push("history", new HistoryLine(to, at, null, note)).inc("version", 1),
                ListingCase.class);
    }
}
