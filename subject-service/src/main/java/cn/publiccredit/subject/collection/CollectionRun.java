package cn.publiccredit.subject.collection;

import cn.publiccredit.subject.collection.file.CsvRows;
import cn.publiccredit.subject.collection.file.Encoding;
import cn.publiccredit.subject.collection.file.FileDefect;
import cn.publiccredit.subject.collection.file.KeptBytes;
import cn.publiccredit.subject.collection.file.Row;
import cn.publiccredit.subject.collection.judgement.Header;
import cn.publiccredit.subject.collection.judgement.ItemJudge;
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
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Works a file off: chunk by chunk judge, hand over, keep the rejects, move the checkpoint.
 *
 * <p>Killed anywhere, it is run again from the checkpoint: the intake gives a row of the same batch the verdict it gave
 * before, rejects overwrite themselves, and a chunk counts with the one write that moves the checkpoint.
 */
@Component
class CollectionRun implements Task {

    private final Batches batches;
    private final KeptBytes bytes;
    private final RuleBook rules;
    private final ChunkWriting writing;
    private final CollectionSettings settings;
    private final RowCounters counters;

    CollectionRun(
            Batches batches,
            KeptBytes bytes,
            RuleBook rules,
            ChunkWriting writing,
            CollectionSettings settings,
            RowCounters counters) {
        this.batches = batches;
        this.bytes = bytes;
        this.rules = rules;
        this.writing = writing;
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
            case Header.Match.Matched(var header) -> judge(batch, item, header, rows, lease);
        }
    }

    private void judge(Batch batch, CatalogItem item, Header header, CsvRows rows, Lease lease) throws IOException {
        batches.begin(batch, lease.owner(), header.titles());
        LocalDate received = batch.submittedAt().atZone(TimeConfiguration.ZONE).toLocalDate();
        ItemJudge judge = new ItemJudge(item, header, received, batch.source().uscc());
        if (!new Passage(batch, item, judge, settings, writing, lease).through(rows)) {
            fail(batch, lease, new Failure("no-rows", "文件只有表头，没有数据行，请检查导出是否成功后重新上传。"));
        } else if (batches.finish(batch.id(), lease.owner())) {
            counters.finished(BatchState.DONE);
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
}
