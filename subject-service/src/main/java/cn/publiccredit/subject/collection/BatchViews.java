package cn.publiccredit.subject.collection;

import cn.publiccredit.subject.collection.BatchView.Progress;
import cn.publiccredit.subject.collection.BatchView.Reason;
import cn.publiccredit.subject.collection.BatchView.Waiting;
import cn.publiccredit.subject.collection.BatchView.Warning;
import cn.publiccredit.subject.collection.file.Encoding;
import cn.publiccredit.subject.collection.judgement.Remark;
import cn.publiccredit.subject.rulebook.SourceNames;
import cn.publiccredit.support.time.TimeConfiguration;
import cn.publiccredit.support.web.Page;
import cn.publiccredit.support.work.Work;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows batches in a reader's language. */
@Component
class BatchViews {

    /** A free worker takes up what is due sooner. */
    private static final Duration TAKEN_UP_WITHIN = Duration.ofSeconds(3);

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(TimeConfiguration.ZONE);

    private final Queue queue;
    private final FileRetention retention;
    private final SourceNames names;
    private final CollectionSettings settings;
    private final Clock clock;

    BatchViews(Queue queue, FileRetention retention, SourceNames names, CollectionSettings settings, Clock clock) {
        this.queue = queue;
        this.retention = retention;
        this.names = names;
        this.settings = settings;
        this.clock = clock;
    }

    BatchView whole(Batch batch, Locale locale) {
        return view(batch, batch.state() == BatchState.RECEIVED ? waiting(batch, queue.place(batch), locale) : null, locale);
    }

    /** Many of them, with one look at the queue for all. */
    Page<BatchView> listed(Page<Batch> page, Locale locale) {
        Map<String, Queue.Place> places = queue.places(
                page.items().stream().filter(batch -> batch.state() == BatchState.RECEIVED).toList());
        return page.map(batch -> {
            Queue.Place place = places.get(batch.id());
            return view(batch, place == null ? null : waiting(batch, place, locale), locale);
        });
    }

    private BatchView view(Batch batch, @Nullable Waiting waiting, Locale locale) {
        BatchFile file = batch.file();
        Encoding encoding = file.encoding();
        Failure failure = batch.failure();
        FileRetention.Rule rule = file.pieces() > 0 ? retention.of(batch.item().code()) : null;
        return new BatchView(batch.id(), batch.item().code(), batch.itemName(), batch.item().version(), shown(batch.state()),
                waiting, batch.cancellation() != null && !batch.state().isFinished(), batch.counts(), progress(batch),
                warnings(batch, locale), batch.source().named(names), file.name(), file.format(), file.gzip(), file.sha256(),
                file.bytes(), encoding == null ? null : encoding.label(), batch.submittedAt(), batch.startedAt(),
                batch.finishedAt(),
                failure == null ? null : new Reason(failure.code(), failure.message().in(locale)),
                note(batch, locale), rule == null ? null : rule.endOf(batch),
                rule == null ? null : rule.source(), batch.fileDeletedAt());
    }

    /** How a push is taken in is nobody's concern. */
    static BatchState shown(BatchState state) {
        return state == BatchState.PUSHING ? BatchState.RUNNING : state;
    }

    private Waiting waiting(Batch batch, Queue.Place place, Locale locale) {
        if (place.isTurn() && isLeftWaiting(batch.work())) {
            return new Waiting(0, "workers-busy", new Said("已轮到本批次；平台的处理线程正忙于其他批次，空出后自动开始。",
                    "It is its turn; all workers are busy with other batches, and the next free one begins with it.").in(locale));
        }
        if (place.isTurn()) {
            return new Waiting(0, "starting", new Said("即将开始处理。", "It is about to begin.").in(locale));
        }
        return switch (place.bound()) {
            case ITEM -> new Waiting(place.ahead(), "item-order", new Said(
                    "本单位先收到的本事项批次尚未处理完毕，须按收到的先后处理，前面还有 " + place.ahead() + " 个批次。",
                    "Batches of this item that your organisation sent before are worked off first; " + place.ahead()
                            + " must end.").in(locale));
            case SOURCE -> new Waiting(place.ahead(), "source-limit", new Said(
                    "本单位同时处理的批次已达上限（" + settings.runningOfASource() + " 个），前面还有 " + place.ahead() + " 个批次。",
                    "Your organisation has as many batches running as it may (" + settings.runningOfASource() + "); "
                            + place.ahead() + " must end first.").in(locale));
            case PLATFORM -> new Waiting(place.ahead(), "platform-limit", new Said(
                    "平台同时处理的批次已达上限（" + settings.runningInAll() + " 个），前面还有 " + place.ahead() + " 个批次。",
                    "The platform runs as many batches as it may (" + settings.runningInAll() + "); " + place.ahead()
                            + " must end first.").in(locale));
        };
    }

    /** Whether nobody has taken it up although it is due. */
    private boolean isLeftWaiting(Work work) {
        Instant due = work.due();
        return work.leaseOwner() == null && due != null && due.plus(TAKEN_UP_WITHIN).isBefore(clock.instant());
    }

    private static @Nullable String note(Batch batch, Locale locale) {
        Instant silentSince = batch.catalogueSilentSince();
        if (silentSince == null) {
            return null;
        }
        String confirmed = MINUTE.format(silentSince);
        return new Said(
                "信用目录服务暂不可用，本批次按最近一次确认（" + confirmed + "）的“" + batch.itemName() + "”（"
                        + batch.item().code() + "）第 " + batch.item().version() + " 版数据标准校验。",
                "The catalogue cannot be asked now; this batch is judged by " + batch.item().code() + ", version "
                        + batch.item().version() + ", as last confirmed at " + confirmed + ".").in(locale);
    }

    private static List<Warning> warnings(Batch batch, Locale locale) {
        return Arrays.stream(Remark.values())
                .filter(remark -> batch.noticed().containsKey(remark.id()))
                .map(remark -> {
                    Noticed noticed = batch.noticed().getOrDefault(remark.id(), new Noticed(0, 0));
                    return new Warning(remark.id(), new Said(remark.zh(), remark.en()).in(locale), noticed.count(),
                            noticed.firstRow());
                })
                .toList();
    }

    private static Progress progress(Batch batch) {
        long done = batch.counts().received();
        long total = batch.state().isFinished() ? done : Math.max(done, batch.file().lines() - 1);
        Instant started = batch.startedAt();
        Instant progressed = batch.progressedAt();
        if (started == null || progressed == null || done == 0) {
            return new Progress(done, total, 0, null);
        }
        double seconds = Math.max(0.001, Duration.between(started, progressed).toMillis() / 1000.0);
        double rate = Math.round(done / seconds * 10) / 10.0;
        Instant eta = batch.state().isFinished()
                ? null
                : progressed.plusMillis((long) ((total - done) / Math.max(0.1, rate) * 1000));
        return new Progress(done, total, rate, eta);
    }
}
