package cn.publiccredit.subject.statistics;

import cn.publiccredit.subject.record.IncomingRecord;
import cn.publiccredit.subject.record.IntakeContext;
import cn.publiccredit.subject.record.IntakeFigures;
import cn.publiccredit.subject.record.Verdict;
import cn.publiccredit.support.problem.CommonProblem;
import cn.publiccredit.support.time.TimeConfiguration;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoIterable;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/**
 * The collection {@code intakeTallies}: one small document a batch. Its position and its counts move in one write, and only
 * from where they stood, so that a chunk that is run again counts once.
 */
@Component
class Tallies implements IntakeFigures, SmartInitializingSingleton {

    private static final int ATTEMPTS = 10;
    private static final int DAYS_REMEMBERED = 366;

    private final MongoTemplate mongo;

    Tallies(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Override
    public void afterSingletonsInstantiated() {
        tallies().createIndex(Indexes.ascending("month", "source", "division", "item"));
    }

    private MongoCollection<Document> tallies() {
        return mongo.getCollection("intakeTallies");
    }

    @Override
    public void counted(IntakeContext context, List<IncomingRecord> rows, List<Verdict> verdicts) {
        if (!context.isSupplied()) {
            return;
        }
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            long position = position(context);
            Update update = update(context, rows, verdicts, position);
            if (update.rows() == 0 || moved(context.batch(), position, update.change())) {
                return;
            }
        }
        throw CommonProblem.CONFLICT.with();
    }

    private record Update(long rows, Bson change) {}

    private boolean moved(String batch, long from, Bson change) {
        return tallies().updateOne(Filters.and(Filters.eq("_id", batch), Filters.eq("position", from)), change)
                .getMatchedCount() == 1;
    }

    private long position(IntakeContext context) {
        Document known = tallies().find(Filters.eq("_id", context.batch()))
                .projection(Projections.include("position")).first();
        if (known != null) {
            return known.getLong("position");
        }
        LocalDate arrived = arrived(context);
        tallies().updateOne(Filters.eq("_id", context.batch()), new Document("$setOnInsert", new Document()
                        .append("source", context.sourceUscc())
                        .append("sourceName", context.sourceName())
                        .append("division", context.sourceDivision().code())
                        .append("item", context.item().code())
                        .append("arrived", arrived.toString())
                        .append("month", YearMonth.from(arrived).toString())
                        .append("codes", 0L)
                        .append("position", 0L)), new UpdateOptions().upsert(true));
        return 0;
    }

    private static Update update(
            IntakeContext context, List<IncomingRecord> rows, List<Verdict> verdicts, long position) {
        LocalDate oldest = arrived(context).minusDays(DAYS_REMEMBERED);
        Map<String, Long> days = new TreeMap<>();
        long fresh = 0;
        long codes = 0;
        long last = position;
        for (int i = 0; i < rows.size(); i++) {
            IncomingRecord row = rows.get(i);
            if (row.rowNumber() <= position) {
                continue;
            }
            fresh++;
            last = Math.max(last, row.rowNumber());
            codes += row.subject().uscc() == null ? 0 : 1;
            LocalDate document = row.documentDate();
            // Only what is new can be late: a correction comes after the deadline by its nature.
            if (document != null && verdicts.get(i) == Verdict.ACCEPTED) {
                days.merge(document.isBefore(oldest) ? Tally.LONG_AGO : document.toString(), 1L, Long::sum);
            }
        }
        List<Bson> changes = new ArrayList<>(List.of(Updates.set("position", last), Updates.inc("codes", codes)));
        days.forEach((day, count) -> changes.add(Updates.inc("days." + day, count)));
        return new Update(fresh, Updates.combine(changes));
    }

    private static LocalDate arrived(IntakeContext context) {
        return LocalDate.ofInstant(context.receivedAt(), TimeConfiguration.ZONE);
    }

    /** What arrived in a month, batch by batch as the store's cursor gives it. */
    MongoIterable<Tally> of(YearMonth month) {
        return tallies().find(Filters.eq("month", month.toString())).batchSize(500)
                .map(Tallies::tally);
    }

    private static Tally tally(Document d) {
        Map<String, Long> days = new HashMap<>();
        d.get("days", new Document()).forEach((day, count) -> days.put(day, ((Number) count).longValue()));
        return new Tally(d.getString("source"), d.getString("sourceName"), d.getString("division"), d.getString("item"),
                LocalDate.parse(d.getString("arrived")), YearMonth.parse(d.getString("month")),
                d.get("codes", Number.class).longValue(), days);
    }
}
