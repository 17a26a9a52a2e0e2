package cn.publiccredit.subject.collection;

import cn.publiccredit.subject.collection.PushView.Result;
import cn.publiccredit.subject.collection.file.Row;
import cn.publiccredit.subject.collection.judgement.Header;
import cn.publiccredit.subject.collection.judgement.Judgement;
import cn.publiccredit.subject.collection.judgement.Notice;
import cn.publiccredit.subject.collection.judgement.Remark;
import cn.publiccredit.subject.collection.judgement.UnfitHeader;
import cn.publiccredit.subject.record.CodeFindings;
import cn.publiccredit.subject.record.RecordIntake;
import cn.publiccredit.subject.record.Verdict;
import cn.publiccredit.subject.rulebook.CatalogItem;
import cn.publiccredit.subject.rulebook.RuleBook;
import cn.publiccredit.support.problem.CommonProblem;
import cn.publiccredit.support.problem.Problem;
import cn.publiccredit.support.problem.Violation;
import cn.publiccredit.support.security.Caller;
import cn.publiccredit.support.work.LeasedWorker;
import cn.publiccredit.support.work.Work;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Takes single records in at once, by the same rules and under the same keys as rows of files.
 *
 * <p>First the batch stands, with what was sent, then the records are written, then rejects and warnings, last the batch counts them and
 * what was sent is deleted. When the process dies in between, a worker works the batch off as it does a file. A keyed call that died is sent again
 * under the same batch and row numbers, and each record gets the verdict that it had; with other records it is refused.
 *
 * <p>Behind files of the same source and item that are not yet worked off, a push takes its place in the queue as a file
 * does: judged at once, it would find records as they stand without those files.
 */
@Component
class Pushing {

    /** Longer than taking in as many records as a call may have; then whoever did is taken for dead. */
    private static final Duration TAKES_NO_LONGER = Duration.ofMinutes(1);

    private final Receiving receiving;
    private final EarlierFiles earlier;
    private final Judges judges;
    private final RecordIntake intake;
    private final NameCheck names;
    private final Rejects rejects;
    private final CodeFindings codes;
    private final RowWarnings warnings;
    private final FileRetention retention;
    private final Batches batches;
    private final RowCounters counters;
    private final CollectionSettings settings;
    private final Uploads uploads;
    private final LeasedWorker worker;
    private final Clock clock;

    Pushing(
            Receiving receiving,
            EarlierFiles earlier,
            Judges judges,
            RecordIntake intake,
            NameCheck names,
            Rejects rejects,
            CodeFindings codes,
            RowWarnings warnings,
            FileRetention retention,
            Batches batches,
            RowCounters counters,
            CollectionSettings settings,
            Uploads uploads,
            @Qualifier(CollectionConfiguration.WORKER) LeasedWorker worker,
            Clock clock) {
        this.receiving = receiving;
        this.earlier = earlier;
        this.judges = judges;
        this.intake = intake;
        this.names = names;
        this.rejects = rejects;
        this.codes = codes;
        this.warnings = warnings;
        this.retention = retention;
        this.batches = batches;
        this.counters = counters;
        this.settings = settings;
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
        Header header = header(spelt, item);
        IncomingFile file = pushed.file(header.titles());
        if (!earlier.haveEnded(source, item)) {
            return queued(receiving.receive(caller, found, file, "record.push"));
        }
        String owner = UUID.randomUUID().toString();
        Instant until = clock.instant().plus(TAKES_NO_LONGER);
        Batch batch = receiving.push(caller, found, file, header.titles(), new Work(clock.instant(), owner, until, 0, null));
        // Of a keyed call sent again: still in the queue, or stopped there.
        if (batch.state() == BatchState.RECEIVED || batch.state() == BatchState.CANCELLED || batch.state() == BatchState.FAILED) {
            return queued(batch);
        }
        boolean ours = owner.equals(batch.work().leaseOwner()) || batches.takePush(batch.id(), owner, until);
        boolean done = false;
        try {
            PushView view = written(batch, judged(pushed, header, judges.of(item, header, batch.submittedAt(), source.uscc(), false)),
                    ours ? owner : null, locale);
            done = true;
            return view;
        } finally {
            if (ours && !done) {
                // From here on it is as a file that was uploaded.
                batches.leavePush(batch.id(), owner);
                uploads.complete(batch);
                worker.wake();
            }
        }
    }

    private static PushView queued(Batch batch) {
        return new PushView(batch.id(), batch.item().code(), batch.item().version(), batch.state(), batch.counts(), List.of());
    }

    /** The rows in their order, judged, and told apart. */
    private record Judged(Chunk chunk, List<Chunk.Sound> sound) {}

