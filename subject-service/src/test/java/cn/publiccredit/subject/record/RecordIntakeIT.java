package cn.publiccredit.subject.record;

import static cn.publiccredit.subject.record.Verdict.ACCEPTED;
import static cn.publiccredit.subject.record.Verdict.DUPLICATE;
import static cn.publiccredit.subject.record.Verdict.KEPT_HERE;
import static cn.publiccredit.subject.record.Verdict.NOTHING_THERE;
import static cn.publiccredit.subject.record.Verdict.UPDATED;
import static org.assertj.core.api.Assertions.assertThat;

import cn.publiccredit.subject.fixture.Batch;
import cn.publiccredit.subject.fixture.Codes;
import cn.publiccredit.subject.fixture.Row;
import cn.publiccredit.subject.fixture.SubjectServiceFixture;
import cn.publiccredit.support.identity.Division;
import cn.publiccredit.support.web.Page;
import cn.publiccredit.support.web.Paging;
import cn.publiccredit.testing.EveryStore;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@EveryStore
class RecordIntakeIT extends SubjectServiceFixture {

    private static final Instant FIRST = Instant.parse("2026-03-01T00:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 2, 1);

    private final String company = Codes.next("340400");

    @Autowired
    private RecordStore store;

    @Autowired
    private Records records;

    private Batch batch(int hours) {
        return Batch.of("CF", HUAINAN_MARKET, FIRST.plusSeconds(hours * 3600L));
    }

    private Row row(String document) {
        return Row.about(company, "淮南某某商贸有限公司", document, DAY);
    }

    private List<CreditRecord> stored() {
        return records.ofSubject(
                new Records.Wanted(company, null, null, null), Optional.empty(), 500, r -> true)
                .stream().map(Records.Shown::record).toList();
    }

    @Test
    void the_first_row_is_accepted_and_the_same_row_from_another_batch_is_a_duplicate_that_writes_nothing() {
        assertThat(batch(0).into(intake, row("1号"))).containsExactly(ACCEPTED);
        assertThat(batch(1).into(intake, row("1号"))).containsExactly(DUPLICATE);
        assertThat(stored()).singleElement().satisfies(r -> {
            assertThat(r.current().number()).isEqualTo(1);
            assertThat(r.past()).isEmpty();
        });
    }

    @Test
    void a_changed_row_becomes_a_new_version_and_the_old_one_stays_known() {
        batch(0).into(intake, row("1号").with("NR", "罚款1000元"));
        assertThat(batch(1).into(intake, row("1号").with("NR", "罚款2000元"))).containsExactly(UPDATED);
        assertThat(stored()).singleElement().satisfies(r -> {
            assertThat(r.current().content().data()).containsEntry("NR", "罚款2000元");
            assertThat(r.past()).singleElement().satisfies(v -> {
                assertThat(v.content().data()).containsEntry("NR", "罚款1000元");
                assertThat(v.knownUntil()).isEqualTo(r.current().knownFrom());
            });
        });
    }

    @Test
    void within_one_call_the_first_of_a_key_is_accepted_an_identical_second_a_duplicate_a_different_third_an_update() {
        assertThat(batch(0).into(intake, row("1号").number(2), row("1号").number(3), row("1号").number(4).with("NR", "更正"),
                row("2号").number(5))).containsExactly(ACCEPTED, DUPLICATE, UPDATED, ACCEPTED);
    }

    @Test
    void a_batch_that_runs_again_after_a_crash_gets_the_verdicts_that_it_had() {
        Batch batch = batch(0);
        Row[] rows = {row("1号").number(2), row("1号").number(3).with("NR", "更正"), row("1号").number(4).with("NR", "更正"),
            row("1号").number(5).with("NR", "再更正"), row("2号").number(6)};
        List<Verdict> first = batch.into(intake, rows);
        assertThat(first).containsExactly(ACCEPTED, UPDATED, DUPLICATE, UPDATED, ACCEPTED);
        assertThat(batch.into(intake, rows)).isEqualTo(first);
        assertThat(stored()).hasSize(2).allSatisfy(r -> assertThat(r.current().number()).isLessThanOrEqualTo(3));
    }

    @Test
    void a_batch_that_runs_again_after_a_later_batch_changed_the_record_does_not_turn_it_back() {
        batch(0).into(intake, row("1号"));
        Batch crashed = batch(1);
        assertThat(crashed.into(intake, row("1号"))).containsExactly(DUPLICATE);
        batch(2).into(intake, row("1号").with("NR", "更正"));
        assertThat(crashed.into(intake, row("1号"))).containsExactly(DUPLICATE);
        assertThat(stored()).singleElement().satisfies(
                r -> assertThat(r.current().content().data()).containsEntry("NR", "更正"));
    }

    @Test
    void a_register_that_repeats_what_stands_is_in_force_against_one_received_before_and_worked_off_later() {
        Row v0 = Row.registering(company, "淮南甲某商贸有限公司", DAY, "一号");
        Row v1 = Row.registering(company, "淮南乙某商贸有限公司", DAY, "二号");
        Batch.of("DJ", HUAINAN_MARKET, FIRST).into(intake, v0);
        Batch.of("DJ", HUAINAN_MARKET, FIRST.plusSeconds(7200)).into(intake, v0);
        Batch.of("DJ", SUZHOU_MARKET, FIRST.plusSeconds(3600)).into(intake, v1);
        assertThat(province().get(PREFIX + "/subjects/" + company).expect(200).at("/name"))
                .isEqualTo("淮南甲某商贸有限公司");
    }

    @Test
    void a_record_that_was_repaired_stays_so_when_it_arrives_again() {
        batch(0).into(intake, row("1号"));
        CreditRecord record = stored().getFirst();
        records.stop(record.id(), Stop.Kind.PUBLICITY, "case-1", "approver", "已履行", LocalDate.of(2026, 11, 1));
        assertThat(batch(1).into(intake, row("1号"))).containsExactly(DUPLICATE);
        assertThat(batch(2).into(intake, row("1号").with("NR", "更正"))).containsExactly(UPDATED);
        assertThat(stored()).singleElement().satisfies(r -> {
            assertThat(r.current().state()).isEqualTo(RecordState.REPAIRED);
            assertThat(r.isOpen()).isFalse();
        });
    }

    @Test
    void of_many_writers_of_the_same_rows_exactly_one_is_told_accepted_for_each() throws Exception {
        int writers = 6;
        Row[] rows = IntStream.range(0, 40).mapToObj(i -> row(i + "号").number(i + 2)).toArray(Row[]::new);
        List<Callable<List<Verdict>>> runs = new ArrayList<>();
        for (int w = 0; w < writers; w++) {
            Batch own = batch(w);
            runs.add(() -> own.into(intake, rows));
        }
        List<List<Verdict>> told = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(writers)) {
            for (Future<List<Verdict>> run : threads.invokeAll(runs)) {
                told.add(run.get());
            }
        }
        for (int i = 0; i < rows.length; i++) {
            int row = i;
            assertThat(told.stream().map(verdicts -> verdicts.get(row)).toList())
                    .as("row %d", row).containsOnlyOnce(ACCEPTED).doesNotContain(UPDATED);
        }
        assertThat(stored()).hasSize(rows.length);
    }

