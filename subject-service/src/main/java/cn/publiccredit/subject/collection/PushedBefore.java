package cn.publiccredit.subject.collection;

import cn.publiccredit.subject.collection.judgement.Header;
import cn.publiccredit.subject.collection.judgement.Notice;
import cn.publiccredit.subject.record.RecordIntake;
import cn.publiccredit.subject.record.Verdict;
import cn.publiccredit.subject.rulebook.CatalogItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Answers a keyed call that was through when its answer was lost from what is kept of it: what was made of the records then,
 * whatever happened to them since.
 */
@Component
class PushedBefore {

    private final PushJudging judging;
    private final RecordIntake intake;
    private final Rejects rejects;
    private final RowWarnings warnings;

    PushedBefore(PushJudging judging, RecordIntake intake, Rejects rejects, RowWarnings warnings) {
        this.judging = judging;
        this.intake = intake;
        this.rejects = rejects;
        this.warnings = warnings;
    }

    /**
     * The answer again, with the rows unless some of them were deleted meanwhile.
     *
     * @param item the version under which the batch was received
     */
    PushView of(Batch batch, PushedRecords pushed, Header header, CatalogItem item, Locale locale) {
        if (batch.fileDeletedAt() != null) {
            // Rejects and warnings are kept for a time only; without them nobody knows which rows they were.
            return PushView.counted(batch);
        }
        List<Reject> kept;
        try (Stream<Reject> rows = rejects.of(batch.id())) {
            kept = rows.toList();
        }
        Set<Long> rejected = kept.stream().map(Reject::row).collect(Collectors.toSet());
        List<Chunk.Sound> taken = judging.judged(pushed, header, item, batch).sound().stream()
                .filter(row -> !rejected.contains(row.incoming().rowNumber())).toList();
        if (taken.size() + kept.size() != pushed.records().size()) {
            // A worker has gone on with it and found a row empty, which a call does not.
            return PushView.counted(batch);
        }
        // A row that made no version said what was known.
        List<Verdict> verdicts = intake.written(
                        batch.context(batch.source().name()), taken.stream().map(Chunk.Sound::incoming).toList())
                .stream().map(verdict -> verdict.orElse(Verdict.DUPLICATE)).toList();
        int records = pushed.records().size();
        Map<Long, List<Notice>> warned = warnings.list(batch.id(), 0, records).stream()
                .collect(Collectors.toMap(RowWarning::row, RowWarning::notices));
        List<List<Notice>> notices = new ArrayList<>();
        for (int i = 0; i < taken.size(); i++) {
            // Of what was known nothing is kept that there was to say.
            List<Notice> said = verdicts.get(i) == Verdict.DUPLICATE ? taken.get(i).notices() : List.of();
            notices.add(warned.getOrDefault(taken.get(i).incoming().rowNumber(), said));
        }
        return PushView.of(batch, batch.counts(), new PushResults(records, locale).all(taken, verdicts, notices, kept));
    }
}
