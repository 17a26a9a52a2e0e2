package cn.publiccredit.subject.collection;

import cn.publiccredit.subject.collection.file.CsvRows;
import cn.publiccredit.subject.collection.file.Encoding;
import cn.publiccredit.subject.collection.file.FileDefect;
import cn.publiccredit.subject.collection.file.KeptBytes;
import cn.publiccredit.subject.collection.file.Row;
import cn.publiccredit.subject.collection.judgement.Header;
import cn.publiccredit.subject.collection.judgement.ItemJudge;
import cn.publiccredit.subject.record.IncomingRecord;
import cn.publiccredit.subject.record.RecordIntake;
import cn.publiccredit.subject.record.Verdict;
import cn.publiccredit.subject.rulebook.CatalogItem;
import cn.publiccredit.subject.rulebook.RuleBook;
import cn.publiccredit.support.time.TimeConfiguration;
import cn.publiccredit.support.work.Lease;
import cn.publiccredit.support.work.Task;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Works a file off: chunk by chunk judge, hand over, keep the rejects, move the checkpoint.
 *
 * <p>Killed anywhere, it is run again from the checkpoint: the intake gives a row of the same batch the verdict it gave before, rejects
 * overwrite themselves, and a chunk counts with the one write that moves the checkpoint.
 */
@Component
class CollectionRun implements Task {

    private final Batches batches;
    private final Rejects rejects;
    private final KeptBytes bytes;
    private final RuleBook rules;
    private final RecordIntake intake;
    private final CollectionSettings settings;
    private final RowCounters counters;

    CollectionRun(
            Batches batches,
            Rejects rejects,
            KeptBytes bytes,
            RuleBook rules,
            RecordIntake intake,
            CollectionSettings settings,
            RowCounters counters) {
        this.batches = batches;
        this.rejects = rejects;
        this.bytes = bytes;
        this.rules = rules;
        this.intake = intake;
        this.settings = settings;
        this.counters = counters;
    }

    @Override
    public Next run(String id, Lease lease) throws IOException {
        Optional<Batch> found = batches.find(id);
        if (found.isPresent() && !found.get().state().isFinished()) {
            counters.begun();
            try {
                work(found.get(), lease);
            } finally {
                counters.ended();
            }
        }
        return new Next.Done();
    }

    private void work(Batch batch, Lease lease) throws IOException {
        Encoding encoding = batch.file().encoding();
        FileDefect defect = batch.file().defect();
        if (encoding == null) {
            fail(batch, lease, defect == null ? FileDefect.ENCODING : defect);
            return;
        }
        try (Reader reader = new BufferedReader(new InputStreamReader(
                bytes.open(batch.file().content(), batch.file().pieces()), encoding.strictDecoder()))) {
            read(batch, new CsvRows(reader, settings.bounds()), lease);
        } catch (CharacterCodingException e) {
            fail(batch, lease, FileDefect.ENCODING);
        }
    }

    private void read(Batch batch, CsvRows rows, Lease lease) throws IOException {
        Row titles = rows.next();
        while (titles != null && titles.isBlank()) {
            titles = rows.next();
        }
        if (titles == null) {
            fail(batch, lease, FileDefect.EMPTY);
            return;
        }
        if (titles.defect() != null) {
            fail(batch, lease, new Failure("header", "表头无法读取：双引号不成对，或内容、列数过多；请检查第 "
                    + titles.number() + " 行后重新上传。"));
            return;
        }
        CatalogItem item = rules.version(batch.item().code(), batch.item().version());
        switch (Header.match(titles.cells(), item)) {
            case Header.Match.Refused(var code, var message) -> fail(batch, lease, new Failure(code, message));
            case Header.Match.Matched(var header) -> {
                LocalDate received = batch.submittedAt().atZone(TimeConfiguration.ZONE).toLocalDate();
                batches.begin(batch, lease.owner(), header.titles());
                new Passage(batch, item, new ItemJudge(item, header, received, batch.source().uscc()), lease).through(rows);
            }
        }
    }

