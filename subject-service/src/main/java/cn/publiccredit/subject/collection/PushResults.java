package cn.publiccredit.subject.collection;

import cn.publiccredit.subject.collection.PushView.Fate;
import cn.publiccredit.subject.collection.PushView.Remarked;
import cn.publiccredit.subject.collection.PushView.Result;
import cn.publiccredit.subject.collection.judgement.Notice;
import cn.publiccredit.subject.record.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.springframework.util.unit.DataSize;

/**
 * Says what became of pushed records in as much room as an answer may take: that of a keyed call is kept whole, and the store has no
 * document above 16 MB. Each record has the same share of it, so that nothing is left out of one because of the others.
 */
final class PushResults {

    private static final long MOST = DataSize.ofMegabytes(8).toBytes();

    /** The names of a remark's fields, with what stands between them. */
    private static final int AROUND = 45;

    private final long share;
    private final Locale locale;

    PushResults(int records, Locale locale) {
        this.share = MOST / records;
        this.locale = locale;
    }

    /**
     * One for each record, in their order.
     *
     * @param sound rows with verdicts and notices, in their order
     */
    List<Result> all(List<Chunk.Sound> sound, List<Verdict> verdicts, List<List<Notice>> notices, List<Reject> rejects) {
        List<Result> results = new ArrayList<>();
        for (int i = 0; i < verdicts.size(); i++) {
            if (!verdicts.get(i).isRefusal()) {
                results.add(taken(sound.get(i).incoming().rowNumber(), verdicts.get(i), notices.get(i)));
            }
        }
        rejects.forEach(reject -> results.add(rejected(reject)));
        results.sort(Comparator.comparingLong(Result::row));
        return results;
    }

    private Result taken(long row, Verdict verdict, List<Notice> notices) {
        List<Remarked> told = fitting(notices.stream().map(notice -> Remarked.of(notice, locale)).toList());
        return new Result(row, fate(verdict, !notices.isEmpty()), List.of(), told, notices.size() - told.size());
    }

    private Result rejected(Reject reject) {
        List<Remarked> told = fitting(reject.rules().stream().map(rule -> Remarked.of(rule, locale)).toList());
        return new Result(reject.row(), Fate.REJECTED, told, List.of(), reject.rules().size() - told.size());
    }

    private List<Remarked> fitting(List<Remarked> all) {
        List<Remarked> told = new ArrayList<>(all.size());
        long left = share;
        for (Remarked one : all) {
            left -= AROUND + size(one.column()) + size(one.name()) + size(one.rule()) + size(one.message());
            if (left < 0) {
                break;
            }
            told.add(one);
        }
        return told;
    }

    /** Bytes of the text in JSON, or a little more. */
    private static long size(String text) {
        long size = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            size += c < ' ' ? 6 : c == '"' || c == '\\' ? 2 : c < 0x80 ? 1 : c < 0x800 ? 2 : 3;
        }
        return size;
    }

    private static Fate fate(Verdict verdict, boolean warned) {
        return switch (verdict) {
            case ACCEPTED -> warned ? Fate.ACCEPTED_WITH_WARNINGS : Fate.ACCEPTED;
            case UPDATED -> Fate.UPDATED;
            case DUPLICATE -> Fate.DUPLICATE;
            case NOTHING_THERE, KEPT_HERE -> Fate.REJECTED;
        };
    }
}
