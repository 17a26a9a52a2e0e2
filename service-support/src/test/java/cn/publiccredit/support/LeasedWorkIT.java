package cn.publiccredit.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.data.mongodb.core.query.Criteria.where;

import cn.publiccredit.support.work.LeasedWorker;
import cn.publiccredit.support.work.Step;
import cn.publiccredit.support.work.Task;
import cn.publiccredit.support.work.Work;
import cn.publiccredit.support.work.Workers;
import cn.publiccredit.testing.EveryStore;
import cn.publiccredit.testing.ServiceTest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

@ServiceTest
@EveryStore
class LeasedWorkIT {

    record Case(@Id String id, List<Step> steps, Work work, @Version @Nullable Long version) {}

    @Autowired
    Workers workers;

    @Autowired
    MongoTemplate mongo;

    @Autowired
    Clock clock;

    private final String collection = "cases" + UUID.randomUUID();
    private final ArrayList<LeasedWorker> started = new ArrayList<>();

    private LeasedWorker start(LeasedWorker worker) {
        started.add(worker);
        worker.start();
        return worker;
    }

    @AfterEach
    void stopAll() {
        started.forEach(LeasedWorker::stop);
    }

    private void due(String id, String... steps) {
        mongo.insert(new Case(id, Arrays.stream(steps).map(Step::pending).toList(),
                Work.dueAt(clock.instant()), null), collection);
    }

    private Document found(String id) {
        return Objects.requireNonNull(mongo.findById(id, Document.class, collection));
    }

    @Test
    void twoReplicasNeverWorkOnTheSameDocumentAtOnce() {
        for (int i = 0; i < 20; i++) {
            due("d" + i);
        }
        Map<String, AtomicInteger> ran = new ConcurrentHashMap<>();
        Task count = (id, lease) -> {
            ran.computeIfAbsent(id, k -> new AtomicInteger()).incrementAndGet();
            return new Task.Next.Done();
        };
        start(workers.worker("a", collection, 3, count));
        start(workers.worker("b", collection, 3, count));
        await().until(() -> ran.size() == 20
                && mongo.findAll(Document.class, collection).stream().allMatch(d -> d.get("work", Document.class).get("due") == null));
        assertThat(ran.values()).allMatch(n -> n.get() == 1);
    }

    @Test
    void stepsRunInOrderAreRetriedUntilDoneAndKeepTheirError() {
        due("c", "FIRST", "SECOND");
        StringBuffer log = new StringBuffer();
        AtomicInteger failures = new AtomicInteger(2);
        Consumer<String> second = id -> {
            if (failures.getAndDecrement() > 0) {
                throw new IllegalStateException("peer down");
            }
            log.append("2");
        };
        AtomicBoolean completed = new AtomicBoolean();
        start(workers.stepWorker("steps", collection,
                Map.of("FIRST", id -> log.append("1"), "SECOND", second), id -> completed.set(true)));
        await().untilTrue(completed);
        await().until(() -> found("c").get("work", Document.class).get("due") == null);
        assertThat(log).hasToString("12");
        List<Document> steps = found("c").getList("steps", Document.class);
        assertThat(steps).allMatch(s -> s.getString("state").equals("DONE"));
        assertThat(steps.get(1).getInteger("attempts")).isEqualTo(2);
    }

    @Test
    void workInTheBackgroundDoesNotMakeWhatAPersonReadStale() {
        due("read");
        Object before = found("read").get("version");
        AtomicInteger runs = new AtomicInteger();
        start(workers.worker("w", collection, 1, (id, lease) -> {
            if (runs.getAndIncrement() == 0) {
                throw new IllegalStateException("once");
            }
            return new Task.Next.Done();
        }));
        await().until(() -> found("read").get("work", Document.class).get("due") == null);
        assertThat(runs).hasValue(2);
        assertThat(found("read").get("version")).isEqualTo(before);
    }