    @Test
    void of_many_writers_of_different_contents_none_loses_a_version() throws Exception {
        batch(0).into(intake, row("1号"));
        List<Callable<List<Verdict>>> runs = new ArrayList<>();
        for (int w = 1; w <= 5; w++) {
            Batch own = batch(w);
            Row changed = row("1号").with("NR", "内容" + w);
            runs.add(() -> own.into(intake, changed));
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(5)) {
            for (Future<List<Verdict>> run : threads.invokeAll(runs)) {
                assertThat(run.get()).containsExactly(UPDATED);
            }
        }
        CreditRecord record = stored().getFirst();
        assertThat(record.current().content().data()).as("the batch received last is in force, whoever wrote last")
                .containsEntry("NR", "内容5");
        assertThat(record.versions().map(v -> v.content().data().getOrDefault("NR", "")))
                .contains("", "内容1", "内容2", "内容3", "内容4", "内容5");
    }

    @Test
    void a_batch_received_earlier_but_worked_off_later_is_kept_and_not_in_force() {
        Batch earlier = batch(1);
        batch(0).into(intake, row("1号"));
        batch(2).into(intake, row("1号").with("NR", "后到"));
        assertThat(earlier.into(intake, row("1号").with("NR", "先到"))).containsExactly(UPDATED);
        assertThat(earlier.into(intake, row("1号").with("NR", "先到"))).as("run again").containsExactly(UPDATED);
        CreditRecord record = stored().getFirst();
        assertThat(record.versions().map(v -> v.content().data().getOrDefault("NR", "")))
                .containsExactly("后到", "先到", "后到", "");
        Instant whenItCame = record.current().knownFrom();
        assertThat(records.ofSubject(new Records.Wanted(company, null, null, whenItCame), Optional.empty(), 500, r -> true))
                .singleElement().satisfies(known ->
                        assertThat(known.record().current().content().data()).containsEntry("NR", "后到"));
    }

