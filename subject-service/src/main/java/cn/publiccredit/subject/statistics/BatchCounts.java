package cn.publiccredit.subject.statistics;

import cn.publiccredit.subject.rulebook.SourceNames;
import cn.publiccredit.support.time.TimeConfiguration;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/**
 * What the batches say became of their rows. Their own counts are added up, so that the circular says what each batch's page
 * says, and a batch that is run again after a crash counts once.
 */
@Component
class BatchCounts implements SmartInitializingSingleton {

    private final MongoTemplate mongo;

    BatchCounts(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Override
    public void afterSingletonsInstantiated() {
        batches().createIndex(Indexes.ascending("submittedAt"));
    }

    private MongoCollection<Document> batches() {
        return mongo.getCollection("batches");
    }

    record Count(
            String source,
            String sourceName,
            String division,
            String item,
            long files,
            long failed,
            long accepted,
            long updated,
            long duplicate,
            long rejected) {}

    /** By source, division and item, what came from the first day of a month to the last of another. */
    List<Count> between(YearMonth first, YearMonth last) {
        Bson when = Filters.and(Filters.gte("submittedAt", start(first)), Filters.lt("submittedAt", start(last.plusMonths(1))));
        Document key = new Document("source", "$source.uscc").append("division", "$source.division")
                .append("item", "$item.code").append("state", "$state");
        return batches().aggregate(List.of(Aggregates.match(when), Aggregates.group(key,
                        Accumulators.addToSet("names", "$source.name"), Accumulators.sum("files", 1),
                        Accumulators.sum("accepted", "$counts.accepted"), Accumulators.sum("updated", "$counts.updated"),
                        Accumulators.sum("duplicate", "$counts.duplicate"),
                        Accumulators.sum("rejected", "$counts.rejected"))))
                .map(BatchCounts::count).into(new ArrayList<>());
    }

    private static Count count(Document d) {
        Document key = d.get("_id", Document.class);
        long files = number(d, "files");
        return new Count(key.getString("source"), name(d.getList("names", String.class)), key.getString("division"), key.getString("item"),
                files, "FAILED".equals(key.getString("state")) ? files : 0, number(d, "accepted"), number(d, "updated"),
                number(d, "duplicate"), number(d, "rejected"));
    }

    /** One that was told, if any was. */
    private static String name(List<String> names) {
        return names.stream().min(Comparator.comparing(SourceNames::isUnregistered).thenComparing(Function.identity()))
                .orElseThrow();
    }

    private static long number(Document d, String field) {
        return d.get(field, Number.class).longValue();
    }

    private static Date start(YearMonth month) {
        return Date.from(month.atDay(1).atStartOfDay(TimeConfiguration.ZONE).toInstant());
    }
}
