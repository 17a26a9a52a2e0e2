package cn.publiccredit.subject.collection;

import cn.publiccredit.subject.collection.judgement.BrokenRule;
import cn.publiccredit.subject.collection.judgement.Notice;
import java.util.List;
import java.util.Locale;

/**
 * What became of pushed records.
 *
 * @param batch under which they are kept, with counts, rejects and warnings, as those of a file are
 * @param state DONE; or RECEIVED where files that were sent before are worked off first, RUNNING where a worker has it: then the batch
 *     tells later; or how else it ended, of a call that is sent again
 * @param results one for each record, in their order; none while they are waiting, nor when a call is sent again after its rejects were
 *     deleted
 */
record PushView(
        String batch, String item, int itemVersion, BatchState state, Counts counts, List<Result> results) {

    /** Of a batch that is worked off. */
    static PushView of(Batch batch, Counts counts, List<Result> results) {
        return new PushView(batch.id(), batch.item().code(), batch.item().version(), BatchState.DONE, counts, results);
    }

    /** Without its rows. */
    static PushView counted(Batch batch) {
        return new PushView(batch.id(), batch.item().code(), batch.item().version(), BatchViews.shown(batch.state()), batch.counts(), List.of());
    }

    /** What became of one record. */
    enum Fate {
        ACCEPTED,
        ACCEPTED_WITH_WARNINGS,
        UPDATED,
        DUPLICATE,
        REJECTED
    }

    /**
     * A record's fate.
     *
     * @param row its place, the first being 1
     * @param errors the rules that it breaks; none unless it was rejected
     * @param unlisted how many further errors or warnings the answer has no room for; the batch lists them all
     */
    record Result(long row, Fate outcome, List<Remarked> errors, List<Remarked> warnings, int unlisted) {}

    /**
     * Something about one column.
     *
     * @param column the column's code; empty when it is the record as a whole
     */
    record Remarked(String column, String name, String rule, String message) {

        static Remarked of(BrokenRule broken, Locale locale) {
            return new Remarked(broken.column(), broken.name(), broken.rule(),
                    new Said(broken.message() + "。", broken.english() + ".").in(locale));
        }

        static Remarked of(Notice notice, Locale locale) {
            return new Remarked(notice.column(), notice.name(), notice.remark().id(),
                    new Said(notice.remark().zh(), notice.remark().en()).in(locale));
        }
    }
}
