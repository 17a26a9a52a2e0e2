package cn.publiccredit.report.archive;

import cn.publiccredit.report.ReportCapacity;
import cn.publiccredit.report.ReportProblem;
import cn.publiccredit.report.ReportSettings;
import cn.publiccredit.report.rendering.PdfRenderer;
import cn.publiccredit.report.rendering.PrintedReport;
import cn.publiccredit.report.seal.PdfSeal;
import cn.publiccredit.support.time.TimeConfiguration;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Makes a report's PDF, once: right after it was issued, or when somebody asks sooner. Whoever is killed at it is followed by
 * another who makes the same bytes.
 */
@Component
public class Printing {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Reports reports;
    private final ObjectProvider<PdfRenderer> renderer;
    private final PdfSeal seal;
    private final ReportSettings settings;
    private final Map<String, FutureTask<StoredFile>> running = new ConcurrentHashMap<>();
    private final ReportCapacity capacity;
    private final Semaphore room;

    Printing(Reports reports, ObjectProvider<PdfRenderer> renderer, PdfSeal seal, ReportSettings settings,
            ReportCapacity capacity) {
        this.reports = reports;
        this.renderer = renderer;
        this.seal = seal;
        this.settings = settings;
        this.capacity = capacity;
        this.room = new Semaphore(capacity.total(), true);
    }

    /**
     * The report's PDF, made now when it is not there.
     *
     * @throws cn.publiccredit.support.problem.Problem {@code report.pdf.not-ready} when it takes too long
     */
    public StoredFile pdf(Report report) {
        StoredFile there = report.pdf();
        if (there != null) {
            return there;
        }
        FutureTask<StoredFile> mine = new FutureTask<>(() -> print(report.id(), capacity.ofPrint(report.evidence().records().size())));
        FutureTask<StoredFile> first = running.putIfAbsent(report.id(), mine);
        if (first == null) {
            Thread.ofVirtual().name("print-" + report.number()).start(() -> {
                mine.run();
                running.remove(report.id(), mine);
            });
        }
        return await(first == null ? mine : first);
    }

    private static StoredFile await(FutureTask<StoredFile> printing) {
        try {
            return printing.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ReportProblem.PDF_NOT_READY.with().because(e);
        } catch (TimeoutException e) {
            throw ReportProblem.PDF_NOT_READY.with().because(e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e);
        }
    }

    private StoredFile print(String id, int space) throws InterruptedException {
        room.acquire(space);
        try {
            Report report = reports.byId(id).orElseThrow();
            if (report.pdf() == null) {
                ZonedDateTime issued = report.issuedAt().atZone(TimeConfiguration.ZONE);
                byte[] pdf = renderer.getObject().render(printed(report, issued));
                reports.addPdf(report, seal.sealed(pdf, issued, report.number().hashCode()));
            }
            return Objects.requireNonNull(reports.byId(id).orElseThrow().pdf());
        } finally {
            room.release(space);
        }
    }

    private PrintedReport printed(Report report, ZonedDateTime issued) {
        return new PrintedReport(report.number(), report.verificationCode(), issued, settings.issuer(),
                report.purpose().purpose(), report.purpose().consent(), reports.content(report),
                report.evidence().sha256(), VerificationAddress.of(settings, report), seal.notice());
    }
}
