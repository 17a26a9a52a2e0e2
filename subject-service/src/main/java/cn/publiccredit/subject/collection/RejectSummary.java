package cn.publiccredit.subject.collection;

import cn.publiccredit.subject.collection.judgement.BrokenRule;
import cn.publiccredit.subject.collection.judgement.Header;
import cn.publiccredit.subject.personal.ItemPrivacies;
import cn.publiccredit.subject.personal.ItemPrivacy;
import cn.publiccredit.subject.personal.Masks;
import cn.publiccredit.subject.personal.PersonalClass;
import cn.publiccredit.subject.rulebook.CatalogItem;
import cn.publiccredit.subject.rulebook.RuleBook;
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

    /** As code set subject-kinds calls what is no person. */
    private static final String ORGANISATION = "法人及非法人组织";

    private final MongoTemplate mongo;
    private final Rejects rejects;
    private final RuleBook rules;
    private final ItemPrivacies privacies;
    private final Masks masks;

    RejectSummary(
            MongoTemplate mongo, Rejects rejects, RuleBook rules, ItemPrivacies privacies, Masks masks) {
        this.mongo = mongo;
        this.rejects = rejects;
        this.rules = rules;
        this.privacies = privacies;
        this.masks = masks;
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
        CatalogItem item = rules.version(batch.item().code(), batch.item().version());
        Map<String, Integer> cells = Header.cellsByColumn(batch.titles(), item);
        Shown shown = new Shown(masks, privacies.ofRecord(item.code()), item.role("subjectKind").orElse(null), cells);
        return counted.stream().map(group -> group(shown, group, examples::get, locale)).toList();
    }

    /** What of a row's cells is shown. @param kindColumn the column that tells persons from others; null without one */
    private record Shown(
            Masks masks, ItemPrivacy privacy, @Nullable String kindColumn, Map<String, Integer> places) {

        String cell(Reject reject, String column) {
            String cell = raw(reject, column);
            return column.equals(privacy.subjectNameColumn()) && isOrganisation(reject)
                    ? masks.shown(PersonalClass.NONE, cell)
                    : masks.shown(privacy.personal(column), cell);
        }

        private boolean isOrganisation(Reject reject) {
            return kindColumn == null || raw(reject, kindColumn).strip().equals(ORGANISATION);
        }

        private String raw(Reject reject, String column) {
            int place = places.getOrDefault(column, -1);
            return place >= 0 && place < reject.cells().size() ? reject.cells().get(place) : "";
        }
    }

    private static Group group(
            Shown shown, Document group, Function<String, @Nullable Reject> examples, Locale locale) {
        String fault = group.getString("_id");
        String column = KeptReject.columnOf(fault);
        Reject reject = Objects.requireNonNull(examples.apply(group.getString("first")));
        BrokenRule broken = reject.rules().stream().filter(rule -> KeptReject.fault(rule).equals(fault)).findFirst()
                .orElse(new BrokenRule(column, column, KeptReject.ruleOf(fault), ""));
        String message = new Said(broken.message(), broken.english()).in(locale);
        return new Group(column, broken.name(), broken.rule(), group.get("rows", Number.class).longValue(),
                new Example(reject.row(), shown.cell(reject, column), message));
    }
}
