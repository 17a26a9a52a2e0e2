package cn.publiccredit.subject.collection;

import cn.publiccredit.subject.collection.PushView.Fate;
import cn.publiccredit.subject.collection.PushView.Remarked;
import cn.publiccredit.subject.collection.PushView.Result;
import cn.publiccredit.subject.collection.file.Encoding;
import cn.publiccredit.subject.collection.file.FileFormat;
import cn.publiccredit.subject.collection.file.Row;
import cn.publiccredit.subject.collection.judgement.BrokenRule;
import cn.publiccredit.subject.collection.judgement.Header;
import cn.publiccredit.subject.collection.judgement.ItemJudge;
import cn.publiccredit.subject.collection.judgement.Judgement;
import cn.publiccredit.subject.collection.judgement.Notice;
import cn.publiccredit.subject.collection.judgement.UnfitHeader;
import cn.publiccredit.subject.record.CatalogItemRef;
import cn.publiccredit.subject.record.CodeFindings;
import cn.publiccredit.subject.record.RecordIntake;
import cn.publiccredit.subject.record.Verdict;
import cn.publiccredit.subject.rulebook.CatalogItem;
import cn.publiccredit.subject.rulebook.RuleBook;
import cn.publiccredit.support.audit.Access;
import cn.publiccredit.support.audit.AuditTrail;
import cn.publiccredit.support.idempotency.RequestIds;
import cn.publiccredit.support.problem.CommonProblem;
import cn.publiccredit.support.problem.Problem;
import cn.publiccredit.support.problem.Violation;
import cn.publiccredit.support.security.Caller;
import cn.publiccredit.support.work.Work;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Takes single records in at once, by the same rules and under the same keys as rows of files.
 *
 * <p>First the records are written, then rejects and warnings, last the batch that counts them. A keyed call that died in
 * between is sent again under the same batch and row numbers, and each record gets the verdict that it had.
 *
 * <p>Behind files of the same source and item that are not yet worked off, a push takes its place in the queue as a file
 * does: judged at once, it would find records as they stand without those files.
 */
