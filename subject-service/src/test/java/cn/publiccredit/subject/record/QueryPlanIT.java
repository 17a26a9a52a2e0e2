package cn.publiccredit.subject.record;

import static org.assertj.core.api.Assertions.assertThat;

import cn.publiccredit.subject.fixture.Batch;
import cn.publiccredit.subject.fixture.Codes;
import cn.publiccredit.subject.fixture.Row;
import cn.publiccredit.subject.fixture.SubjectServiceFixture;
import cn.publiccredit.testing.TestStore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** Every hot query is bound by an index. The embedded store has no plans, so this needs {@code MONGODB_URI}. */
@EnabledIf("storeHasPlans")
class QueryPlanIT extends SubjectServiceFixture {

    static boolean storeHasPlans() {
        return TestStore.isRealEngine();
    }

    @BeforeEach
    void someRecords() {
        String company = Codes.next("340400");
        Batch.of("CF", HUAINAN_MARKET, Instant.parse("2026-03-01T00:00:00Z")).into(intake,
                Row.about(company, "淮南计划有限公司", "1", LocalDate.of(2026, 2, 1)));
        if (!mongo.collectionExists("recordVersions")) {
            mongo.createCollection("recordVersions");
        }
    }

    private void assertBoundByIndex(String collection, Document filter, Document sort, String index, Document hint) {
        Document find = new Document("find", collection).append("filter", filter).append("sort", sort).append("hint", hint);
        String plan = mongo.executeCommand(new Document("explain", find).append("verbosity", "queryPlanner")).toJson();
        assertThat(plan).as("%s %s", collection, filter.toJson()).contains("IXSCAN", index).doesNotContain("COLLSCAN");
    }

    private void assertBoundByIndex(String collection, Document filter, @Nullable Document sort) {
        Document find = new Document("find", collection).append("filter", filter).append("limit", 21);
        if (sort != null) {
            find.append("sort", sort);
        }
        String plan = mongo.executeCommand(new Document("explain", find).append("verbosity", "queryPlanner")).toJson();
        assertThat(plan).as("%s %s", collection, filter.toJson()).contains("IXSCAN").doesNotContain("COLLSCAN");
    }

    private void assertFollowsIndex(String collection, Document filter, Document sort, Document hint) {
        Document find = new Document("find", collection).append("filter", filter).append("sort", sort).append("hint", hint)
                .append("limit", 21);
        String plan = mongo.executeCommand(new Document("explain", find).append("verbosity", "queryPlanner")).toJson();
        assertThat(plan).as("%s %s", collection, filter.toJson()).contains("IXSCAN")
                .doesNotContain("\"SORT\"", "\"Node Type\": \"Sort\"", "\"Incremental Sort\"");
    }

    private void assertCountedByIndex(String collection, Document filter, Bson hint) {
        Document count = new Document("aggregate", collection).append("cursor", new Document()).append("pipeline", List.of(
                new Document("$match", filter), new Document("$limit", 10_001),
                new Document("$group", new Document("_id", 1).append("n", new Document("$sum", 1)))))
                .append("hint", hint);
        String plan = mongo.executeCommand(new Document("explain", count).append("verbosity", "queryPlanner")).toJson();
        assertThat(plan).as("%s %s", collection, filter.toJson()).contains("IXSCAN").doesNotContain("COLLSCAN");
    }

    private static final Document NEWEST = new Document("order", -1).append("_id", -1);

    @Test
    void records_of_a_subject() {
        assertBoundByIndex("records", new Document("subject", "x"), NEWEST);
        assertBoundByIndex("records", new Document("subject", "x").append("item", "CF"), NEWEST);
    }

    @Test
    void public_records_by_item_and_by_division() {
        Document open = new Document("open", true).append("until", new Document("$gte", "2026-11-22"));
        assertBoundByIndex("records", open, NEWEST);
        assertBoundByIndex("records", new Document(open).append("item", "CF"), NEWEST);
        assertBoundByIndex("records", new Document(open).append("city", "340400"), NEWEST);
        assertBoundByIndex("records", new Document(open).append("province", "340000"), NEWEST);
        assertBoundByIndex("records", new Document(open).append("county", "330422").append("item", "CF"), NEWEST);
    }

