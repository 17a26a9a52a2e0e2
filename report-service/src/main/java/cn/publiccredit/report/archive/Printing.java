package cn.publiccredit.report.archive;

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
import org.springframework.stereotype.Component;

/**
 * Makes a report's PDF, once: right after it was issued, or when somebody asks sooner. Whoever is killed at it is followed by
 * another who makes the same bytes.
 */
@Component
public class Printing {

    /** Pages are laid out in memory; more at a time would only take turns on the processors. */
    private static final int AT_A_TIME = 2;

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Reports reports;
    private final PdfRenderer renderer;
    private final PdfSeal seal;
    private final ReportSettings settings;
    private final Map<String, FutureTask<StoredFile>> running = new ConcurrentHashMap<>();
    private final Semaphore turns = new Semaphore(AT_A_TIME, true);

    Printing(Reports reports, PdfRenderer renderer, PdfSeal seal, ReportSettings settings) {
        this.reports = reports;
        this.renderer = renderer;
        this.seal = seal;
        this.settings = settings;
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
        FutureTask<StoredFile> mine = new FutureTask<>(() -> print(report.id()));
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

    private StoredFile print(String id) throws InterruptedException {
        turns.acquire();
        try {
            Report report = reports.byId(id).orElseThrow();
            if (report.pdf() == null) {
                ZonedDateTime issued = report.issuedAt().atZone(TimeConfiguration.ZONE);
                byte[] pdf = renderer.render(printed(report, issued));
                reports.addPdf(report, seal.sealed(pdf, issued, report.number().hashCode()));
            }
            return Objects.requireNonNull(reports.byId(id).orElseThrow().pdf());
        } finally {
            turns.release();
        }
    }

    private PrintedReport printed(Report report, ZonedDateTime issued) {
        return new PrintedReport(report.number(), report.verificationCode(), issued, settings.issuer(),
                report.purpose().purpose(), report.purpose().consent(), reports.content(report),
                report.evidence().sha256(), VerificationAddress.of(settings, report), seal.notice());
    }
}