@Component
class Pushing {

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
    private final RequestIds ids;
    private final AuditTrail audit;
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
            RequestIds ids,
            AuditTrail audit,
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
        this.ids = ids;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param hash of the body as it was sent */
    PushView push(Caller caller, PushedRecords pushed, long bytes, String hash, Locale locale) {
        BatchSource source = receiving.source(caller);
        RuleBook.Found found = receiving.item(pushed.item(), source);
        CatalogItem item = found.item();
        Header header = switch (Header.matchFields(pushed.fields(), item)) {
            case Header.Match.Refused(var unfit) -> throw refusal(unfit);
            case Header.Match.Matched(var matched) -> matched;
        };
        if (!earlier.haveEnded(source, item)) {
            Batch queued = receiving.receive(caller, found, pushed.file(header.titles()), "record.push");
            return new PushView(queued.id(), item.code(), item.version(), queued.state(), queued.counts(), List.of());
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        BatchFile file = new BatchFile(PushedRecords.FILE_NAME, bytes, hash, "", 0, FileFormat.NDJSON, false, Encoding.UTF_8,
                null, null, pushed.records().size());
        Batch batch = new Batch(ids.next(), new CatalogItemRef(item.code(), item.version()), item.name(), source,
                caller.id(), file, BatchState.DONE, header.titles(), pushed.records().size(), Counts.NONE, Map.of(),
                now, now, now, now, null, found.silentSince(), null, null, Work.none(), null);
        audit.record(Access.allowed(caller, "record.push").items(List.of(item.code())).target(batch.id()));
        ItemJudge judge = judges.of(item, header, now, source.uscc()).judge();
        return written(batch, judged(pushed, header, judge), locale);
    }

    /** The rows in their order, judged, and told apart. */
    private record Judged(Chunk chunk, List<Chunk.Sound> sound) {}

    private Judged judged(PushedRecords pushed, Header header, ItemJudge judge) {
        Chunk chunk = new Chunk();
        List<Chunk.Sound> sound = new ArrayList<>();
        for (int i = 0; i < pushed.records().size(); i++) {
            Row row = pushed.row(i, header.titles(), settings.bounds());
            switch (judge.judge(row)) {
                case Judgement.Broken broken -> {
                    chunk.take(row, broken);
                    judge.wrongCode(row, broken).ifPresent(chunk::takeWrongCode);
                }
                case Judgement.Sound(var incoming, var notices) ->
                    sound.add(new Chunk.Sound(incoming, notices, row.cells()));
            }
        }
        return new Judged(chunk, sound);
    }

    private PushView written(Batch batch, Judged judged, Locale locale) {
        List<Verdict> verdicts = judged.sound().isEmpty()
                ? List.of()
                : intake.accept(batch.context(batch.source().name()),
                        judged.sound().stream().map(Chunk.Sound::incoming).toList());
        List<List<Notice>> notices = names.notices(judged.sound(), verdicts);
        Outcome outcome = Outcome.of(judged.sound(), judged.chunk(), verdicts, notices);
        // First, so that whatever a process leaves behind that dies here has its time.
        retention.begin(batch);
        rejects.keep(batch.id(), outcome.rejects());
        if (!judged.chunk().wrongCodes().isEmpty()) {
            codes.report(batch.context(batch.source().name()), judged.chunk().wrongCodes());
        }
        warnings.keep(batch.id(), 0, outcome.warned());
        Batch counted = batch.counting(outcome);
        if (batches.add(counted)) {
            counters.counted(outcome);
        }
        return new PushView(batch.id(), batch.item().code(), batch.item().version(), counted.state(), counted.counts(),
                results(judged, verdicts, notices, outcome, locale));
    }

    private static List<Result> results(
            Judged judged, List<Verdict> verdicts, List<List<Notice>> notices, Outcome outcome, Locale locale) {
        List<Result> results = new ArrayList<>();
        for (int i = 0; i < verdicts.size(); i++) {
            if (verdicts.get(i) != Verdict.NOTHING_THERE) {
                List<Remarked> remarked = notices.get(i).stream().map(n -> Remarked.of(n, locale)).toList();
                long row = judged.sound().get(i).incoming().rowNumber();
                results.add(new Result(row, fate(verdicts.get(i), !remarked.isEmpty()), List.of(), remarked));
            }
        }
        for (Reject reject : outcome.rejects()) {
            List<Remarked> errors = reject.rules().stream().map(rule -> Remarked.of(rule, locale)).toList();
            results.add(new Result(reject.row(), Fate.REJECTED, errors, List.of()));
        }
        results.sort(Comparator.comparingLong(Result::row));
        return results;
    }

    private static Fate fate(Verdict verdict, boolean warned) {
        return switch (verdict) {
            case ACCEPTED -> warned ? Fate.ACCEPTED_WITH_WARNINGS : Fate.ACCEPTED;
            case UPDATED -> Fate.UPDATED;
            case DUPLICATE -> Fate.DUPLICATE;
            case NOTHING_THERE -> Fate.REJECTED;
        };
    }

    private static Problem refusal(UnfitHeader unfit) {
        Stream<Violation> unknown = unfit.unknown().stream().map(column -> new Violation("records", "unknown-column",
                "无法识别的列：" + column + "，请使用目录中该事项的列代码或中文名。",
                "Unknown column " + column + "; use the item's column codes or Chinese names."));
        Stream<Violation> twice = unfit.twice().stream().map(column -> new Violation("records", "duplicate-column",
                "重复的列：" + column + "，同一列不得以两个名称填写。",
                "Column " + column + " is given under two names; use one."));
        return CommonProblem.INVALID.with().violating(Stream.concat(unknown, twice).toList());
    }
}
