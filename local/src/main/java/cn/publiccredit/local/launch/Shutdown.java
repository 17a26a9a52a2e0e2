package cn.publiccredit.local.launch;

import cn.publiccredit.local.process.Child;
import cn.publiccredit.local.process.Processes;
import cn.publiccredit.local.suite.Part;
import cn.publiccredit.local.suite.Progress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Stopping in the order that loses nothing: applications, Keycloak, and the store when nobody writes any more. */
record Shutdown(Processes processes, Progress progress) {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    void all() {
        together(Part.applications());
        one(Part.KEYCLOAK);
        one(Part.STORE);
    }

    void one(Part part) {
        Optional<Child> alive = processes.find(part.label()).filter(Child::alive);
        alive.ifPresent(child -> {
            child.stop(PATIENCE);
            progress.line(part.label(), "已停止 / stopped");
        });
        processes.forget(part.label());
    }

    private void together(List<Part> parts) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            parts.forEach(part -> threads.execute(() -> one(part)));
        }
    }
}