    /** With few documents any index will do for a plan; what a list is to follow when there are many must be there by name. */
    @Test
    void each_list_of_a_division_has_an_index_in_its_order() {
        assertThat(indexes("records")).contains(
                "open,order,_id,until", "open,item,order,_id,until", "open,city,order,_id,until", "open,city,item,order,_id,until",
                "open,county,order,_id,until,item", "open,province,order,_id,until,item");
        assertThat(indexes("subjects")).contains("tokens,_id", "beginning,_id", "province,beginning,_id", "city,beginning,_id",
                "county,beginning,_id", "elsewhere,beginning,_id");
        assertThat(indexes("batches")).contains("within,submittedAt,_id", "source.uscc,submittedAt,_id");
        assertThat(indexes("commitments")).contains("madeOn,_id", "within,madeOn,_id", "state,checkBy,_id",
                "within,state,checkBy,_id", "authority.uscc,state,checkBy,_id");
        assertThat(indexes("governmentContracts")).contains("within,_id", "within,body.uscc", "nextDue,_id",
                "within,nextDue,_id", "body.uscc,nextDue,_id", "counterparty.uscc,nextDue,_id");
        assertThat(indexes("arrears")).contains("within,_id", "within,body.uscc");
    }

    private List<String> indexes(String collection) {
        return mongo.getCollection(collection).listIndexes()
                .map(index -> String.join(",", index.get("key", Document.class).keySet())).into(new ArrayList<>());
    }

    @Test
    void records_whose_publicity_has_ended() {
        assertBoundByIndex("records", new Document("open", true).append("until", new Document("$lt", "2026-11-22"))
                .append("order", new Document("$gt", "2020-01-01")), new Document("order", 1).append("_id", 1),
                "\"open_1_order_1__id_1_until_1\"",
                new Document("open", 1).append("order", 1).append("_id", 1).append("until", 1));
    }

    @Test
    void counting_public_records() {
        Document open = new Document("open", true).append("until", new Document("$gte", "2026-11-22"));
        assertCountedByIndex("records", open, RecordStore.OPEN);
        assertCountedByIndex("records", new Document(open).append("item", "CF"), RecordStore.OPEN_OF_ITEM);
        assertCountedByIndex("records", new Document(open).append("province", "340000"), RecordStore.OPEN_IN_PROVINCE);
        assertCountedByIndex("records", new Document(open).append("city", "340400"), RecordStore.OPEN_IN_CITY);
        assertCountedByIndex("records", new Document(open).append("city", "340400").append("item", "CF"),
                RecordStore.OPEN_OF_ITEM_IN_CITY);
        assertCountedByIndex("records", new Document(open).append("county", "340422").append("item", "CF"),
                RecordStore.OPEN_IN_COUNTY);
    }

    @Test
    void public_records_of_a_subject_are_found_by_the_subject_though_nearly_all_records_are_public() {
        assertBoundByIndex("records", new Document("open", true).append("until", new Document("$gte", "2026-11-22"))
                .append("subject", "x").append("item", "CF"), NEWEST, "\"subject_1_order_1__id_1\"",
                new Document("subject", 1).append("order", 1).append("_id", 1));
    }

    @Test
    void subjects_by_name() {
        Document id = new Document("_id", 1);
        assertBoundByIndex("subjects", new Document("keys", new Document("$in", List.of("a", "b"))), id);
        assertBoundByIndex("subjects", new Document("tokens", new Document("$elemMatch",
                new Document("$gte", "奔腾").append("$lt", "奔腾\uffff"))), null);
        Document beginning = new Document("beginning", new Document("$gte", "奔腾").append("$lt", "奔腾\uffff"));
        Document inOrder = new Document("beginning", 1).append("_id", 1);
        assertBoundByIndex("subjects", beginning, inOrder, "\"beginning_1__id_1\"", inOrder);
        assertBoundByIndex("subjects", new Document("elsewhere", "340400").append("beginning", beginning.get("beginning")), inOrder,
                "\"elsewhere_1_beginning_1__id_1\"", new Document("elsewhere", 1).append("beginning", 1).append("_id", 1));
    }