    @Test
    void a_withdrawn_record_keeps_its_versions_and_reason_and_is_no_longer_public() {
        batch(0).into(intake, row("1号"));
        Batch withdrawing = batch(1);
        assertThat(withdrawing.take(intake, row("1号").incoming(Operation.WITHDRAW, "复议撤销"))).containsExactly(UPDATED);
        assertThat(withdrawing.take(intake, row("1号").incoming(Operation.WITHDRAW, "复议撤销"))).containsExactly(UPDATED);
        assertThat(batch(2).take(intake, row("1号").incoming(Operation.WITHDRAW, "又撤"))).containsExactly(DUPLICATE);
        assertThat(stored()).singleElement().satisfies(r -> {
            assertThat(r.current().state()).isEqualTo(RecordState.WITHDRAWN);
            assertThat(r.current().cause().reason()).isEqualTo("复议撤销");
            assertThat(r.subject()).isEqualTo(company);
            assertThat(r.isOpen()).isFalse();
            assertThat(r.isShareable()).isFalse();
            assertThat(r.past()).hasSize(1);
        });
    }

    @Test
    void a_withdrawn_record_comes_back_only_when_its_source_says_so() {
        batch(0).into(intake, row("1号"));
        batch(1).take(intake, row("1号").incoming(Operation.WITHDRAW, "错报"));
        assertThat(batch(2).into(intake, row("1号"))).as("sent again unchanged").containsExactly(DUPLICATE);
        assertThat(batch(3).into(intake, row("1号").with("NR", "更正"))).containsExactly(NOTHING_THERE);
        assertThat(batch(4).take(intake, row("1号").with("NR", "更正").incoming(Operation.CHANGE, null)))
                .containsExactly(NOTHING_THERE);
        assertThat(stored().getFirst().current().state()).isEqualTo(RecordState.WITHDRAWN);
        assertThat(batch(5).take(intake, row("1号").incoming(Operation.ADD, null))).containsExactly(UPDATED);
        assertThat(stored().getFirst().current().state()).isEqualTo(RecordState.ACTIVE);
        assertThat(stored().getFirst().isOpen()).isTrue();
    }

    @Test
    void what_is_not_there_can_be_neither_changed_nor_withdrawn() {
        assertThat(batch(0).take(intake, row("无号").incoming(Operation.WITHDRAW, "错报"))).containsExactly(NOTHING_THERE);
        assertThat(batch(0).take(intake, row("无号").incoming(Operation.CHANGE, null))).containsExactly(NOTHING_THERE);
        assertThat(stored()).isEmpty();
    }

