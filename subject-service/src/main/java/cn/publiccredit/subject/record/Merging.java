package cn.publiccredit.subject.record;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What rows make of one record, one after the other. Knows every row that made a version, so that a run repeated after a crash
 * gives each row the verdict it had.
 */
final class Merging {

    private final IntakeContext context;
    private final Instant now;
    private final List<Trace> archived;
    private @Nullable CreditRecord record;
    private boolean changed;

    Merging(IntakeContext context, Instant now, @Nullable CreditRecord before, List<Trace> archived) {
        this.context = context;
        this.now = now;
        this.record = before;
        this.archived = archived;
    }

    Verdict take(Draft draft) {
        CreditRecord before = record;
        if (before == null) {
            record = first(draft);
            changed = true;
            return Verdict.ACCEPTED;
        }
        Optional<Verdict> earlier = verdictOf(before, draft.row());
        if (earlier.isPresent()) {
            return earlier.get();
        }
        if (isNothingNew(before, draft)) {
            return Verdict.DUPLICATE;
        }
        Instant at = now.isBefore(before.current().knownFrom()) ? before.current().knownFrom() : now;
        record = before.next(draft.subject(), draft.disclosure(), draft.content().get(), at,
                Cause.row(context, draft.row(), Verdict.UPDATED));
        changed = true;
        return Verdict.UPDATED;
    }

    /** The record to be written; empty when the rows changed nothing. */
    Optional<CreditRecord> result() {
        return changed ? Optional.ofNullable(record) : Optional.empty();
    }

    private CreditRecord first(Draft draft) {
        Version version = new Version(1, draft.content().get(), RecordState.ACTIVE, now, null,
                Cause.row(context, draft.row(), Verdict.ACCEPTED));
        Source source = new Source(context.sourceUscc(), context.sourceName(), context.sourceDivision());
        return new CreditRecord(draft.id(), context.item().code(), draft.subject(), draft.subjectKind(), source,
                draft.disclosure(), now, version, List.of(), 0, List.of());
    }

    private Optional<Verdict> verdictOf(CreditRecord before, long row) {
        return traces(before).map(Trace::cause)
                .filter(cause -> cause.isRow(context.batch(), row))
                .flatMap(cause -> Stream.ofNullable(cause.verdict()))
                .findFirst();
    }

    private boolean isNothingNew(CreditRecord before, Draft draft) {
        if (before.current().content().hash().equals(draft.hash())) {
            return true;
        }
        Cause supplied = before.versions().map(Version::cause).filter(c -> c.batch() != null).findFirst().orElse(null);
        if (supplied == null) {
            return false;
        }
        if (supplied.isOf(context.batch())) {
            // A later row of this batch stands already, so this one was worked on before a crash and changed nothing.
            return supplied.row() > draft.row();
        }
        // A batch that is older than what stands, and says what was once known, is a repetition and no news.
        return supplied.receivedAt().isAfter(context.receivedAt())
                && traces(before).anyMatch(trace -> trace.hash().equals(draft.hash()));
    }

    private Stream<Trace> traces(CreditRecord before) {
        return Stream.concat(before.versions().map(Trace::of), archived.stream());
    }
}
