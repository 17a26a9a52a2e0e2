package cn.publiccredit.support.audit;

import cn.publiccredit.support.problem.CommonProblem;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Writes what must leave a trace, before the answer leaves.
 *
 * <p>Callers wait until their entry is durable; many waiting entries share one insert. When the trail cannot be written the
 * access is refused: {@code audit.unavailable}.
 */
public final class AuditTrail {

    private final AuditWriter writer;
    private final AuditSettings settings;

    AuditTrail(AuditWriter writer, AuditSettings settings) {
        this.writer = writer;
        this.settings = settings;
    }

    /** Returns when the access is durably in the trail. @throws cn.publiccredit.support.problem.Problem 503 otherwise */
    public void record(Access access) {
        record(List.of(access));
    }

    /** As {@link #record(Access)}, for several accesses of one answer. */
    public void record(List<Access> accesses) {
        List<CompletableFuture<Void>> written = accesses.stream().map(writer::submit).toList();
        try {
            CompletableFuture.allOf(written.toArray(CompletableFuture[]::new))
                    .get(settings.patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CommonProblem.AUDIT_UNAVAILABLE.with().because(e);
        } catch (ExecutionException | TimeoutException e) {
            throw CommonProblem.AUDIT_UNAVAILABLE.with().because(e);
        }
    }
}
