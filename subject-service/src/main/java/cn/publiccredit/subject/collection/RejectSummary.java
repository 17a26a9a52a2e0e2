package cn.publiccredit.subject.collection;

import cn.publiccredit.subject.collection.judgement.BrokenRule;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.aggregation.Aggregation;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Which rules a batch's rows break, the most frequent first, so that a clerk mends the cause and not each row. */
@Component
class RejectSummary {

    private final MongoTemplate mongo;
    private final Rejects rejects;
    private final RejectMasking masking;

    RejectSummary(MongoTemplate mongo, Rejects rejects, RejectMasking masking) {
        this.mongo = mongo;
        this.rejects = rejects;
        this.masking = masking;
    }

    /**
     * One rule as broken in one column.
     *
     * @param column the column's code; empty when it is the row as a whole
     * @param rows how many rows break it
     * @param example the first of them
     */
    record Group(String column, String name, String rule, long rows, Example example) {}

    /** @param cell as it came, personal data masked; empty when it is the row as a whole */
    record Example(long row, String cell, String message) {}

    List<Group> of(Batch batch, Locale locale) {
        List<Document> counted = mongo.aggregate(Aggregation.newAggregation(
                        Aggregation.match(Rejects.ofBatch(batch.id())),
                        Aggregation.unwind("faults"),
                        Aggregation.group("faults").count().as("rows").min("_id").as("first"),
                        Aggregation.sort(Sort.by(Sort.Order.desc("rows"), Sort.Order.asc("_id")))),
                KeptReject.class, Document.class).getMappedResults();
        List<String> firsts = counted.stream().map(group -> group.getString("first")).distinct().toList();
        Map<String, Reject> examples = mongo.find(Query.query(Criteria.where("_id").in(firsts)), KeptReject.class)
                .stream().collect(Collectors.toMap(KeptReject::id, rejects::opened));
        MaskedRejects shown = masking.of(batch);
        return counted.stream().map(group -> group(shown, group, examples::get, locale)).toList();
    }

    private static Group group(
            MaskedRejects shown, Document group, Function<String, @Nullable Reject> examples, Locale locale) {
        String fault = group.getString("_id");
        String column = KeptReject.columnOf(fault);
        Reject reject = Objects.requireNonNull(examples.apply(group.getString("first")));
        BrokenRule broken = shown.masked(reject).rules().stream().filter(rule -> KeptReject.fault(rule).equals(fault)).findFirst()
                .orElse(new BrokenRule(column, column, KeptReject.ruleOf(fault), ""));
        String message = new Said(broken.message(), broken.english()).in(locale);
        return new Group(column, broken.name(), broken.rule(), group.get("rows", Number.class).longValue(),
                new Example(reject.row(), shown.cell(reject, column), message));
    }
}
