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
            return draft.operation().mayBegin() ? first(draft) : Verdict.NOTHING_THERE;
        }
        Optional<Verdict> earlier = verdictOf(before, draft.row());
        if (earlier.isPresent()) {
            return earlier.get();
        }
        if (context.isSupplied() && standing(before).filter(Cause::isOwn).isPresent()) {
            return Verdict.KEPT_HERE;
        }
        if (isPassed(before, draft)) {
            return passed(before, draft);
        }
        return switch (draft.operation()) {
            case WITHDRAW -> before.isWithdrawn() ? Verdict.DUPLICATE : withdraw(before, draft);
            case ADD -> before.isWithdrawn() ? put(before, draft, state(before, draft)) : put(before, draft);
            case PUT, CHANGE -> put(before, draft);
        };
    }

    /** The record to be written; empty when the rows changed nothing. */
    Optional<CreditRecord> result() {
        return changed ? Optional.ofNullable(record) : Optional.empty();
    }

    private Verdict first(Draft draft) {
        Version version = new Version(1, draft.content().get(), draft.telling().repaired() ? RecordState.REPAIRED : RecordState.ACTIVE, now, null,
                Cause.row(context, draft, Verdict.ACCEPTED));
        Source source = new Source(context.sourceUscc(), context.sourceName(), context.sourceDivision());
        record = new CreditRecord(draft.id(), context.item().code(), draft.subject(), draft.subjectKind(), source,
                draft.disclosure(), now, version, List.of(), 0, List.of());
        changed = true;
        return Verdict.ACCEPTED;
    }

    private Verdict put(CreditRecord known, Draft draft) {
        CreditRecord before = !isLate(known) && NewBreach.isToldBy(draft, known, context) ? known.overtaking(at(known)) : known;
        if (takesOver(before)) {
            return put(before, draft, state(before, draft));
        }
        boolean same = before.current().content().hash().equals(draft.hash());
        if (before.isWithdrawn()) {
            return same && draft.operation() == Operation.PUT ? Verdict.DUPLICATE : Verdict.NOTHING_THERE;
        }
        return same || isRepetition(before, draft)
                ? Verdict.DUPLICATE
                : put(before, draft, state(before, draft));
    }

    /** What the platform finds itself is in the record whatever others supplied or withdrew before, even in the same words. */
    private boolean takesOver(CreditRecord before) {
        return !context.isSupplied()
                && (before.isWithdrawn() || standing(before).filter(cause -> cause.isOf(context.batch())).isEmpty());
    }

    private static RecordState state(CreditRecord before, Draft draft) {
        RecordState now = before.current().state();
        if (draft.telling().repaired()) {
            return RecordState.REPAIRED;
        }
        return now == RecordState.REPAIRED || now == RecordState.WITHDRAWN ? before.restored() : now;
    }

    private Verdict put(CreditRecord before, Draft draft, RecordState state) {
        // Under another code of the same subject it stays where it is: the two may be separated again.
        String subject = draft.underOther() ? before.subject() : draft.subject();
        return changed(before, before.next(subject, draft.subjectKind(), draft.disclosure(), draft.content().get(), state, at(before),
                Cause.row(context, draft, Verdict.UPDATED)));
    }

    private Verdict withdraw(CreditRecord before, Draft draft) {
        return changed(before, before.withdrawn(at(before), Cause.row(context, draft, Verdict.UPDATED)));
    }

    private Verdict changed(CreditRecord before, CreditRecord after) {
        record = isLate(before) ? after.reinstating(before, at(before)) : after;
        changed = true;
        return Verdict.UPDATED;
    }

    private Instant at(CreditRecord before) {
        return now.isBefore(before.current().knownFrom()) ? before.current().knownFrom() : now;
    }

    private Optional<Verdict> verdictOf(CreditRecord before, long row) {
        return verdictOf(before, archived, context.batch(), row);
    }

    /** What a row was told that made a version of the record; empty when it made none. */
    static Optional<Verdict> verdictOf(CreditRecord record, List<Trace> archived, String batch, long row) {
        return Stream.concat(record.versions().map(Trace::of), archived.stream()).map(Trace::cause)
                .filter(cause -> cause.isRow(batch, row))
                .flatMap(cause -> Stream.ofNullable(cause.verdict()))
                .findFirst();
    }

    /** Whether a later row of this batch stands already: this one was worked on before a crash and changed nothing. */
    private boolean isPassed(CreditRecord before, Draft draft) {
        return standing(before).filter(cause -> cause.isOf(context.batch()) && cause.row() > draft.row()).isPresent();
    }

    // What it was told then follows from what stood before the later rows.
    private Verdict passed(CreditRecord before, Draft draft) {
        Optional<Version> then = before.versions()
                .filter(version -> !version.cause().isOf(context.batch()) || version.cause().row() < draft.row())
                .findFirst();
        boolean nothing = then.isEmpty() && before.archived() == 0;
        boolean withdrawn = then.filter(version -> version.state() == RecordState.WITHDRAWN).isPresent();
        return switch (draft.operation()) {
            case WITHDRAW -> nothing ? Verdict.NOTHING_THERE : Verdict.DUPLICATE;
            case CHANGE -> nothing || withdrawn ? Verdict.NOTHING_THERE : Verdict.DUPLICATE;
            case PUT -> withdrawn && then.filter(v -> v.content().hash().equals(draft.hash())).isEmpty()
                    ? Verdict.NOTHING_THERE
                    : Verdict.DUPLICATE;
            case ADD -> Verdict.DUPLICATE;
        };
    }

    /** Whether what stands came with a batch that was received after this one; nothing supplied makes the platform's own late. */
    private boolean isLate(CreditRecord before) {
        return standing(before)
                .filter(cause -> !cause.isOf(context.batch()) && (context.isSupplied() || cause.isOwn())
                        && cause.receivedAt().isAfter(context.receivedAt()))
                .isPresent();
    }

    /** Whether the row is late and says what was once known: no news, but a batch that is worked on again. */
    private boolean isRepetition(CreditRecord before, Draft draft) {
        return isLate(before) && traces(before).anyMatch(trace -> trace.hash().equals(draft.hash()));
    }

    /** The row that what stands comes from. */
    private static Optional<Cause> standing(CreditRecord before) {
        return before.versions().map(Version::cause).filter(cause -> cause.batch() != null).findFirst();
    }

    private Stream<Trace> traces(CreditRecord before) {
        return Stream.concat(before.versions().map(Trace::of), archived.stream());
    }
}
