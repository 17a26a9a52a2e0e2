package cn.publiccredit.subject.collection;

import cn.publiccredit.subject.collection.file.KeptBytes;
import cn.publiccredit.subject.rulebook.CatalogItem;
import cn.publiccredit.subject.rulebook.RuleBook;
import cn.publiccredit.support.time.TimeConfiguration;
import cn.publiccredit.support.work.Lease;
import cn.publiccredit.support.work.Task;
import cn.publiccredit.support.work.Work;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.stereotype.Component;

/**
 * Files are kept for as long as their item says now, with their rejects and warnings, which quote them; then they are deleted and the
 * batch says so. One document an item: its files are looked through again and again, so that a changed period reaches those
 * already there.
 */
@Component
class FileRetention implements Task, SmartInitializingSingleton {

    static final String COLLECTION = "fileRetentions";

    private static final Duration LOOK_AGAIN = Duration.ofHours(1);
    private static final int AT_A_TIME = 100;

    private final MongoTemplate mongo;
    private final KeptBytes bytes;
    private final Rejects rejects;
    private final RowWarnings warnings;
    private final Batches batches;
    private final RuleBook rules;
    private final CollectionSettings settings;
    private final Clock clock;
    private final Set<String> lookedAfter = ConcurrentHashMap.newKeySet();

    FileRetention(
            MongoTemplate mongo,
            KeptBytes bytes,
            Rejects rejects,
            RowWarnings warnings,
            Batches batches,
            RuleBook rules,
            CollectionSettings settings,
            Clock clock) {
        this.mongo = mongo;
        this.bytes = bytes;
        this.rejects = rejects;
        this.warnings = warnings;
        this.batches = batches;
        this.rules = rules;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * An item whose files are kept.
     *
     * @param id the item's code
     */
    @Document(COLLECTION)
    record Kept(@Id String id, Work work) {}

    /** How long, and what that rests on. */
    record Rule(Period period, String source) {

        Instant endOf(Batch batch) {
            return batch.submittedAt().atZone(TimeConfiguration.ZONE).plus(period).toInstant();
        }
    }

    /** Files received by a version that did not look through them by item are looked after, too. */
    @Override
    public void afterSingletonsInstantiated() {
        batches.items().forEach(this::lookAfter);
    }

    /** The batch's file is kept from now on; can be repeated. */
    void begin(Batch batch) {
        lookAfter(batch.item().code());
    }

    private void lookAfter(String item) {
        if (lookedAfter.contains(item)) {
            return;
        }
        if (!mongo.exists(Batches.byId(item), Kept.class)) {
            try {
                mongo.insert(new Kept(item, Work.dueAt(clock.instant())));
            } catch (DuplicateKeyException there) {
                // Another has begun with it.
            }
        }
        lookedAfter.add(item);
    }

    /**
     * What holds for files of an item.
     *
     * @throws cn.publiccredit.support.problem.Problem 503 when the catalogue is silent and never told of the item
     */
    Rule of(String item) {
        return rules.lastItem(item).map(CatalogItem::fileRetention)
                .flatMap(own -> own.period().map(period -> new Rule(period, own.source())))
                .orElseGet(() -> new Rule(Period.ofDays(Math.toIntExact(settings.fileRetention().toDays())),
                        settings.fileRetentionSource()));
    }

    @Override
    public Next run(String item, Lease lease) {
        ZonedDateTime now = clock.instant().atZone(TimeConfiguration.ZONE);
        List<Batch> over = batches.withFilesUntil(item, now.minus(of(item).period()).toInstant(), AT_A_TIME);
        for (Batch batch : over) {
            lease.requireHeld();
            bytes.delete(batch.file().content(), batch.file().pieces());
            rejects.forget(batch.id());
            warnings.forget(batch.id());
            batches.fileDeleted(batch.id());
        }
        return new Next.Again(over.size() < AT_A_TIME ? now.toInstant().plus(LOOK_AGAIN) : now.toInstant());
    }
}