    @Test
    void rows_of_one_call_that_withdraw_and_add_in_turn_get_the_same_verdicts_again_after_a_crash() {
        Batch batch = batch(0);
        IncomingRecord[] rows = {row("1号").number(1).incoming(Operation.WITHDRAW, "无"), row("1号").number(2).incoming(),
            row("1号").number(3).incoming(Operation.WITHDRAW, "错报"),
            row("1号").number(4).with("NR", "甲").incoming(Operation.CHANGE, null),
            row("1号").number(5).with("NR", "乙").incoming(Operation.ADD, null), row("1号").number(6).incoming()};
        List<Verdict> first = batch.take(intake, rows);
        assertThat(first).containsExactly(NOTHING_THERE, ACCEPTED, UPDATED, NOTHING_THERE, UPDATED, UPDATED);
        assertThat(batch.take(intake, rows)).isEqualTo(first);
    }

    @Test
    void a_withdrawal_received_before_a_later_change_does_not_undo_it() {
        Batch withdrawing = batch(1);
        batch(0).into(intake, row("1号"));
        batch(2).into(intake, row("1号").with("NR", "更正"));
        assertThat(withdrawing.take(intake, row("1号").incoming(Operation.WITHDRAW, "错报"))).containsExactly(UPDATED);
        assertThat(stored().getFirst().current().state()).isEqualTo(RecordState.ACTIVE);
        assertThat(stored().getFirst().versions().map(Version::state)).contains(RecordState.WITHDRAWN);
    }

    @Test
    void a_repaired_record_that_is_withdrawn_and_added_again_is_still_repaired() {
        batch(0).into(intake, row("1号"));
        records.stop(stored().getFirst().id(), Stop.Kind.PUBLICITY, "case-9", "approver", "已履行", LocalDate.of(2026, 11, 1));
        batch(1).take(intake, row("1号").incoming(Operation.WITHDRAW, "错报"));
        batch(2).take(intake, row("1号").incoming(Operation.ADD, null));
        assertThat(stored().getFirst().current().state()).isEqualTo(RecordState.REPAIRED);
    }

    /** The platform files in the name of the body that owes, so that body's own rows are about the same record. */
    private Verdict found(int hours, long number, Row row) {
        Source body = new Source(HUAINAN_MARKET, "市场监督管理局", new Division("340400"));
        return intake.accept(IntakeContext.own("contract/" + company, new CatalogItemRef("CF", 1), body, "city",
                FIRST.plusSeconds(hours * 3600L)), List.of(row.number(number).incoming())).getFirst();
    }

    @Test
    void what_the_platform_found_itself_is_neither_changed_nor_withdrawn_by_whoever_supplies() {
        assertThat(found(0, 1, row("1号"))).isEqualTo(ACCEPTED);
        Batch late = batch(1);
        for (Operation wanted : Operation.values()) {
            assertThat(late.take(intake, row("1号").incoming(wanted, "错报"))).as("%s", wanted).containsExactly(KEPT_HERE);
            assertThat(late.take(intake, row("1号").with("NR", "无此事").incoming(wanted, "错报"))).containsExactly(KEPT_HERE);
        }
        assertThat(found(2, 2, row("1号").with("NR", "违约"))).isEqualTo(UPDATED);
        assertThat(stored()).singleElement().satisfies(r -> {
            assertThat(r.current().state()).isEqualTo(RecordState.ACTIVE);
            assertThat(r.current().number()).isEqualTo(2);
        });
    }

