package cn.publiccredit.subject.personal.rotation;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import cn.publiccredit.subject.personal.KeyService;
import cn.publiccredit.support.work.Lease;
import cn.publiccredit.support.work.LeasedWorker;
import cn.publiccredit.support.work.Task;
import cn.publiccredit.support.work.Work;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * Carries a rotation out, one stretch and one checkpoint after the other: killed anywhere, it goes on from the last one, and a
 * value that was encrypted anew already is left alone.
 */
@Component
class Rotating implements Task {

    private static final int AT_A_TIME = 200;
    private static final String FIRST_LOOKUP_KEY = "l1";

    private final KeyService keys;
    private final List<SealedStore> stores;
    private final MongoTemplate mongo;
    private final ObjectProvider<LeasedWorker> rotationWorker;
    private final Clock clock;

    Rotating(
            KeyService keys,
            List<SealedStore> stores,
            MongoTemplate mongo,
            @org.springframework.beans.factory.annotation.Qualifier(RotationConfiguration.WORKER)
                    ObjectProvider<LeasedWorker> rotationWorker,
            Clock clock) {
        this.keys = keys;
        this.stores = stores.stream().sorted(Comparator.comparing(SealedStore::name)).toList();
        this.mongo = mongo;
        this.rotationWorker = rotationWorker;
        this.clock = clock;
    }

    /** A service that is given a new key beside former ones begins by itself; several replicas begin one rotation. */
    @EventListener(ContextRefreshedEvent.class)
    void keysMayHaveChanged() {
        if (!(keys.formerKeys().isEmpty() && keys.formerLookupKeys().isEmpty()) && find().isEmpty()) {
            begin();
        }
    }

    Optional<Rotation> find() {
        return Optional.ofNullable(mongo.findById(target(), Rotation.class));
    }

    /** What everything is to be made with in the end: the field key, and the look-up key where it is not the first. */
    private String target() {
        String lookup = keys.currentLookupKey();
        return lookup.equals(FIRST_LOOKUP_KEY) ? keys.currentKey() : keys.currentKey() + "+" + lookup;
    }

    private List<String> formerKeys() {
        return Stream.concat(keys.formerKeys().stream(), keys.formerLookupKeys().stream()).toList();
    }

    /** Begins, or begins anew when it is finished: an old replica may have encrypted with the former key meanwhile. */
    Rotation begin() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        try {
            mongo.insert(new Rotation(
                    target(), 1, null, null, 0, 0, formerKeys(), now, null, Work.dueAt(now), null));
        } catch (DuplicateKeyException there) {
            mongo.updateFirst(Query.query(where("_id").is(target()).and("finishedAt").ne(null)),
                    new Update().set("finishedAt", null).set("store", null).set("after", null).set("found", 0L)
                            .set("pass", 1).set("startedAt", now).set("formerKeys", formerKeys())
                            .set("work", Work.dueAt(now)).inc("version", 1L),
                    Rotation.class);
        }
        rotationWorker.ifAvailable(LeasedWorker::wake);
        return find().orElseThrow();
    }

    @Override
    public Next run(String id, Lease lease) {
        if (!id.equals(target())) {
            // A replica with a newer or an older key than this one; it has to do this itself.
            return new Next.Again(clock.instant().plus(1, ChronoUnit.MINUTES));
        }
        Rotation rotation = find().orElseThrow();
        if (rotation.finishedAt() != null) {
            return new Next.Done();
        }
        long found = rotation.found();
        for (int i = Math.max(0, indexOf(rotation.store())); i < stores.size(); i++) {
            SealedStore store = stores.get(i);
            String after = store.name().equals(rotation.store()) ? rotation.after() : null;
            found += through(store, after, lease, id);
        }
        lease.requireHeld();
        Update next = new Update().set("store", null).set("after", null).set("found", 0L);
        if (found == 0) {
            checkpoint(id, lease, next.set("finishedAt", clock.instant()));
            return new Next.Done();
        }
        checkpoint(id, lease, next.inc("pass", 1));
        return new Next.Again(clock.instant());
    }

    private long through(SealedStore store, @Nullable String from, Lease lease, String id) {
        long found = 0;
        String after = from;
        while (true) {
            lease.requireHeld();
            SealedStore.Stretch stretch = store.reseal(after, AT_A_TIME);
            if (stretch.last() == null) {
                return found;
            }
            found += stretch.resealed();
            after = stretch.last();
            checkpoint(id, lease, new Update().set("store", store.name()).set("after", after)
                    .inc("found", stretch.resealed()).inc("resealed", stretch.resealed()));
        }
    }

    private void checkpoint(String id, Lease lease, Update change) {
        mongo.updateFirst(Query.query(where("_id").is(id).and("work.leaseOwner").is(lease.owner())),
                change.inc("version", 1L), Rotation.class);
    }

    private int indexOf(@Nullable String store) {
        return stores.stream().map(SealedStore::name).toList().indexOf(store);
    }
}
