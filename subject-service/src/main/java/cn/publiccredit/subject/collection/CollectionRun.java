package cn.publiccredit.subject.collection;

import cn.publiccredit.subject.collection.file.FileDefect;
import cn.publiccredit.subject.collection.file.FileFormat;
import cn.publiccredit.subject.collection.file.KeptBytes;
import cn.publiccredit.subject.collection.file.Row;
import cn.publiccredit.subject.collection.file.RowSource;
import cn.publiccredit.subject.collection.file.UnreadableFile;
import cn.publiccredit.subject.collection.judgement.Header;
import cn.publiccredit.subject.collection.judgement.ItemJudge;
import cn.publiccredit.subject.collection.judgement.Remark;
import cn.publiccredit.subject.collection.reading.KeptFile;
import cn.publiccredit.subject.rulebook.CatalogItem;
import cn.publiccredit.subject.rulebook.RuleBook;
import cn.publiccredit.support.work.Lease;
import cn.publiccredit.support.work.Task;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Works a file off: chunk by chunk judge, hand over, keep the rejects, move the checkpoint.
 *
 * <p>Killed anywhere, it is run again from the checkpoint: the intake gives a row of the same batch the verdict it gave
 * before, rejects overwrite themselves, and a chunk counts with the one write that moves the checkpoint.
 */
@Component
class CollectionRun implements Task {

    private static final Logger log = LoggerFactory.getLogger(CollectionRun.class);

    private final Batches batches;
    private final HeldBatches held;
    private final Queue queue;
    private final KeptBytes bytes;
    private final RuleBook rules;
    private final Judges judges;
    private final ChunkWriting writing;
    private final CollectionSettings settings;
    private final RowCounters counters;
    private final Clock clock;

    CollectionRun(
            Batches batches,
            HeldBatches held,
            Queue queue,
            KeptBytes bytes,
            RuleBook rules,
            Judges judges,
            ChunkWriting writing,
            CollectionSettings settings,
            RowCounters counters,
            Clock clock) {
        this.batches = batches;
        this.held = held;
        this.queue = queue;
        this.bytes = bytes;
        this.rules = rules;
        this.judges = judges;
        this.writing = writing;
        this.settings = settings;
        this.counters = counters;
        this.clock = clock;
    }

    @Override
    public Next run(String id, Lease lease) throws IOException {
        Optional<Batch> found = batches.find(id);
        if (found.isEmpty() || found.get().state().isFinished()) {
            return new Next.Done();
        }
        if (found.get().state() == BatchState.RECEIVED) {
            Queue.Place place = queue.place(found.get());
            if (!place.isTurn()) {
                return new Next.Again(clock.instant().plus(place.lookAgain()));
            }
        }
        counters.begun();
        try {
            if (!isGivenUp(found.get(), lease)) {
                work(found.get(), lease);
            }
        } finally {
            counters.ended();
        }
        queue.callNext();
        return new Next.Done();
    }

    /** Ends a batch that fails again and again: at somebody's wish soon, otherwise when nobody can believe in it any more. */
    private boolean isGivenUp(Batch batch, Lease lease) throws IOException {
        int failures = batch.work().attempts();
        int brokenOff = lease.brokenOff();
        boolean cancelled = batch.cancellation() != null;
        int tries = Math.max(brokenOff - settings.mostBrokenOff(),
                failures - (cancelled ? Queue.PATIENCE : settings.mostFailures()));
        if (tries < 0) {
            return false;
        }
        Failure why = brokenOff >= settings.mostBrokenOff()
                ? Failure.keepsBreakingOff(brokenOff)
                : Failure.keepsFailing(failures);
        giveUp(batch, lease, cancelled ? BatchState.CANCELLED : BatchState.FAILED, cancelled ? null : why, tries);
        return true;
    }

    /** @param tries how often this was tried before; reading the file once more may be what it fails or dies of */
    private void giveUp(Batch batch, Lease lease, BatchState state, @Nullable Failure why, int tries) throws IOException {
        Outcome settled = Outcome.NONE;
        if (tries < Queue.PATIENCE) {
            settled = settled(batch, lease);
        } else {
            log.error("batch {} ends without knowing what its last run has written", batch.id());
        }
        finished(held.giveUp(batch.id(), lease.owner(), state, why, batch.position(), settled), state);
    }