    private void fail(Batch batch, Lease lease, FileDefect defect) {
        fail(batch, lease, new Failure(defect.code(), defect.zh()));
    }

    private void fail(Batch batch, Lease lease, Failure failure) {
        if (batches.fail(batch.id(), lease.owner(), failure)) {
            counters.finished(BatchState.FAILED);
        }
    }

    /** One passage through a file, from the checkpoint to the end or to the loss of the lease. */
    private final class Passage {

        private final Batch batch;
        private final CatalogItem item;
        private final ItemJudge judge;
        private final Lease lease;
        private long position;
        private String sourceName;
        private boolean anyRow;

        Passage(Batch batch, CatalogItem item, ItemJudge judge, Lease lease) {
            this.batch = batch;
            this.item = item;
            this.judge = judge;
            this.lease = lease;
            this.position = batch.position();
            this.sourceName = batch.source().name();
            this.anyRow = batch.counts().received() > 0;
        }

        void through(CsvRows rows) throws IOException {
            Chunk chunk = new Chunk();
            for (Row row = rows.next(); row != null; row = rows.next()) {
                if (row.number() <= batch.position()) {
                    continue;
                }
                if (row.isBlank()) {
                    chunk.takeBlank(row);
                } else {
                    anyRow = true;
                    var judgement = judge.judge(row);
                    if (!chunk.take(row, judgement)) {
                        write(chunk);
                        chunk = new Chunk();
                        chunk.take(row, judgement);
                    }
                }
                if (chunk.isFull(settings)) {
                    write(chunk);
                    chunk = new Chunk();
                }
            }
            if (!anyRow) {
                fail(batch, lease, new Failure("no-rows", "文件只有表头，没有数据行，请检查导出是否成功后重新上传。"));
                return;
            }
            write(chunk);
            if (batches.finish(batch.id(), lease.owner())) {
                counters.finished(BatchState.DONE);
            }
        }

        private void write(Chunk chunk) {
            if (chunk.isEmpty()) {
                return;
            }
            lease.requireHeld();
            counters.chunks().record(() -> writeTimed(chunk));
        }

        private void writeTimed(Chunk chunk) {
            String named = nameIn(chunk);
            if (named != null) {
                sourceName = named;
            }
            Map<Verdict, Long> verdicts = handOver(chunk.sound());
            rejects.keep(batch.id(), chunk.rejects());
            if (!batches.advance(batch.id(), lease.owner(), position, chunk, verdicts, named)) {
                throw new ChunkTaken(batch.id());
            }
            position = chunk.position();
            counters.counted(verdicts, chunk.duplicates(), chunk.rejects().size());
        }

        private Map<Verdict, Long> handOver(List<IncomingRecord> sound) {
            Map<Verdict, Long> counts = new EnumMap<>(Verdict.class);
            if (!sound.isEmpty()) {
                List<Verdict> verdicts = intake.accept(batch.context(sourceName), sound);
                if (verdicts.size() != sound.size()) {
                    throw new IllegalStateException("the intake gave " + verdicts.size() + " verdicts on " + sound.size());
                }
                verdicts.forEach(verdict -> counts.merge(verdict, 1L, Long::sum));
            }
            return counts;
        }

        /** The source's name as its own rows give it; null when it is known already or none does. */
        private @Nullable String nameIn(Chunk chunk) {
            String codeColumn = item.roles().get("sourceUscc");
            String nameColumn = item.roles().get("sourceName");
            if (codeColumn == null || nameColumn == null || position > 1) {
                return null;
            }
            return chunk.sound().stream()
                    .filter(row -> batch.source().uscc().equals(row.data().get(codeColumn)))
                    .map(row -> row.data().get(nameColumn))
                    .filter(name -> name != null)
                    .findFirst()
                    .orElse(null);
        }
    }

    /** Another replica has worked on the same rows; what we did to them it did as well. */
    private static final class ChunkTaken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        ChunkTaken(String batch) {
            super("batch " + batch + " was taken over by another replica");
        }
    }
}
