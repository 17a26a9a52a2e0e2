package cn.publiccredit.subject.collection;

import cn.publiccredit.subject.collection.judgement.BrokenRule;
import cn.publiccredit.subject.collection.judgement.Notice;
import cn.publiccredit.subject.collection.judgement.Remark;
import cn.publiccredit.subject.collection.judgement.Rule;
import cn.publiccredit.subject.record.Operation;
import cn.publiccredit.subject.record.Verdict;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What became of the rows of a chunk.
 *
 * @param verdicts how many records were made, changed, known already; rows that say the same as others of the chunk
 *     included
 * @param rejects all that were not accepted, whether a rule or the records refused them
 * @param warned rows that were accepted, or changed something, although there is something to say about them
 * @param acceptedWithWarnings how many of these made a new record
 */
record Outcome(
        Map<Verdict, Long> verdicts, List<Reject> rejects, List<RowWarning> warned, long acceptedWithWarnings) {

    /** Nothing became of anything. */
    static final Outcome NONE = new Outcome(Map.of(), List.of(), List.of(), 0);

    static Outcome of(Chunk chunk, List<Verdict> verdicts, List<List<Notice>> notices) {
        return of(chunk.sound(), chunk, verdicts, notices);
    }

    /** @param sound the rows that the verdicts are about, in their order */
    static Outcome of(
            List<Chunk.Sound> sound, Chunk chunk, List<Verdict> verdicts, List<List<Notice>> notices) {
        Map<Verdict, Long> counts = new EnumMap<>(Verdict.class);
        List<Reject> rejects = new ArrayList<>(chunk.rejects());
        List<RowWarning> warned = new ArrayList<>();
        long acceptedWithWarnings = 0;
        for (int i = 0; i < verdicts.size(); i++) {
            Chunk.Sound row = sound.get(i);
            long number = row.incoming().rowNumber();
            Verdict verdict = verdicts.get(i);
            if (verdict.isRefusal()) {
                rejects.add(new Reject(number, row.cells(), List.of(refusal(verdict, row.incoming().operation()))));
                continue;
            }
            counts.merge(verdict, 1L, Long::sum);
            if (verdict != Verdict.DUPLICATE && !notices.get(i).isEmpty()) {
                warned.add(new RowWarning(number, notices.get(i)));
                acceptedWithWarnings += verdict == Verdict.ACCEPTED ? 1 : 0;
            }
        }
        for (Chunk.Repeated row : chunk.repeated()) {
            // As if the first one had been in an earlier chunk: where the records refuse that one, they refuse this one.
            Verdict first = verdicts.get(row.first());
            if (first.isRefusal()) {
                Operation wanted = sound.get(row.first()).incoming().operation();
                rejects.add(new Reject(row.row(), row.cells(), List.of(refusal(first, wanted))));
            } else {
                counts.merge(Verdict.DUPLICATE, 1L, Long::sum);
            }
        }
        return new Outcome(counts, rejects, warned, acceptedWithWarnings);
    }

    private static BrokenRule refusal(Verdict verdict, Operation operation) {
        return verdict == Verdict.KEPT_HERE
                ? new BrokenRule("", "", Rule.KEPT_HERE.id(), "该记录由本平台的信用承诺、合同履约或账款拖欠台账形成，不能以报送方式改动或撤销；"
                        + "请删除本行，在该台账中办理，确有错误的由上级单位撤销认定")
                : nothingThere(operation);
    }

    private static BrokenRule nothingThere(Operation operation) {
        return switch (operation) {
            case WITHDRAW -> new BrokenRule("", "", Rule.NOTHING_TO_WITHDRAW.id(),
                    "没有可撤销的记录：本单位未报送过该记录，请核对确定记录的各列（如文号、统一社会信用代码或证件号码、日期）");
            case CHANGE -> new BrokenRule("", "", Rule.NOTHING_TO_CHANGE.id(),
                    "没有可变更的记录：本单位未报送过该记录或记录已撤销，请核对确定记录的各列，新记录请填“新增”");
            case PUT, ADD -> new BrokenRule("", "", Rule.WITHDRAWN.id(),
                    "该记录已由本单位撤销，未作改动；确需恢复的，请在“操作类型”中填“新增”");
        };
    }

    /** Notes in the chunk which names differ from the register: that is known only now. */
    void noticeNames(Chunk chunk) {
        warned.stream().filter(row -> row.notices().stream().anyMatch(n -> n.remark() == Remark.NAME_DIFFERS))
                .forEach(row -> chunk.notice(Remark.NAME_DIFFERS, row.row()));
    }

    Counts counts() {
        return new Counts(received(), count(Verdict.ACCEPTED), acceptedWithWarnings, count(Verdict.UPDATED),
                count(Verdict.DUPLICATE), rejects.size());
    }

    long count(Verdict verdict) {
        return verdicts.getOrDefault(verdict, 0L);
    }

    long received() {
        return verdicts.values().stream().mapToLong(Long::longValue).sum() + rejects.size();
    }
}
