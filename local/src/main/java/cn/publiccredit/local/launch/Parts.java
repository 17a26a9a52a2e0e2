package cn.publiccredit.local.launch;

import cn.publiccredit.local.app.Artefacts;
import cn.publiccredit.local.suite.Part;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/**
 * All parts of a suite and the order in which they come up: the store, then Keycloak and the build side by side, and
 * behind the build the applications, as many at a time as there are cores.
 */
record Parts(StoreStart store, KeycloakStart keycloak, List<ApplicationStart> applications, Starter starter, Path locks) {

    void start(List<Part> wanted, Artefacts artefacts, BuildStep build) throws InterruptedException {
        if (wanted.contains(Part.STORE) || store.external()) {
            step(store).run();
        }
        List<ApplicationStart> applicationsWanted =
                applications.stream().filter(application -> wanted.contains(application.part())).toList();
        List<Step> steps = new ArrayList<>();
        if (wanted.contains(Part.KEYCLOAK)) {
            steps.add(step(keycloak));
        }
        CountDownLatch built = new CountDownLatch(1);
        if (!applicationsWanted.isEmpty()) {
            steps.add(() -> {
                List<String> stale = artefacts.stale();
                if (!stale.isEmpty()) {
                    build.run(stale);
                }
                built.countDown();
            });
        }
        Semaphore cores = new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()));
        applicationsWanted.forEach(application -> steps.add(limited(step(application), built, cores)));
        together(steps);
    }

    /** Runs all steps side by side; the first failure ends the others. */
    private static void together(List<Step> steps) throws InterruptedException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            ExecutorCompletionService<Boolean> running = new ExecutorCompletionService<>(threads);
            steps.forEach(step -> running.submit(() -> {
                step.run();
                return true;
            }));
            try {
                for (int i = 0; i < steps.size(); i++) {
                    running.take().get();
                }
            } catch (ExecutionException e) {
                threads.shutdownNow();
                throw cause(e);
            } catch (InterruptedException e) {
                threads.shutdownNow();
                throw e;
            }
        }
    }

    private static Step limited(Step step, CountDownLatch built, Semaphore cores) {
        return () -> {
            built.await();
            cores.acquire();
            try {
                step.run();
            } finally {
                cores.release();
            }
        };
    }

    private Step step(Startable startable) {
        return () -> {
            try (PreparationLock _ = PreparationLock.of(locks, startable.part().label())) {
                startable.prepare();
            }
            starter.start(startable);
        };
    }

    private interface Step {

        void run() throws InterruptedException;
    }

    private static RuntimeException cause(ExecutionException e) {
        return e.getCause() instanceof RuntimeException unchecked
                ? unchecked
                : new IllegalStateException("a part could not be started", e.getCause());
    }
}
