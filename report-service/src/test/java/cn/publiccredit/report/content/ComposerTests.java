package cn.publiccredit.report.content;

import static org.assertj.core.api.Assertions.assertThat;

import cn.publiccredit.report.source.CatalogItem;
import cn.publiccredit.report.source.EntryFacts;
import cn.publiccredit.report.source.RecordFacts;
import cn.publiccredit.report.source.RepairFacts;
import cn.publiccredit.report.source.SubjectFacts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ComposerTests {

    private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-11-22T09:30:00+08:00");

    private final Template template = template();

    @Test
    void aCompanyWithNothingHasElevenSectionsInTheStandardsWords() {
        Content content = compose(List.of(), List.of(), List.of()).content();
        assertThat(content.sections()).hasSize(11);
        Set<String> empty = content.sections().stream().filter(Section::empty).map(s -> String.valueOf(s.text()))
                .collect(Collectors.toSet());
        assertThat(empty).containsExactly("查询期内无相关信息");
        assertThat(section(content, "advice").text()).isEqualTo("建议秉持诚信理念，合法有序开展经营活动。");
        assertThat(section(content, "basic").empty()).isFalse();
        assertThat(content.labels()).containsExactly("存续");
    }

    @Test
    void aGovernmentBodyGetsTheReportOfOrganisationsAndIsCalledWhatItIs() {
        assertThat(template.isFor("GOVERNMENT_BODY")).isTrue();
        assertThat(template.isFor("PERSON")).isFalse();
        assertThat(Words.subjectKind("GOVERNMENT_BODY")).isEqualTo("机关单位");
    }

    @Test
    void whatNoSectionNamesStandsUnderOtherAndWhatIsLocalUnderLocal() {
        Content content = compose(List.of(record("r1", "ZZ", "ACTIVE", null), record("r2", "AH01", "ACTIVE", null)),
                List.of(entry("e1", "STRANGE", null)), List.of()).content();
        assertThat(section(content, "other").blocks()).extracting(Block::item).containsExactly("ZZ", "L-STRANGE");
        assertThat(section(content, "local").blocks()).extracting(Block::item).containsExactly("AH01");
    }

    @Test
    void theSectionThatNewsIsToldOfIsTheOneInWhichAReportPrintsIt() {
        List<RecordFacts> records = List.of(record("r1", "CF", "ACTIVE", null), record("r2", "ZZ", "ACTIVE", null),
                record("r3", "AH01", "ACTIVE", null));
        for (Template each : List.of(template, with(Template.Part.REST), with(Template.Part.LOCAL), catalogues("special-no-violation"))) {
            Map<String, String> printed = Composer.compose(each, facts(records, List.of(), List.of())).records().stream()
                    .collect(Collectors.toMap(Evidence.RecordVersion::id, Evidence.RecordVersion::section));
            assertThat(records).allSatisfy(fact -> assertThat(each.sectionOf(fact, catalogue()).map(Template.SectionRule::code))
                    .isEqualTo(Optional.ofNullable(printed.get(fact.id()))));
        }
        assertThat(template.sectionOf(records.getLast(), catalogue())).map(Template.SectionRule::code).contains("local");
        assertThat(with(Template.Part.REST).sectionOf(records.getLast(), catalogue())).isEmpty();
        assertThat(with(Template.Part.LOCAL).sectionOf(records.getLast(), catalogue())).map(Template.SectionRule::code).contains("local");
        assertThat(with(Template.Part.LOCAL).sectionOf(records.getFirst(), catalogue())).isEmpty();
    }

    /** A template with only the sections of this part. */
    private Template with(Template.Part part) {
        return new Template(template.code(), template.version(), template.title(), template.edition(), template.source(),
                template.subjectKinds(), template.emptySentence(), template.defaultAdvice(), template.disputedMark(),
                template.explanations(), template.sections().stream().filter(section -> section.part() == part).toList());
    }

    @Test
    void everyReportedFactIsInTheEvidenceOnceAndNothingElseIs() {
        Composed composed = compose(
                List.of(record("r1", "CF", "ACTIVE", null), record("r2", "CF", "REPAIRED", null),
                        record("r3", "CF", "ACTIVE", "2026-11-21"), record("r4", "CF", "ACTIVE", "2026-11-23"),
                        record("r5", "ZZ", "DISPUTED", null), record("r6", "CF", "WITHDRAWN", null)),
                List.of(entry("e1", "BLACK", "2026-11-21"), entry("e2", "BLACK", "2026-11-22"), entry("e3", "RED", null)),
                List.of());
        assertThat(composed.records()).extracting(Evidence.RecordVersion::id).containsExactlyInAnyOrder("r1", "r4", "r5");
        assertThat(composed.entries()).extracting(Evidence.EntryState::id).containsExactlyInAnyOrder("e2", "e3");
        assertThat(composed.content().labels()).containsExactly("存续", "守信激励对象", "失信惩戒对象");
        assertThat(section(composed.content(), "other").blocks().getFirst().rows().getFirst().marks())
                .containsExactly("异议处理中");
    }

    @Test
    void aRecordIsReportedOnTheLastDayOnWhichAnyoneCanSeeItAndNotOnTheDayAfter() {
        RecordFacts penalty = record("r1", "CF", "ACTIVE", "2026-11-22");

        assertThat(Composer.compose(template, facts(List.of(penalty), List.of(), List.of(), NOW)).records())
                .extracting(Evidence.RecordVersion::id).containsExactly("r1");
        assertThat(penalty.isPublic(NOW.toLocalDate())).isTrue();
        assertThat(Composer.compose(template, facts(List.of(penalty), List.of(), List.of(), NOW.plusDays(1))).records()).isEmpty();
        assertThat(penalty.isPublic(NOW.toLocalDate().plusDays(1))).isFalse();
    }

    @Test
    void openAndRevokedRepairsShowAndFinishedOnesDoNot() {
        Content content = compose(List.of(), List.of(), Stream.of("DRAFT", "ACCEPTED", "EFFECTIVE", "REVOKED")
                .map(state -> new RepairFacts("c-" + state, state, null, null, null)).toList()).content();
        assertThat(section(content, "other").blocks().getFirst().rows()).extracting(Block.Row::id)
                .containsExactly("c-ACCEPTED", "c-REVOKED");
    }

    @Test
    void numbersOfPersonsAreNeverPrintedNorIsTheSubjectNamedInEachRow() {
        Content content = compose(List.of(record("r1", "ZZ", "ACTIVE", null)), List.of(), List.of()).content();
        assertThat(section(content, "other").blocks().getFirst().columns()).extracting(Block.Column::code)
                .containsExactly("ZZ_NR", "severity", "publicUntil");
    }

    @Test
    void theReportInPlaceOfACertificateTellsOfCriminalRulingsOnly() {
        Template special = catalogues("special-no-violation");
        RecordFacts criminal = ruling("r1", "刑事");
        RecordFacts civil = ruling("r2", "民事");

        Composed composed = Composer.compose(special, facts(List.of(civil, criminal, ruling("r3", "行政"), ruling("r4", "执行")),
                List.of(), List.of()));
        assertThat(section(composed.content(), "criminal").blocks()).singleElement().satisfies(block -> {
            assertThat(block.rows()).extracting(Block.Row::id).containsExactly("r1");
            assertThat(block.count()).isEqualTo(1);
        });
        assertThat(composed.records()).extracting(Evidence.RecordVersion::id).containsExactly("r1");
        assertThat(composed.content().overview()).contains(new Content.Count("SF", 1));
        assertThat(special.sectionOf(criminal, catalogue())).map(Template.SectionRule::code).contains("criminal");
        assertThat(special.sectionOf(civil, catalogue())).as("a new civil ruling is no news of this report").isEmpty();
        assertThat(special.sectionOfList("RED")).isEmpty();

        Content without = Composer.compose(special, facts(List.of(civil), List.of(), List.of())).content();
        assertThat(section(without, "criminal").text()).isEqualTo("无违法违规记录");
        assertThat(without.overview()).contains(new Content.Count("刑事裁判", 0));
    }

    @Test
    void whatASectionDoesNotChooseStandsUnderOther() {
        Template chosen = JsonMapper.shared().readValue(json("enterprise-full")
                .replace("{\"item\": \"SF\"}", "{\"item\": \"SF\", \"when\": {\"column\": \"SF_CPLX\", \"in\": [\"刑事\", \"行政\"]}}"),
                Template.class);
        Content content = Composer.compose(chosen, facts(List.of(ruling("r1", "刑事"), ruling("r2", "民事"), ruling("r3", "行政")),
                List.of(), List.of())).content();
        assertThat(section(content, "judicial").blocks().getFirst().rows()).extracting(Block.Row::id)
                .containsExactlyInAnyOrder("r1", "r3");
        assertThat(section(content, "other").blocks().getFirst().rows()).extracting(Block.Row::id).containsExactly("r2");
    }

    @Test
    void theReportHoldsWhatTheCatalogueSaysOfIt() {
        assertThat(template.sections()).isEqualTo(catalogues("enterprise-full").sections());
    }

    private static RecordFacts ruling(String id, String type) {
        return new RecordFacts(id, "SF", 1, null, Map.of("SF_CPLX", type, "SF_NR", "内容"), "NONE", "ACTIVE", false, "2026-05-11",
                null, null, 1, "2026-05-12T09:00:00+08:00");
    }

    /** A template as the catalogue ships it. */
    private static Template catalogues(String code) {
        return JsonMapper.shared().readValue(json(code), Template.class);
    }

    private static String json(String code) {
        try {
            return Files.readString(Path.of("..", "catalog-service", "src", "main", "resources", "catalog", "report-templates",
                    code + "-1.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Composed compose(List<RecordFacts> records, List<EntryFacts> entries, List<RepairFacts> repairs) {
        return Composer.compose(template, facts(records, entries, repairs));
    }

    private static Facts facts(List<RecordFacts> records, List<EntryFacts> entries, List<RepairFacts> repairs) {
        return facts(records, entries, repairs, NOW);
    }

    private static Facts facts(List<RecordFacts> records, List<EntryFacts> entries, List<RepairFacts> repairs, OffsetDateTime at) {
        SubjectFacts subject = new SubjectFacts("91340100MA2MRDXT4X", "ORGANISATION", "91340100MA2MRDXT4X", "晨曦食品", "340100",
                "ACTIVE", null, List.of());
        return new Facts(subject, "全部", "融资授信", records, entries, repairs, catalogue(), at);
    }

    private static Map<String, CatalogItem> catalogue() {
        return Stream.of(item("CF", "national-2024"), item("ZZ", "national-2024"), item("SF", "national-2024"),
                item("AH01", "anhui-2025")).collect(Collectors.toMap(CatalogItem::code, Function.identity()));
    }

    private static CatalogItem item(String code, String edition) {
        return new CatalogItem(code, code, null, edition, 1, Map.of("subjectName", code + "_MC"), List.of(
                new CatalogItem.Column(code + "_MC", "名称", "TEXT", "NONE", "NONE"),
                new CatalogItem.Column(code + "_NR", "内容", "TEXT", "NONE", "NONE"),
                new CatalogItem.Column(code + "_ZJ", "证件号码", "TEXT", "ID_NUMBER", "NONE"),
                new CatalogItem.Column(code + "_DH", "电话", "TEXT", "PHONE", "NONE")));
    }

    private static RecordFacts record(String id, String item, String state, @Nullable String until) {
        return new RecordFacts(id, item, 1, null, Map.of(item + "_NR", "内容", item + "_ZJ", "340100198001011234"), "GENERAL", state,
                false, "2026-05-11", new RecordFacts.Publicity(true, "2026-05-11", until, null), null, 1,
                "2026-05-12T09:00:00+08:00");
    }

    private static EntryFacts entry(String id, String kind, @Nullable String until) {
        return new EntryFacts(id, "L-" + kind, "名单", kind, "PUBLISHED", null, null, null, null, until, null);
    }

    private static Section section(Content content, String code) {
        return content.sections().stream().filter(s -> s.code().equals(code)).findFirst().orElseThrow();
    }

    private static Template template() {
        try {
            return new Templates(JsonMapper.shared()).require("enterprise-full");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
