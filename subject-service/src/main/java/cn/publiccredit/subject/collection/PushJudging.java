package cn.publiccredit.subject.collection;

import cn.publiccredit.subject.collection.file.Row;
import cn.publiccredit.subject.collection.judgement.Header;
import cn.publiccredit.subject.collection.judgement.Judgement;
import cn.publiccredit.subject.collection.judgement.Remark;
import cn.publiccredit.subject.rulebook.CatalogItem;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Holds pushed records against the rules of their item, as rows of a file are. */
@Component
class PushJudging {

    private final Judges judges;
    private final CollectionSettings settings;

    PushJudging(Judges judges, CollectionSettings settings) {
        this.judges = judges;
        this.settings = settings;
    }

    /**
     * Records, judged, and told apart.
     *
     * @param records how many there were
     * @param chunk what is wrong with them
     * @param sound those with which nothing is, in their order
     */
    record Judged(int records, Chunk chunk, List<Chunk.Sound> sound) {}

    /** @param item the version under which the batch was received */
    Judged judged(PushedRecords pushed, Header header, CatalogItem item, Batch batch) {
        Judges.Prepared prepared = judges.of(item, header, batch.submittedAt(), batch.source().uscc(), false);
        Chunk chunk = new Chunk();
        List<Chunk.Sound> sound = new ArrayList<>();
        if (!prepared.divisionsKnown()) {
            chunk.notice(Remark.DIVISIONS_UNKNOWN, 0);
        }
        for (int i = 0; i < pushed.records().size(); i++) {
            Row row = pushed.row(i, header.titles(), settings.bounds());
            switch (prepared.judge().judge(row)) {
                case Judgement.Broken broken -> {
                    chunk.take(row, broken);
                    prepared.judge().wrongCode(row, broken).ifPresent(chunk::takeWrongCode);
                }
                case Judgement.Sound(var incoming, var notices) -> {
                    sound.add(new Chunk.Sound(incoming, notices, row.cells()));
                    chunk.takeApart(row, notices);
                }
            }
        }
        return new Judged(pushed.records().size(), chunk, sound);
    }
}