    /** A name that a million subjects begin with is not to have them all sorted for a page. */
    @Test
    void names_that_begin_alike_come_in_the_order_of_their_index() {
        Document beginning = new Document("$gte", "奔腾").append("$lt", "奔腾\uffff");
        assertFollowsIndex("subjects", new Document("beginning", beginning), new Document("beginning", 1).append("_id", 1),
                new Document("beginning", 1).append("_id", 1));
        assertFollowsIndex("subjects", new Document("beginning", new Document(beginning).append("$gte", "奔腾马"))
                        .append("$or", List.of(new Document("beginning", new Document("$gt", "奔腾马")),
                                new Document("_id", new Document("$gt", "9134")))),
                new Document("beginning", 1).append("_id", 1), new Document("beginning", 1).append("_id", 1));
    }

    /** Wherever a page begins, and however rare its beginning or its item is in a large city. */
    @Test
    void pagesOfADivisionComeInTheOrderOfAnIndex() {
        Document beginning = new Document("$gte", "奔腾").append("$lt", "奔腾\uffff");
        for (String level : List.of("province", "city", "county")) {
            Document index = new Document(level, 1).append("beginning", 1).append("_id", 1);
            Document inOrder = new Document("beginning", 1).append("_id", 1);
            assertFollowsIndex("subjects", new Document(level, "340400"), inOrder, index);
            assertFollowsIndex("subjects", new Document(level, "340400").append("beginning", beginning)
                    .append("$or", List.of(new Document("beginning", new Document("$gt", "奔腾马")),
                            new Document("_id", new Document("$gt", "9134")))), inOrder, index);
        }
        Document open = new Document("open", true).append("until", new Document("$gte", "2026-11-22"));
        for (Document place : List.of(new Document("order", new Document("$lt", "2026-05-01")),
                new Document("order", "2026-05-01").append("_id", new Document("$lt", "x")))) {
            Document later = new Document(open);
            later.putAll(place);
            assertLaterPagesFollowAnIndex(later);
        }
    }

    private void assertLaterPagesFollowAnIndex(Document later) {
        assertFollowsIndex("records", later, NEWEST, document(RecordStore.OPEN));
        assertFollowsIndex("records", new Document(later).append("item", "CF"), NEWEST, document(RecordStore.OPEN_OF_ITEM));
        Document inCity = new Document(later).append("city", "340400");
        assertFollowsIndex("records", inCity, NEWEST, document(RecordStore.OPEN_IN_CITY));
        assertFollowsIndex("records", inCity.append("item", "CF"), NEWEST, document(RecordStore.OPEN_OF_ITEM_IN_CITY));
        Document inCounty = new Document(later).append("county", "340422");
        assertFollowsIndex("records", inCounty, NEWEST, document(RecordStore.OPEN_IN_COUNTY));
        assertFollowsIndex("records", inCounty.append("item", "CF"), NEWEST, document(RecordStore.OPEN_IN_COUNTY));
        assertFollowsIndex("records", new Document(later).append("province", "340000"), NEWEST, document(RecordStore.OPEN_IN_PROVINCE));
    }

    private static Document document(Bson index) {
        return Document.parse(index.toBsonDocument().toJson());
    }

    @Test
    void subjects_by_many_codes() {
        assertBoundByIndex("subjects", new Document("_id", new Document("$in", List.of("a", "b"))), new Document("_id", 1));
    }

    @Test
    void versions_beside_the_document() {
        assertBoundByIndex("recordVersions",
                new Document("_id", new Document("$gte", "a/").append("$lt", "a0")), new Document("_id", -1));
    }

    @Test
    void records_of_a_subject_under_several_codes() {
        assertBoundByIndex("records", new Document("subject", new Document("$in", List.of("x", "y"))),
                new Document("subject", 1).append("order", 1).append("_id", 1));
    }

