package cn.publiccredit.subject.collection;

import cn.publiccredit.subject.collection.file.Row;
import cn.publiccredit.subject.collection.judgement.Judgement;
import cn.publiccredit.subject.collection.judgement.Notice;
import cn.publiccredit.subject.collection.judgement.Remark;
import cn.publiccredit.subject.record.CodeFinding;
import cn.publiccredit.subject.record.IncomingRecord;
import cn.publiccredit.subject.record.NaturalKey;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The judged rows between two checkpoints. */
final class Chunk {

    private final List<Sound> sound = new ArrayList<>();
    private final Map<NaturalKey, Integer> byKey = new HashMap<>();
    private final List<Reject> rejects = new ArrayList<>();
    private final List<CodeFinding> wrongCodes = new ArrayList<>();
    private final Map<Remark, Noticed> noticed = new EnumMap<>(Remark.class);
    private final List<Repeated> repeated = new ArrayList<>();
    private long position;
    private int rows;
    private long text;

    /** A row that broke no rule, with its cells for the case that the records refuse it. */
    record Sound(IncomingRecord incoming, List<Notice> notices, List<String> cells) {}

    /**
     * A row that says the same as an earlier one of the chunk.
     *
     * @param first that one's place among the sound rows: what becomes of it decides about this one
     */
    record Repeated(int first, long row, List<String> cells) {}

    /**
     * Takes a row; false when it must go into the next chunk, because it changes a record that this one already writes:
     * run again after a crash, each row must find the records as it found them the first time.
     */
    boolean take(Row row, Judgement judgement) {
        switch (judgement) {
            case Judgement.Broken broken -> rejects.add(new Reject(row.number(), row.cells(), broken.rules(), row.text()));
            case Judgement.Sound(var incoming, var notices) -> {
                Integer earlier = byKey.putIfAbsent(incoming.naturalKey(), sound.size());
                if (earlier == null) {
                    sound.add(new Sound(incoming, notices, row.cells()));
                } else if (sound.get(earlier).incoming().saysTheSameAs(incoming)) {
                    repeated.add(new Repeated(earlier, row.number(), row.cells()));
                } else {
                    return false;
                }
                notices.forEach(notice -> notice(notice.remark(), row.number()));
            }
        }
        passed(row);
        rows++;
        return true;
    }

    /** Takes a row that is handed over by itself, whatever else the chunk says of its record. */
    void takeApart(Row row, List<Notice> notices) {
        notices.forEach(notice -> notice(notice.remark(), row.number()));
        passed(row);
    }

    void takeWrongCode(CodeFinding finding) {
        wrongCodes.add(finding);
    }

    void takeBlank(Row row) {
        notice(Remark.BLANK_ROW, row.number());
        passed(row);
    }

    private void passed(Row row) {
        position = row.number();
        text += row.length();
    }

    void notice(Remark remark, long row) {
        noticed.merge(remark, new Noticed(1, row), (was, now) -> new Noticed(was.count() + 1, was.firstRow()));
    }

    boolean isFull(CollectionSettings settings) {
        return rows >= settings.rowsAtATime() || text >= settings.textAtATime().toBytes();
    }

    boolean isEmpty() {
        return position == 0;
    }

    List<Sound> sound() {
        return sound;
    }

    List<Reject> rejects() {
        return rejects;
    }

    /** What is wrong with the codes of rejected rows. */
    List<CodeFinding> wrongCodes() {
        return wrongCodes;
    }

    Map<Remark, Noticed> noticed() {
        return noticed;
    }

    /** Rows that say the same as an earlier one of this chunk. */
    List<Repeated> repeated() {
        return repeated;
    }

    /** The last row in it, as the file counts. */
    long position() {
        return position;
    }
}
