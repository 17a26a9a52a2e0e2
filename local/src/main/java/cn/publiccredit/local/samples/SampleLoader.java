package cn.publiccredit.local.samples;

import cn.publiccredit.local.client.AccountDesk;
import cn.publiccredit.local.client.Batch;
import cn.publiccredit.local.client.Door;
import cn.publiccredit.local.client.SuiteFailure;
import cn.publiccredit.local.client.Uploads;
import cn.publiccredit.local.suite.Progress;
import cn.publiccredit.local.suite.Suite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Loads the sample data through the gateway, as the departments of sixteen cities would. */
public final class SampleLoader {

    private static final long SEED = 20_260_401L;
    private static final int SUBJECTS = 2_000;
    private static final int RECORDS = 10_000;
    private static final int AT_ONCE = 2;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Suite suite;
    private final Progress progress;

    private SampleLoader(Suite suite, Progress progress) {
        this.suite = suite;
        this.progress = progress;
    }

    /**
     * What the platform made of the sample files.
     *
     * @param received how many rows were uploaded
     */
    public record Loaded(int subjects, int received, int accepted, int updated, int duplicate, int rejected) {}

    /**
     * Loads everything and waits until it is in. Loading again finds duplicates only.
     *
     * @throws SamplesNotLoaded when a batch fails or rows are unaccounted for
     */
    public static Loaded load(Suite suite, Progress progress) {
        try {
            return new SampleLoader(suite, progress).load();
        } catch (SamplesNotLoaded failure) {
            throw failure;
        } catch (SuiteFailure failure) {
            throw new SamplesNotLoaded("样例未能装入 / samples could not be loaded: " + failure.getMessage(), failure);
        }
    }

    private Loaded load() {
        List<Samples.Files> files = new Samples(SEED, asOf(), SUBJECTS, RECORDS).files();
        AccountDesk desk = AccountDesk.of(suite);
        files.stream().map(Samples.Files::department).filter(Department::opened).map(Department::toOpen).forEach(desk::open);
        SourceRegister.enter(Door.of(suite), PATIENCE);
        int rows = files.stream().mapToInt(Samples.Files::rows).sum();
        progress.line("samples", "装入 %,d 家虚构主体、%,d 行 / loading %,d made-up subjects, %,d rows"
                .formatted(SUBJECTS, rows, SUBJECTS, rows));
        AtomicInteger done = new AtomicInteger();
        List<Batch> batches = new ArrayList<>();
        try (ExecutorService departments = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<List<Batch>>> uploads = files.stream()
                    .map(some -> departments.submit(() -> upload(some, done, rows))).toList();
            for (Future<List<Batch>> upload : uploads) {
                batches.addAll(upload.get());
            }
        } catch (ExecutionException e) {
            throw new SamplesNotLoaded("样例未能全部装入 / not all samples could be loaded: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SamplesNotLoaded("装入被中断 / loading was interrupted", e);
        }
        return sum(batches);
    }

    private List<Batch> upload(Samples.Files files, AtomicInteger done, int rows) {
        Uploads uploads = new Uploads(Door.of(suite).as(files.department().account()), PATIENCE);
        List<Batch> batches = new ArrayList<>();
        for (Map.Entry<String, Table> file : List.of(Map.entry("DJ", files.registration()),
                Map.entry("XK", files.licences()), Map.entry("CF", files.penalties()))) {
            batches.add(checked(uploads.upload(file.getKey(), file.getValue().csv())));
            int sofar = done.addAndGet(file.getValue().size());
            progress.line("samples", "%s %s，%d%%".formatted(files.department().name(), file.getKey(), 100L * sofar / rows));
        }
        return batches;
    }

    private static Batch checked(Batch batch) {
        if (!batch.isDone() || !batch.addsUp()) {
            throw new SamplesNotLoaded("批次 / batch " + batch, null);
        }
        return batch;
    }

    private Loaded sum(List<Batch> batches) {
        Loaded loaded = new Loaded(SUBJECTS, batches.stream().mapToInt(Batch::received).sum(),
                batches.stream().mapToInt(Batch::accepted).sum(), batches.stream().mapToInt(Batch::updated).sum(),
                batches.stream().mapToInt(Batch::duplicate).sum(), batches.stream().mapToInt(Batch::rejected).sum());
        progress.line("samples", "完成：入库 %,d、更新 %,d、重复 %,d、退回 %,d / done: accepted, updated, duplicate, rejected"
                .formatted(loaded.accepted(), loaded.updated(), loaded.duplicate(), loaded.rejected()));
        return loaded;
    }

    /** The day of the first load, kept, so that a later load makes the same rows. */
    private LocalDate asOf() {
        Path kept = suite.home().resolve("data/samples.as-of");
        try {
            if (!Files.exists(kept)) {
                Files.createDirectories(suite.home().resolve("data"));
                Files.writeString(kept, LocalDate.now(Clock.systemDefaultZone()).toString());
            }
            return LocalDate.parse(Files.readString(kept).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