    @Test
    void aReplicaThatFallsSilentLosesItsWorkToAnother() throws Exception {
        due("s");
        CountDownLatch begun = new CountDownLatch(1);
        LeasedWorker silent = start(workers.worker("silent", collection, 1, (id, lease) -> {
            begun.countDown();
            new CountDownLatch(1).await();
            return new Task.Next.Done();
        }));
        begun.await();
        // A killed process renews nothing and gives nothing back; here the lease is aged in its place.
        mongo.updateFirst(new Query(), new Update()
                        .set("work.leaseOwner", "dead").set("work.leaseUntil", clock.instant().plusMillis(300)), collection);
        AtomicBoolean taken = new AtomicBoolean();
        start(workers.worker("other", collection, 1, (id, lease) -> {
            taken.set(true);
            return new Task.Next.Done();
        }));
        await().untilTrue(taken);
        silent.stop();
        assertThat(found("s").get("work", Document.class).get("due")).isNull();
    }

    @Test
    void runsThatEndWithoutAWordAreCountedAndTheNextIsPutOff() {
        due("deadly");
        due("other");
        List<Integer> told = new CopyOnWriteArrayList<>();
        AtomicInteger others = new AtomicInteger();
        Task task = (id, lease) -> {
            if (id.equals("other")) {
                others.incrementAndGet();
                return new Task.Next.Done();
            }
            told.add(lease.brokenOff());
            if (told.size() < 4) {
                diedOf(id);
            }
            return new Task.Next.Done();
        };
        start(workers.worker("deadly", collection, 1, task));
        await().until(() -> isDone("deadly") && isDone("other"));
        assertThat(told).containsExactly(0, 1, 2, 3);
        assertThat(others).hasValue(1);
        assertThat(found("deadly").get("work", Document.class)).as("forgotten with the success").doesNotContainKey("brokenOff");
    }

    @Test
    void workThatBreaksOffTwiceIsLeftAloneForAPause() {
        due("pausing");
        mongo.updateFirst(new Query(), new Update().set("work.leaseOwner", "dead").set("work.brokenOff", 20), collection);
        start(workers.worker("pausing", collection, 1, (id, lease) -> new Task.Next.Done()));
        await().until(() -> work("pausing").getInteger("brokenOff") == 21);
        await().until(() -> work("pausing").get("leaseOwner") == null);
        assertThat(work("pausing").getDate("due")).isAfter(Date.from(clock.instant().plusSeconds(60)));
        assertThat(work("pausing").getString("lastError")).contains("without a word");
    }

    @Test
    void anErrorOfATaskCostsARunAndNotTheThread() {
        due("errs");
        AtomicInteger runs = new AtomicInteger();
        start(workers.worker("errs", collection, 1, (id, lease) -> {
            switch (runs.incrementAndGet()) {
                case 1 -> throw new StackOverflowError("too deep");
                case 2 -> {
                    Thread.currentThread().interrupt();
                    throw new IllegalStateException("left its interrupt behind");
                }
                default -> {
                    return new Task.Next.Done();
                }
            }
        }));
        await().until(() -> isDone("errs"));
        assertThat(runs).hasValue(3);
    }

    /** As a killed process leaves it, whose lease has run out. */
    private void diedOf(String id) {
        mongo.updateFirst(Query.query(where("_id").is(id)),
                new Update().set("work.leaseOwner", "dead").set("work.leaseUntil", Instant.EPOCH), collection);
    }

    private boolean isDone(String id) {
        return work(id).get("due") == null;
    }

    private Document work(String id) {
        return found(id).get("work", Document.class);
    }

    @Test
    void aLongTaskKeepsItsLease() throws Exception {
        due("long");
        AtomicInteger runs = new AtomicInteger();
        CountDownLatch finish = new CountDownLatch(1);
        Task task = (id, lease) -> {
            runs.incrementAndGet();
            finish.await();
            lease.requireHeld();
            return new Task.Next.Done();
        };
        start(workers.worker("x", collection, 1, task));
        start(workers.worker("y", collection, 1, task));
        Instant begun = clock.instant();
        await().until(() -> Duration.between(begun, clock.instant()).compareTo(Duration.ofMillis(4500)) > 0);
        finish.countDown();
        await().until(() -> found("long").get("work", Document.class).get("due") == null);
        assertThat(runs).hasValue(1);
    }
}