    private Judged judged(PushedRecords pushed, Header header, Judges.Prepared prepared) {
        Chunk chunk = new Chunk();
        List<Chunk.Sound> sound = new ArrayList<>();
        if (!prepared.divisionsKnown()) {
            chunk.notice(Remark.DIVISIONS_UNKNOWN, 0);
        }
        for (int i = 0; i < pushed.records().size(); i++) {
            Row row = pushed.row(i, header.titles(), settings.bounds());
            switch (prepared.judge().judge(row)) {
                case Judgement.Broken broken -> {
                    chunk.take(row, broken);
                    prepared.judge().wrongCode(row, broken).ifPresent(chunk::takeWrongCode);
                }
                case Judgement.Sound(var incoming, var notices) -> {
                    sound.add(new Chunk.Sound(incoming, notices, row.cells()));
                    chunk.takeApart(row, notices);
                }
            }
        }
        return new Judged(chunk, sound);
    }

    /** @param owner in whose name the batch is worked off; null when somebody else does, who gives the same verdicts */
    private PushView written(Batch batch, Judged judged, @Nullable String owner, Locale locale) {
        List<Verdict> verdicts = judged.sound().isEmpty()
                ? List.of()
                : intake.accept(batch.context(batch.source().name()),
                        judged.sound().stream().map(Chunk.Sound::incoming).toList());
        List<List<Notice>> notices = names.notices(judged.sound(), verdicts);
        Outcome outcome = Outcome.of(judged.sound(), judged.chunk(), verdicts, notices);
        outcome.noticeNames(judged.chunk());
        if (owner != null) {
            finish(batch, judged, outcome, owner);
        }
        return new PushView(batch.id(), batch.item().code(), batch.item().version(), BatchState.DONE, outcome.counts(),
                results(judged, verdicts, notices, outcome, locale));
    }

    // Rejects and warnings first, the counts last; a worker that takes it over in between overwrites the former.
    private void finish(Batch batch, Judged judged, Outcome outcome, String owner) {
        retention.begin(batch);
        rejects.keep(batch.id(), outcome.rejects());
        if (!judged.chunk().wrongCodes().isEmpty()) {
            codes.report(batch.context(batch.source().name()), judged.chunk().wrongCodes());
        }
        warnings.keep(batch.id(), 0, outcome.warned());
        if (batches.pushed(batch.id(), owner, outcome, judged.chunk())) {
            counters.counted(outcome);
            uploads.discard(batch.file().content());
        }
    }

    private static List<Result> results(
            Judged judged, List<Verdict> verdicts, List<List<Notice>> notices, Outcome outcome, Locale locale) {
        PushResults say = new PushResults(verdicts.size() + judged.chunk().rejects().size(), locale);
        List<Result> results = new ArrayList<>();
        for (int i = 0; i < verdicts.size(); i++) {
            if (!verdicts.get(i).isRefusal()) {
                results.add(say.taken(judged.sound().get(i).incoming().rowNumber(), verdicts.get(i), notices.get(i)));
            }
        }
        outcome.rejects().forEach(reject -> results.add(say.rejected(reject)));
        results.sort(Comparator.comparingLong(Result::row));
        return results;
    }

    /** @throws Problem 422 that names what no column of the item is, and what is given twice */
    private static Header header(PushedRecords.Spelt spelt, CatalogItem item) {
        return switch (Header.matchFields(spelt.records().fields(), item)) {
            case Header.Match.Refused(var unfit) -> throw refusal(unfit.unknown(), spelt.twice());
            case Header.Match.Matched(var _) when !spelt.twice().isEmpty() -> throw refusal(List.of(), spelt.twice());
            case Header.Match.Matched(var matched) -> matched;
        };
    }

    private static Problem refusal(List<String> unknown, List<Violation> twice) {
        List<Violation> all = new ArrayList<>();
        unknown.forEach(column -> all.add(new Violation("records", "unknown-column",
                "无法识别的列：" + column + "，请使用目录中该事项的列代码或中文名。",
                "Unknown column " + column + "; use the item's column codes or Chinese names.")));
        all.addAll(twice);
        int more = all.size() - UnfitHeader.MOST_LISTED;
        if (more <= 0) {
            return CommonProblem.INVALID.with().violating(all);
        }
        List<Violation> listed = new ArrayList<>(all.subList(0, UnfitHeader.MOST_LISTED));
        listed.add(new Violation("records", listed.getLast().rule(),
                "另有 " + more + " 处列无法识别或重复，未逐一列出，请对照目录中该事项的列。",
                more + " further columns are unknown or given twice; compare them with the item's columns."));
        return CommonProblem.INVALID.with().violating(listed);
    }
}