    @Test
    void what_was_supplied_or_withdrawn_in_advance_does_not_keep_the_platforms_findings_out() {
        batch(5).into(intake, row("1号"));
        assertThat(found(0, 1, row("1号"))).as("in the same words, and though it was found before").isEqualTo(UPDATED);
        assertThat(batch(6).take(intake, row("1号").incoming(Operation.WITHDRAW, "错报"))).containsExactly(KEPT_HERE);

        batch(5).into(intake, row("2号"));
        batch(6).take(intake, row("2号").incoming(Operation.WITHDRAW, "错报"));
        assertThat(found(7, 1, row("2号").with("NR", "违约"))).isEqualTo(UPDATED);
        assertThat(found(7, 1, row("2号").with("NR", "违约"))).as("the same state again").isEqualTo(UPDATED);
        assertThat(stored()).hasSize(2).allSatisfy(r -> assertThat(r.current().state()).isEqualTo(RecordState.ACTIVE))
                .extracting(r -> r.current().number()).containsExactlyInAnyOrder(2, 3);
    }

    @Test
    void versions_beyond_those_kept_in_the_document_are_kept_beside_it_and_still_known() {
        int versions = RecordStore.KEPT + 8;
        List<Batch> batches = new ArrayList<>();
        for (int i = 0; i < versions; i++) {
            Batch next = batch(i);
            batches.add(next);
            next.into(intake, row("1号").with("NR", "第" + i + "版"));
        }
        CreditRecord record = stored().getFirst();
        assertThat(record.past()).hasSize(RecordStore.KEPT);
        assertThat(record.archived()).isEqualTo(7);
        assertThat(store.archivedVersions(record)).extracting(Version::number).containsExactly(7, 6, 5, 4, 3, 2, 1);
        assertThat(batches.get(2).into(intake, row("1号").with("NR", "第2版"))).containsExactly(UPDATED);
        assertThat(stored().getFirst().current().number()).isEqualTo(versions);
    }

    @Test
    void id_numbers_and_phones_are_never_stored_in_clear() {
        String person = "340403199001011234";
        Batch batch = batch(0);
        batch.into(intake, Row.aboutPerson("张三丰", person, "人1号" + company, DAY).with("LXDH", "13855501234"),
                row("1号").number(3).with("FR_ZJHM", "340403198802022345").with("LXDH", "13955504321"));
        List<String> raw = new ArrayList<>();
        for (String collection : mongo.getCollectionNames()) {
            mongo.getCollection(collection).find().map(Document::toJson).into(raw);
        }
        assertThat(String.join("\n", raw))
                .doesNotContain(person).doesNotContain("13855501234")
                .doesNotContain("340403198802022345").doesNotContain("13955504321")
                .contains("\"k1:");
    }

    @Test
    void a_subject_first_met_in_a_record_is_a_stub_until_the_register_tells_of_it() {
        batch(0).into(intake, row("1号"));
        assertThat(subject().getString("status")).isEqualTo("STUB");
        Batch.of("DJ", HUAINAN_MARKET, FIRST.plusSeconds(60)).into(intake,
                Row.registering(company, "淮南某某商贸（集团）有限公司", LocalDate.of(2015, 5, 5), "淮南市田家庵区1号"));
        Document subject = subject();
        assertThat(subject.getString("status")).isEqualTo("ACTIVE");
        assertThat(subject.getString("division")).isEqualTo("340400");
        assertThat(subject.getList("names", Document.class)).extracting(n -> n.getString("name"))
                .containsExactly("淮南某某商贸有限公司", "淮南某某商贸（集团）有限公司");
        Batch.of("CF", SUZHOU_MARKET, FIRST.plusSeconds(120)).into(intake, row("别处1号"));
        assertThat(subject().getList("divisions", String.class)).contains("340400", "341300");
        assertThat(subject().getString("name")).isEqualTo("淮南某某商贸（集团）有限公司");
    }