    @Test
    void subjects_for_the_export() {
        assertBoundByIndex("subjects", new Document("kind", new Document("$ne", "PERSON"))
                .append("mergedInto", new Document("$exists", false)).append("_id", new Document("$gt", "9")),
                new Document("_id", 1));
        assertThat(indexes("subjects")).contains("unitedAt");
    }

    @Test
    void the_desk_of_code_governance() {
        Document newest = new Document("openedAt", -1).append("_id", -1);
        assertBoundByIndex("codeCases", new Document("state", "OPEN"), newest);
        assertBoundByIndex("codeCases", new Document("divisions", "340400"), newest);
        assertBoundByIndex("codeCases", new Document("sources", "x"), newest);
        assertBoundByIndex("codeFindings", new Document("case", "x"), new Document("_id", 1));
        assertBoundByIndex("codeFindings", new Document("month", "2026-11"), new Document("month", 1));
    }

    @Test
    void the_circulars_figures() {
        assertBoundByIndex("intakeTallies", new Document("month", "2026-11"), new Document("month", 1));
        assertBoundByIndex("batches", new Document("submittedAt",
                new Document("$gte", new Date(0)).append("$lt", new Date(1))),
                new Document("submittedAt", 1));
    }

    @Test
    void batches_by_their_order_and_those_that_are_still_to_be_worked_off() {
        Document newest = new Document("submittedAt", -1).append("_id", -1);
        assertBoundByIndex("batches", new Document("submittedAt", new Document("$lt", new Date())), newest);
        assertBoundByIndex("batches", new Document("source.uscc", "x"), newest);
        assertBoundByIndex("batches", new Document("within", "340400"), newest);
        assertBoundByIndex("batches", new Document("source.uscc", "x").append("item.code", "CF").append("state",
                new Document("$in", List.of("RECEIVED", "RUNNING"))), new Document("state", 1));
    }

    @Test
    void mergers_and_commitments_and_contracts() {
        assertBoundByIndex("subjectMerges", new Document("into", "x"), new Document("into", 1));
        Document newest = new Document("madeOn", -1).append("_id", -1);
        assertBoundByIndex("commitments", new Document("subject", "x"), newest);
        assertBoundByIndex("commitments", new Document("shown", true), newest);
        assertBoundByIndex("commitments", new Document("authority.uscc", "x"), newest);
        assertBoundByIndex("commitments", new Document("within", "340400"), newest);
        assertBoundByIndex("commitments", new Document("madeOn", new Document("$gt", "")), newest);
        assertBoundByIndex("governmentContracts", new Document("body.uscc", "x"), new Document("_id", 1));
        assertBoundByIndex("governmentContracts", new Document("within", "340400"), new Document("_id", 1));
        assertBoundByIndex("arrears", new Document("body.uscc", "x"), new Document("_id", 1));
        assertBoundByIndex("arrears", new Document("within", "340400"), new Document("_id", 1));
    }

    @Test
    void what_is_overdue() {
        Document longestFirst = new Document("checkBy", 1).append("_id", 1);
        Document unchecked = new Document("state", "MADE").append("checkBy", new Document("$lt", "2026-11-22"));
        assertBoundByIndex("commitments", unchecked, longestFirst);
        assertBoundByIndex("commitments", new Document(unchecked).append("within", "340400"), longestFirst);
        assertBoundByIndex("commitments", new Document(unchecked).append("authority.uscc", "x"), longestFirst);
        Document due = new Document("nextDue", new Document("$lt", "2026-11-22"));
        assertBoundByIndex("governmentContracts", due, new Document("nextDue", 1).append("_id", 1));
        assertBoundByIndex("governmentContracts", new Document(due).append("within", "340400"),
                new Document("nextDue", 1).append("_id", 1));
    }

    @Test
    void the_bodies_that_have_rates() {
        Document after = new Document("body.uscc", new Document("$gt", "x"));
        for (String collection : List.of("governmentContracts", "arrears")) {
            assertBoundByIndex(collection, after, new Document("body.uscc", 1));
            assertBoundByIndex(collection, new Document(after).append("within", "340400"), new Document("body.uscc", 1));
        }
    }
}
