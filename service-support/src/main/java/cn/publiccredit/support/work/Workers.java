package cn.publiccredit.support.work;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Makes workers; a feature declares the worker it gets as a bean, which starts and stops with the service. */
public final class Workers {

    private final MongoTemplate mongo;
    private final WorkSettings settings;
    private final Clock clock;
    private final MeterRegistry meters;

    Workers(MongoTemplate mongo, WorkSettings settings, Clock clock, MeterRegistry meters) {
        this.mongo = mongo;
        this.settings = settings;
        this.clock = clock;
        this.meters = meters;
    }

    /**
     * A worker for the documents of a collection that carry a field {@code work}.
     *
     * @param threads how many documents this replica works on at a time
     */
    public LeasedWorker worker(String queue, String collection, int threads, Task task) {
        return new LeasedWorker(queue, new WorkStore(mongo, collection, clock), task, threads, settings, clock, meters);
    }

    /**
     * A worker that runs the {@code steps} of due documents.
     *
     * @param actions what each step's name means; takes the document's id and must be idempotent
     * @param completed called with the id when all steps are done; must be idempotent, too
     */
    public LeasedWorker stepWorker(
            String queue, String collection, Map<String, Consumer<String>> actions, Consumer<String> completed) {
        WorkStore store = new WorkStore(mongo, collection, clock);
        return new LeasedWorker(
                queue, store, new StepTask(store, actions, completed, clock), 1, settings, clock, meters);
    }
}