    @Test
    void replicas_that_meet_the_same_unknown_subject_create_one() throws Exception {
        List<Callable<List<Verdict>>> runs = new ArrayList<>();
        for (int w = 0; w < 6; w++) {
            Row own = row("独立" + w + "号");
            runs.add(() -> batch(0).into(intake, own));
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
            for (Future<List<Verdict>> run : threads.invokeAll(runs)) {
                assertThat(run.get()).containsExactly(ACCEPTED);
            }
        }
        assertThat(mongo.getCollection("subjects").countDocuments(new Document("_id", company))).isEqualTo(1);
        assertThat(stored()).hasSize(6);
    }

    @Test
    void an_individual_business_without_a_code_is_known_by_its_registration_number_at_its_source() {
        IncomingSubject business = new IncomingSubject(
                SubjectKind.INDIVIDUAL_BUSINESS, null, "个体工商户", null, null, "340403600" + company.substring(9, 17), null);
        Row row = new Row(2, "个1号" + company, business, Map.of("MC", "个体工商户"), Severity.GENERAL, DAY, null,
                Row.GENERAL);
        batch(0).into(intake, row);
        IncomingSubject wide = new IncomingSubject(business.kind(), null, business.name(), null, null, "３４ ０４０３６００" + company.substring(9, 17), null);
        batch(1).into(intake, new Row(2, "个2号" + company, wide, row.data(), row.severity(), DAY, null, Row.GENERAL));
        List<Document> found = mongo.getCollection("records")
                .find(new Document("current.content.documentNumber", "个1号" + company)).into(new ArrayList<>());
        assertThat(found).singleElement().satisfies(d -> assertThat(d.getString("subject")).startsWith("G"));
        assertThat(mongo.getCollection("records").countDocuments(
                new Document("subject", found.getFirst().getString("subject")))).isEqualTo(2);
    }

    @Test
    void nothing_in_is_nothing_out() {
        assertThat(intake.accept(batch(0).context(), Collections.emptyList())).isEmpty();
    }

    private Document subject() {
        return Objects.requireNonNull(
                mongo.getCollection("subjects").find(new Document("_id", company)).first());
    }

    @Test
    void nobody_has_more_counted_than_a_set_number_and_is_told_when_there_are_more() {
        LocalDate day = LocalDate.of(2026, 3, 1);
        batch(0).into(intake, row("1号"), row("2号").number(3), row("3号").number(4));
        PublicRecords.Wanted wanted = new PublicRecords.Wanted(null, null, Set.of(company));

        assertThat(new PublicRecords(store, new PublicitySettings(18, 2, 1, Duration.ofDays(1))).count(wanted, day))
                .isEqualTo(new PublicRecords.Count(2, true));
        assertThat(new PublicRecords(store, new PublicitySettings(18, 3, 1, Duration.ofDays(1))).count(wanted, day))
                .isEqualTo(new PublicRecords.Count(3, false));
    }

    @Test
    void publicRecordsOfADivisionComePageByPageAtEveryLevelWithAnItemAndWithout() {
        List<String> city = accepted("CF", "650100", 5);
        List<String> licences = accepted("XK", "650100", 3);
        List<String> county = accepted("CF", "650121", 3);
        List<String> nextCity = accepted("CF", "650200", 3);
        List<String> nextProvince = accepted("CF", "630100", 3);

        assertThat(pages(null, "650100")).containsExactlyInAnyOrderElementsOf(joined(city, licences, county));
        assertThat(pages("CF", "650100")).containsExactlyInAnyOrderElementsOf(joined(city, county));
        assertThat(pages("XK", "650100")).containsExactlyInAnyOrderElementsOf(licences);
        assertThat(pages(null, "650121")).containsExactlyInAnyOrderElementsOf(county);
        assertThat(pages("CF", "650121")).containsExactlyInAnyOrderElementsOf(county);
        assertThat(pages("XK", "650121")).isEmpty();
        assertThat(pages(null, "650000")).containsExactlyInAnyOrderElementsOf(joined(city, licences, county, nextCity));
        assertThat(pages("XK", "650000")).containsExactlyInAnyOrderElementsOf(licences);
        assertThat(pages("CF", "630000")).containsExactlyInAnyOrderElementsOf(nextProvince);
        assertThat(pages("XK", "630000")).isEmpty();
    }