    /** What the last run, which died before it could count, has written. */
    private Outcome settled(Batch batch, Lease lease) throws IOException {
        if (batch.startedAt() == null || batch.file().defect() != null) {
            return Outcome.NONE;
        }
        CatalogItem item = item(batch);
        try (RowSource rows = file(batch.file()).open(batch.titles(), Header.columnOf(item))) {
            Row titles = titles(batch, rows);
            return titles != null && Header.match(titles.cells(), item) instanceof Header.Match.Matched(var header)
                    ? passage(batch, item, judges(batch, item, header, rows), lease).settled(rows)
                    : Outcome.NONE;
        }
    }

    private Judges.Prepared judges(Batch batch, CatalogItem item, Header header, RowSource rows) {
        return judges.of(item, header, batch.submittedAt(), batch.source().uscc(), rows.from1904());
    }

    private Passage passage(Batch batch, CatalogItem item, Judges.Prepared prepared, Lease lease) {
        return new Passage(batch, item, prepared.judge(), settings, writing, held, lease);
    }

    private static @Nullable Row titles(Batch batch, RowSource rows) throws IOException {
        Row titles = rows.next();
        while (titles != null && titles.isBlank() && batch.file().format() != FileFormat.NDJSON) {
            titles = rows.next();
        }
        return titles;
    }

    private void work(Batch batch, Lease lease) throws IOException {
        FileDefect defect = batch.file().defect();
        if (defect != null) {
            fail(batch, lease, Failure.of(defect, batch.file().defectLine()));
            return;
        }
        KeptFile file = file(batch.file());
        CatalogItem item = item(batch);
        UnaryOperator<String> columnOf = Header.columnOf(item);
        try {
            boolean surveyed = batch.startedAt() != null || !file.needsSurvey();
            KeptFile.Survey survey = surveyed
                    ? new KeptFile.Survey(batch.file().lines(), batch.titles(), 0)
                    : file.survey(columnOf);
            try (RowSource rows = file.open(survey.titles(), columnOf)) {
                read(batch, item, survey, rows, lease);
            }
        } catch (UnreadableFile e) {
            fail(batch, lease, Failure.of(e.defect()));
        } catch (CharacterCodingException e) {
            fail(batch, lease, Failure.of(FileDefect.ENCODING));
        }
    }

    private KeptFile file(BatchFile file) {
        return new KeptFile(() -> bytes.open(file.content(), file.pieces()), file.bytes(), file.format(), file.gzip(),
                file.encoding(), settings.bounds(), settings.inflation());
    }

    private CatalogItem item(Batch batch) {
        return rules.version(batch.item().code(), batch.item().version());
    }

    private void read(Batch batch, CatalogItem item, KeptFile.Survey survey, RowSource rows, Lease lease)
            throws IOException {
        Row titles = titles(batch, rows);
        if (titles == null) {
            fail(batch, lease, Failure.of(FileDefect.EMPTY));
            return;
        }
        if (titles.defect() != null) {
            fail(batch, lease, Failure.unreadableHeader(titles.number()));
            return;
        }
        switch (Header.match(titles.cells(), item)) {
            case Header.Match.Refused(var unfit) -> fail(batch, lease, Failure.of(unfit));
            case Header.Match.Matched(var header) -> judge(batch, item, header, survey, rows, lease);
        }
    }

    private void judge(
            Batch batch, CatalogItem item, Header header, KeptFile.Survey survey, RowSource rows, Lease lease)
            throws IOException {
        Judges.Prepared prepared = judges(batch, item, header, rows);
        Map<Remark, Long> noticed = new EnumMap<>(Remark.class);
        if (rows.others() > 0) {
            noticed.put(Remark.OTHER_SHEETS, (long) rows.others());
        }
        if (survey.merged() > 0) {
            noticed.put(Remark.MERGED_CELLS, (long) survey.merged());
        }
        if (!prepared.divisionsKnown()) {
            noticed.put(Remark.DIVISIONS_UNKNOWN, 1L);
        }
        if (!held.begin(batch, lease.owner(), new HeldBatches.Beginning(header.titles(), survey.rows(), noticed))) {
            return;
        }
        switch (passage(batch, item, prepared, lease).through(rows)) {
            case NO_ROWS -> fail(batch, lease, Failure.NO_ROWS);
            case ENDED -> finished(held.finish(batch.id(), lease.owner()), BatchState.DONE);
            case STOPPED -> finished(held.cancel(batch.id(), lease.owner()), BatchState.CANCELLED);
        }
    }

    private void fail(Batch batch, Lease lease, Failure failure) {
        finished(held.fail(batch.id(), lease.owner(), failure), BatchState.FAILED);
    }

    private void finished(boolean written, BatchState state) {
        if (written) {
            counters.finished(state);
        }
    }
}
