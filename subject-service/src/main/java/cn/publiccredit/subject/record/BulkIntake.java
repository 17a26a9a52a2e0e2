package cn.publiccredit.subject.record;

import cn.publiccredit.support.problem.CommonProblem;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One read and one write for all rows of a call; what somebody else changed in between is read and judged again. */
@Component
class BulkIntake implements RecordIntake {

    private static final int ATTEMPTS = 10;

    private final SubjectIntake subjects;
    private final RecordIds ids;
    private final Drafting drafting;
    private final RecordStore store;
    private final IntakeFigures figures;
    private final Clock clock;

    BulkIntake(
            SubjectIntake subjects, RecordIds ids, Drafting drafting, RecordStore store, IntakeFigures figures, Clock clock) {
        this.subjects = subjects;
        this.ids = ids;
        this.drafting = drafting;
        this.store = store;
        this.figures = figures;
        this.clock = clock;
    }

    @Override
    public List<Verdict> accept(IntakeContext context, List<IncomingRecord> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        List<String> owners = owners(context, rows);
        Map<String, List<Draft>> byRecord = new LinkedHashMap<>();
        for (Draft draft : drafting.drafts(context, rows, owners)) {
            byRecord.computeIfAbsent(draft.id(), id -> new ArrayList<>(1)).add(draft);
        }
        @Nullable Verdict[] verdicts = new @Nullable Verdict[rows.size()];
        Set<String> open = byRecord.keySet();
        for (int attempt = 0; attempt < ATTEMPTS && !open.isEmpty(); attempt++) {
            open = attempt(context, byRecord, open, verdicts);
        }
        if (!open.isEmpty()) {
            throw CommonProblem.CONFLICT.with();
        }
        List<Verdict> all = new ArrayList<>(rows.size());
        for (Verdict verdict : verdicts) {
            all.add(Objects.requireNonNull(verdict));
        }
        figures.counted(context, rows, all);
        return all;
    }

    @Override
    public List<Optional<Verdict>> written(IntakeContext context, List<IncomingRecord> rows) {
        List<String> of = ids.of(context, rows).stream().map(RecordIds.Kept::id).toList();
        Map<String, CreditRecord> known = store.findAll(new HashSet<>(of));
        List<Optional<Verdict>> written = new ArrayList<>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            CreditRecord record = known.get(of.get(i));
            written.add(record == null
                    ? Optional.empty()
                    : Merging.verdictOf(record, store.archivedTraces(record), context.batch(), rows.get(i).rowNumber()));
        }
        return written;
    }

    @Override
    public String idOf(IntakeContext context, IncomingRecord row) {
        return ids.of(context, List.of(row)).getFirst().id();
    }

    /** Of withdrawn rows nobody is asked for: their records know whom they are about. */
    private List<String> owners(IntakeContext context, List<IncomingRecord> rows) {
        Iterator<String> found = subjects.identify(context, rows.stream()
                .filter(row -> row.operation() != Operation.WITHDRAW).toList()).iterator();
        return rows.stream().map(row -> row.operation() == Operation.WITHDRAW ? "" : found.next()).toList();
    }

    private Set<String> attempt(
            IntakeContext context, Map<String, List<Draft>> byRecord, Set<String> ids, @Nullable Verdict[] verdicts) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Map<String, CreditRecord> before = store.findAll(ids);
        List<CreditRecord> changed = new ArrayList<>();
        for (String id : ids) {
            CreditRecord known = before.get(id);
            Merging merging = new Merging(context, now, known, known == null ? List.of() : store.archivedTraces(known));
            for (Draft draft : byRecord.getOrDefault(id, List.of())) {
                verdicts[draft.index()] = merging.take(draft);
            }
            merging.result().ifPresent(changed::add);
        }
        return changed.isEmpty() ? Set.of() : new HashSet<>(store.write(changed, before));
    }
}