    /** Two a day. @return their ids */
    private List<String> accepted(String item, String division, int number) {
        String source = Codes.of("11" + division, 1);
        for (int i = 0; i < number; i++) {
            Batch.of(item, source, FIRST.plusSeconds(i)).into(intake,
                    Row.about(company, "某某商贸有限公司", item + i, DAY.minusDays(i / 2)));
        }
        List<String> ids = mongo.getCollection("records")
                .find(new Document("source.division", division).append("item", item))
                .map(record -> record.getString("_id")).into(new ArrayList<>());
        assertThat(ids).hasSize(number);
        return ids;
    }

    @SafeVarargs
    private static List<String> joined(List<String>... parts) {
        return Stream.of(parts).flatMap(List::stream).toList();
    }

    /** What is listed and how many are counted, the same whichever index is taken for a province. */
    private List<String> pages(@Nullable String item, String division) {
        List<String> few = pages(item, division, 1000);
        assertThat(pages(item, division, 1)).isEqualTo(few);
        return few;
    }

    private List<String> pages(@Nullable String item, String division, int fewOfProvince) {
        PublicRecords shown = new PublicRecords(store, new PublicitySettings(18, 100, fewOfProvince, Duration.ofDays(1)));
        PublicRecords.Wanted wanted = new PublicRecords.Wanted(item, new Division(division), null);
        List<CreditRecord> seen = new ArrayList<>();
        String next = null;
        do {
            Paging paging = new Paging(2, next);
            Page<CreditRecord> page = Page.of(shown.find(wanted, LocalDate.of(2026, 3, 1), paging), paging, Records::position);
            seen.addAll(page.items());
            next = page.next();
        } while (next != null);
        assertThat(seen).extracting(record -> record.current().content().documentDate())
                .isSortedAccordingTo(Comparator.<LocalDate>naturalOrder().reversed());
        assertThat(shown.count(wanted, LocalDate.of(2026, 3, 1))).isEqualTo(new PublicRecords.Count(seen.size(), false));
        return seen.stream().map(CreditRecord::id).toList();
    }

    @Test
    void whoReadARecordBeforeItsValuesWereEncryptedAnewDoesNotWriteTheOldOnesBack() {
        String company = Codes.next("340400");
        LocalDate day = LocalDate.of(2026, 2, 1);
        Row row = Row.about(company, "某公司", "密" + company, day).with("FR_ZJHM", "340403198802022345");
        Batch.of("CF", HUAINAN_MARKET, clock.instant()).into(intake, row.with("NR", "first"));
        Batch.of("CF", HUAINAN_MARKET, clock.instant()).into(intake, row.with("NR", "second"));
        String id = Objects.requireNonNull(mongo.getCollection("records").find(new Document("subject", company)).first()).getString("_id");
        CreditRecord read = store.find(id).orElseThrow();
        assertThat(store.replace(read, read)).as("nothing has changed").isTrue();
        encryptedAnew(id, "current", "k2:" + "A".repeat(44));
        assertThat(store.replace(read, read)).as("the version in force").isFalse();
        CreditRecord again = store.find(id).orElseThrow();
        assertThat(store.replace(again, again)).isTrue();
        encryptedAnew(id, "past.0", "k2:" + "B".repeat(44));
        assertThat(store.replace(again, again)).as("a past version").isFalse();
        assertThat(store.write(List.of(again), Map.of(id, again))).as("among many").containsExactly(id);
    }

    private void encryptedAnew(String record, String place, String value) {
        mongo.getCollection("records").updateOne(new Document("_id", record),
                new Document("$set", new Document(place + ".content.data.FR_ZJHM", value)));
    }
}
