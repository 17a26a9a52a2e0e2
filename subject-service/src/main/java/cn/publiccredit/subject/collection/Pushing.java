package cn.publiccredit.subject.collection;

import cn.publiccredit.subject.collection.judgement.Header;
import cn.publiccredit.subject.collection.judgement.Notice;
import cn.publiccredit.subject.record.CodeFindings;
import cn.publiccredit.subject.record.RecordIntake;
import cn.publiccredit.subject.record.Verdict;
import cn.publiccredit.subject.rulebook.CatalogItem;
import cn.publiccredit.subject.rulebook.RuleBook;
import cn.publiccredit.support.security.Caller;
import cn.publiccredit.support.work.LeasedWorker;
import cn.publiccredit.support.work.Work;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Takes single records in at once, by the same rules and under the same keys as rows of files.
 *
 * <p>First the batch stands, with what was sent, then the records are written, then rejects and warnings, last the batch counts them and
 * what was sent is deleted. When the process dies in between, a worker works the batch off as it does a file. A keyed call that died is sent again
 * under the same batch and row numbers, and each record gets the verdict that it had; with other records it is refused. One that
 * was through is answered from what is kept of it.
 *
 * <p>Behind files of the same source and item that are not yet worked off, and with operations behind pushes, too, a push takes its
 * place in the queue as a file does: judged at once, it would find records as they stand without those.
 */
@Component
class Pushing {

    /** Longer than taking in as many records as a call may have; then whoever did is taken for dead. */
    private static final Duration TAKES_NO_LONGER = Duration.ofMinutes(1);

    private final Receiving receiving;
    private final EarlierFiles earlier;
    private final Queue queue;
    private final PushJudging judging;
    private final PushedBefore before;
    private final RecordIntake intake;
    private final NameCheck names;
    private final Rejects rejects;
    private final CodeFindings codes;
    private final RowWarnings warnings;
    private final FileRetention retention;
    private final Batches batches;
    private final HeldBatches held;
    private final RowCounters counters;
    private final Uploads uploads;
    private final LeasedWorker worker;
    private final Clock clock;

    Pushing(
            Receiving receiving,
            EarlierFiles earlier,
            Queue queue,
            PushJudging judging,
            PushedBefore before,
            RecordIntake intake,
            NameCheck names,
            Rejects rejects,
            CodeFindings codes,
            RowWarnings warnings,
            FileRetention retention,
            Batches batches,
            HeldBatches held,
            RowCounters counters,
            Uploads uploads,
            @Qualifier(CollectionConfiguration.WORKER) LeasedWorker worker,
            Clock clock) {
        this.receiving = receiving;
        this.earlier = earlier;
        this.queue = queue;
        this.judging = judging;
        this.before = before;
        this.intake = intake;
        this.names = names;
        this.rejects = rejects;
        this.codes = codes;
        this.warnings = warnings;
        this.retention = retention;
        this.batches = batches;
        this.held = held;
        this.counters = counters;
        this.uploads = uploads;
        this.worker = worker;
        this.clock = clock;
    }

    PushView push(Caller caller, PushedRecords sent, Locale locale) {
        BatchSource source = receiving.source(caller);
        RuleBook.Found found = receiving.item(sent.item(), source);
        CatalogItem item = found.item();
        PushedRecords.Spelt spelt = sent.inOneSpelling(Header.columnOf(item));
        PushedRecords pushed = spelt.records();
        Header header = PushHeader.of(spelt, item);
        IncomingFile file = pushed.file(header.titles());
        boolean turn = earlier.haveEnded(source, item, header.operationCell() >= 0);
        String owner = UUID.randomUUID().toString();
        Instant until = clock.instant().plus(TAKES_NO_LONGER);
        // Of a keyed call sent again it is the batch of the first one, in whatever state that is.
        Batch batch = turn
                ? receiving.push(caller, found, file, header.titles(), new Work(clock.instant(), owner, until, 0, null))
                : receiving.receive(caller, found, file, "record.push");
        if (batch.item().version() != item.version()) {
            // It was sent under a version of the item that these columns and rules are not of.
            return PushView.counted(batch);
        }
        boolean fresh = owner.equals(batch.work().leaseOwner());
        if (batch.state() == BatchState.PUSHING && (fresh
                || (turn || !isBehindOthers(batch)) && held.takePush(batch.id(), owner, until))) {
            return taken(batch, judging.judged(pushed, header, item, batch), owner, fresh, locale);
        }
        Batch now = batch.state() == BatchState.RUNNING || batch.state() == BatchState.PUSHING ? waitedFor(batch, item) : batch;
        return now.state() == BatchState.DONE ? before.of(now, pushed, header, item, locale) : PushView.counted(now);
    }

    private PushView taken(Batch batch, PushJudging.Judged judged, String owner, boolean fresh, Locale locale) {
        boolean done = false;
        try {
            PushView view = written(batch, judged, owner, fresh, locale);
            done = true;
            return view;
        } finally {
            if (!done) {
                // From here on it is as a file that was uploaded.
                held.leavePush(batch.id(), owner);
                uploads.complete(batch);
                worker.wake();
            }
            callNext(batch);
        }
    }

    // Files and pushes that came meanwhile have waited for this one.
    private void callNext(Batch batch) {
        if (batches.isAnyUnfinished(batch.source().uscc(), batch.item().code(), Queue.UNFINISHED, clock.instant())) {
            queue.callNext();
            worker.wake();
        }
    }

    /** A worker has it, who needs no longer than a push waits. */
    private Batch waitedFor(Batch batch, CatalogItem item) {
        earlier.haveEnded(batch.source(), item, true);
        return batches.find(batch.id()).orElse(batch);
    }

    // A call that is sent again has waited for the first one, its own batch.
    private boolean isBehindOthers(Batch batch) {
        return queue.place(batch).bound() == Queue.Bound.ITEM;
    }

    /** @param fresh whether nobody has begun with it before */
    private PushView written(Batch batch, PushJudging.Judged judged, String owner, boolean fresh, Locale locale) {
        List<Verdict> verdicts = judged.sound().isEmpty()
                ? List.of()
                : intake.accept(batch.context(batch.source().name()),
                        judged.sound().stream().map(Chunk.Sound::incoming).toList());
        List<List<Notice>> notices = names.notices(judged.sound(), verdicts);
        Outcome outcome = Outcome.of(judged.sound(), judged.chunk(), verdicts, notices);
        outcome.noticeNames(judged.chunk());
        finish(batch, judged, outcome, owner, fresh);
        return PushView.of(batch, outcome.counts(), new PushResults(judged.records(), locale)
                .all(judged.sound(), verdicts, notices, outcome.rejects()));
    }

    // Rejects and warnings first, the counts last; a worker that takes it over in between overwrites the former.
    private void finish(Batch batch, PushJudging.Judged judged, Outcome outcome, String owner, boolean fresh) {
        retention.begin(batch);
        rejects.keep(batch.id(), outcome.rejects());
        if (!judged.chunk().wrongCodes().isEmpty()) {
            codes.report(batch.context(batch.source().name()), judged.chunk().wrongCodes());
        }
        warnings.keep(batch.id(), 0, outcome.warned());
        if (!fresh) {
            // Whoever died may have refused what has come to be right since.
            rejects.forgetOthers(batch.id(), 0, judged.records(), outcome.rejects());
            if (outcome.warned().isEmpty()) {
                warnings.forget(batch.id(), 0);
            }
        }
        if (held.pushed(batch.id(), owner, outcome, judged.chunk())) {
            counters.counted(outcome);
            uploads.discard(batch.file().content());
        }
    }
}
