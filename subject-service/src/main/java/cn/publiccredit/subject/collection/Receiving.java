package cn.publiccredit.subject.collection;

import cn.publiccredit.subject.SubjectProblem;
import cn.publiccredit.subject.collection.file.FileFormat;
import cn.publiccredit.subject.collection.judgement.Remark;
import cn.publiccredit.subject.record.CatalogItemRef;
import cn.publiccredit.subject.rulebook.CatalogItem;
import cn.publiccredit.subject.rulebook.RuleBook;
import cn.publiccredit.subject.rulebook.SourceNames;
import cn.publiccredit.subject.rulebook.Suppliers;
import cn.publiccredit.support.audit.Access;
import cn.publiccredit.support.audit.AuditTrail;
import cn.publiccredit.support.idempotency.RequestIds;
import cn.publiccredit.support.identity.UnifiedSocialCreditCode;
import cn.publiccredit.support.problem.CommonProblem;
import cn.publiccredit.support.security.Caller;
import cn.publiccredit.support.work.LeasedWorker;
import cn.publiccredit.support.work.Work;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Takes a file in: its bytes are durable before the batch stands, and the batch before the answer leaves. */
@Component
class Receiving {

    private static final Pattern ITEM_CODE = Pattern.compile("[A-Za-z0-9_-]{1,32}");

    private final RuleBook rules;
    private final SourceNames names;
    private final Suppliers suppliers;
    private final FileKeeping files;
    private final Uploads uploads;
    private final Batches batches;
    private final LeasedWorker worker;
    private final RequestIds ids;
    private final AuditTrail audit;
    private final Clock clock;

    Receiving(
            RuleBook rules,
            SourceNames names,
            Suppliers suppliers,
            FileKeeping files,
            Uploads uploads,
            Batches batches,
            @Qualifier(CollectionConfiguration.WORKER) LeasedWorker worker,
            RequestIds ids,
            AuditTrail audit,
            Clock clock) {
        this.rules = rules;
        this.names = names;
        this.suppliers = suppliers;
        this.files = files;
        this.uploads = uploads;
        this.batches = batches;
        this.worker = worker;
        this.ids = ids;
        this.audit = audit;
        this.clock = clock;
    }

    Batch receive(Caller caller, String itemCode, IncomingFile file) {
        return receive(caller, item(itemCode, source(caller)), file, "batch.upload");
    }

    /** @param action by which the audit trail calls it */
    Batch receive(Caller caller, RuleBook.Found found, IncomingFile file, String action) {
        BatchSource source = source(caller);
        files.requireRoom(file.declaredLength());
        String id = ids.next();
        String content = UUID.randomUUID().toString();
        uploads.begin(content, id);
        Batch batch = keep(caller, source, found, file, id, content, UnaryOperator.identity());
        audit.record(Access.allowed(caller, action).items(List.of(batch.item().code())).target(batch.id()));
        worker.wake();
        return batch;
    }

    /**
     * Takes pushed records in, for whoever pushes them to work them off; durable before any of them is written.
     *
     * @param columns as the file has them
     * @param hold the pusher's hold on the batch
     * @return the batch as it stands: of a keyed call that died it may be anybody's by now
     */
    Batch push(Caller caller, RuleBook.Found found, IncomingFile file, List<String> columns, Work hold) {
        String id = ids.next();
        String content = UUID.randomUUID().toString();
        uploads.begin(content, id);
        Batch batch = keep(caller, source(caller), found, file, id, content, received -> received.pushing(columns, hold));
        audit.record(Access.allowed(caller, "record.push").items(List.of(batch.item().code())).target(batch.id()));
        return batch;
    }

    private Batch keep(
            Caller caller, BatchSource source, RuleBook.Found found, IncomingFile file, String id, String content,
            UnaryOperator<Batch> as) {
        boolean stands = false;
        try {
            BatchFile kept = files.keep(content, file.name(), file.bytes());
            Batch batch = as.apply(batch(id, found, source, caller, kept, file.declared()));
            stands = batches.add(batch);
            if (stands) {
                if (batch.state() == BatchState.RECEIVED) {
                    uploads.complete(batch);
                }
                return batch;
            }
            // The same keyed request stood already when its process died before the answer.
            Batch earlier = batches.find(id).orElseThrow(SubjectProblem.BATCH_NOT_FOUND::with);
            if (!earlier.file().sha256().equals(kept.sha256())) {
                throw CommonProblem.KEY_REUSED.with();
            }
            return earlier;
        } finally {
            if (!stands) {
                uploads.discard(content);
            }
        }
    }

    private Batch batch(
            String id,
            RuleBook.Found found,
            BatchSource source,
            Caller caller,
            BatchFile file,
            @Nullable FileFormat declared) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        CatalogItem item = found.item();
        boolean mistaken = declared != null && file.defect() == null && declared != file.format();
        Map<String, Noticed> noticed = mistaken ? Map.of(Remark.CONTENT_TYPE.id(), new Noticed(1, 0)) : Map.of();
        return new Batch(id, new CatalogItemRef(item.code(), item.version()), item.name(), source, caller.id(), file,
                BatchState.RECEIVED, List.of(), 0, Counts.NONE, noticed, now, null, null, null, null,
                found.silentSince(), null, null, Work.dueAt(now), null);
    }

    /**
     * The item as it holds now.
     *
     * @throws cn.publiccredit.support.problem.Problem 422 when there is none of that code, 403 when the source does not supply it
     */
    RuleBook.Found item(String code, BatchSource source) {
        RuleBook.Found found = ITEM_CODE.matcher(code).matches()
                ? rules.itemNow(code).orElseThrow(() -> SubjectProblem.UNKNOWN_ITEM.with(code))
                : unknown(code);
        if (!suppliers.maySupply(source.uscc(), found.item().code())) {
            throw SubjectProblem.NOT_A_SUPPLIER.with(found.item().name(), found.item().code());
        }
        return found;
    }

    /** The organisation that a caller supplies data for. @throws cn.publiccredit.support.problem.Problem 403 for none */
    BatchSource source(Caller caller) {
        String org = caller.org();
        if (org == null || caller.division() == null || !UnifiedSocialCreditCode.isValid(org)) {
            throw SubjectProblem.NO_SOURCE.with();
        }
        return new BatchSource(org, names.orAccount(org, caller.name()), caller.division().code());
    }

    private static RuleBook.Found unknown(String itemCode) {
        throw SubjectProblem.UNKNOWN_ITEM.with(itemCode.length() > 32 ? itemCode.substring(0, 32) + "…" : itemCode);
    }
}
