package cn.publiccredit.support.work;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.bson.Document;
import org.springframework.data.mongodb.core.query.Update;

/**
 * Runs the {@code steps} of a document in their order, each until it has succeeded once, and marks each as done.
 *
 * <p>A crash after a step and before its mark runs the step again: each must be idempotent at its receiver.
 */
final class StepTask implements Task {

    private final WorkStore store;
    private final Map<String, Consumer<String>> actions;
    private final Consumer<String> completed;
    private final Clock clock;

    StepTask(WorkStore store, Map<String, Consumer<String>> actions, Consumer<String> completed, Clock clock) {
        this.store = store;
        this.actions = Map.copyOf(actions);
        this.completed = completed;
        this.clock = clock;
    }

    @Override
    public Next run(String id, Lease lease) {
        Document document = store.find(id);
        if (document == null) {
            return new Next.Done();
        }
        List<Document> steps = document.getList("steps", Document.class, List.of());
        for (int i = 0; i < steps.size(); i++) {
            if (!Step.State.DONE.name().equals(steps.get(i).getString("state"))) {
                lease.requireHeld();
                runStep(id, lease, i, steps.get(i).getString("name"));
            }
        }
        lease.requireHeld();
        completed.accept(id);
        return new Next.Done();
    }

    private void runStep(String id, Lease lease, int index, String name) {
        String path = "steps." + index + ".";
        Consumer<String> action = actions.get(name);
        if (action == null) {
            throw new IllegalStateException("no action is known for step " + name);
        }
        try {
            action.accept(id);
        } catch (RuntimeException e) {
            store.update(id, lease.owner(), new Update().inc(path + "attempts", 1)
                    .set(path + "at", clock.instant()).set(path + "error", String.valueOf(e.getMessage())));
            throw e;
        }
        Update done = new Update().set(path + "state", Step.State.DONE.name())
                .set(path + "at", clock.instant()).unset(path + "error");
        if (!store.update(id, lease.owner(), done)) {
            throw new Lease.LeaseLost();
        }
    }
}
