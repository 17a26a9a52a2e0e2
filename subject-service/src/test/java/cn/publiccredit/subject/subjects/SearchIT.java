package cn.publiccredit.subject.subjects;

import static org.assertj.core.api.Assertions.assertThat;

import cn.publiccredit.subject.fixture.Batch;
import cn.publiccredit.subject.fixture.Codes;
import cn.publiccredit.subject.fixture.Row;
import cn.publiccredit.subject.fixture.SubjectServiceFixture;
import cn.publiccredit.support.identity.Division;
import cn.publiccredit.support.web.Paging;
import cn.publiccredit.testing.Answer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class SearchIT extends SubjectServiceFixture {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

    @Autowired
    private SubjectStore store;

    @Autowired
    private Subjects subjects;

    private String registered(String name) {
        String code = Codes.next("340400");
        register(code, name, Instant.parse("2026-01-01T00:00:00Z"));
        return code;
    }

    private void register(String code, String name, Instant at) {
        Batch.of("DJ", HUAINAN_MARKET, at).into(intake, Row.registering(code, name, DAY, "淮南市"));
    }

    private List<String> found(String question) {
        List<String> codes = new ArrayList<>();
        api.get(PREFIX + "/public/subjects?limit=500&q=" + URLEncoder.encode(question, StandardCharsets.UTF_8))
                .expect(200).json().get("items").forEach(item -> codes.add(item.get("uscc").asString()));
        return codes;
    }

    @Test
    void a_subject_is_found_by_any_part_of_its_name_and_by_its_code() {
        String code = registered("淮南市奔腾电子科技（寿县）有限责任公司");
        assertThat(found("奔腾电子")).containsExactly(code);
        assertThat(found("淮南市奔腾")).containsExactly(code);
        assertThat(found("科技(寿县)有限公司")).containsExactly(code);
        assertThat(found("淮南市奔腾电子科技（寿县）有限责任公司")).containsExactly(code);
        assertThat(found("淮南市奔腾电子科技（寿县）股份公司")).isEmpty();
        assertThat(found(code)).containsExactly(code);
        assertThat(found(code.toLowerCase(Locale.ROOT))).containsExactly(code);
        assertThat(found(code.substring(0, 15))).contains(code);
        assertThat(found("没有这样的公司")).isEmpty();
        api.get(PREFIX + "/public/subjects?q=%E6%B7%AE").expect(422);
    }

    @Test
    void a_question_is_text_and_no_pattern() {
        String code = registered("淮南.*点星信息技术开发服务有限公司");
        assertThat(found("点星信息技术开发服务有限公司")).containsExactly(code);
        assertThat(found(".*(点星).*[a-z]+${x}信息技术开发服务")).isEmpty();
        assertThat(found("点星信息技术开发服务有限公司.*")).containsExactly(code);
    }

    @Test
    void search_goes_page_by_page() {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            all.add(registered("翻页测试第" + i + "商行"));
        }
        List<String> seen = new ArrayList<>();
        String after = "";
        do {
            Answer page = api.get(PREFIX + "/public/subjects?limit=2&after=" + after + "&q="
                    + URLEncoder.encode("翻页测试", StandardCharsets.UTF_8)).expect(200);
            page.json().get("items").forEach(item -> seen.add(item.get("uscc").asString()));
            after = page.at("/next");
        } while (!after.isEmpty());
        assertThat(seen).containsExactlyElementsOf(all.stream().sorted().toList());
    }

    @Test
    void codes_and_names_are_resolved_in_order_names_to_the_letter_first() {
        String exact = registered("合肥东方贸易有限公司");
        String variant = registered("合肥东方贸易有限责任公司");
        String other = registered("ＡＢＣ（安徽）建材有限公司");
        Answer answer = service().post(PREFIX + "/subjects/resolve", Map.of("purpose", "招标", "queries", List.of(
                Map.of("uscc", other), Map.of("name", "合肥东方贸易有限公司"), Map.of("name", "abc(安徽) 建材有限责任公司"),
                Map.of("name", "查无此人"), Map.of("name", "合肥东方贸易 有限公司")))).expect(200);
        assertThat(answer.at("/results/0/matches/0/id")).isEqualTo(other);
        assertThat(answer.json().at("/results/1/matches").findValuesAsString("id")).containsExactly(exact);
        assertThat(answer.at("/results/2/matches/0/id")).isEqualTo(other);
        assertThat(answer.json().at("/results/3/matches")).isEmpty();
        assertThat(answer.json().at("/results/4/matches").findValuesAsString("id"))
                .containsExactlyInAnyOrder(exact, variant);
        assertThat(answer.at("/results/2/query/name")).isEqualTo("abc(安徽) 建材有限责任公司");
    }

    @Test
    void a_former_name_still_leads_to_the_subject() {
        String code = registered("淮南旧名字运输有限公司");
        register(code, "淮南新名字运输有限公司", Instant.parse("2026-02-01T00:00:00Z"));
        register(code, "淮南旧名字运输有限公司", Instant.parse("2026-01-15T00:00:00Z"));
        Answer answer = service().post(PREFIX + "/subjects/resolve", Map.of("purpose", "招标",
                "queries", List.of(Map.of("name", "淮南旧名字运输有限公司")))).expect(200);
        assertThat(answer.at("/results/0/matches/0/id")).isEqualTo(code);
        assertThat(answer.at("/results/0/matches/0/name")).isEqualTo("淮南新名字运输有限公司");
        assertThat(province().get(PREFIX + "/subjects/" + code).expect(200).json().at("/names")).hasSize(2);
    }

    @Test
    void resolving_needs_a_purpose_leaves_a_trace_and_has_a_limit() {
        String code = registered("淮南留痕有限公司");
        Map<String, Object> one = Map.of("queries", List.of(Map.of("uscc", code)));
        assertThat(department(SUZHOU_MARKET, "341300").post(PREFIX + "/subjects/resolve", one).expect(400).at("/code"))
                .isEqualTo("purpose.required");
        department(SUZHOU_MARKET, "341300").post(PREFIX + "/subjects/resolve",
                Map.of("purpose", "审批", "queries", List.of(Map.of("uscc", code)))).expect(200);
        assertThat(mongo.getCollection("audit").countDocuments(
                new Document("subject", code).append("action", "subject.resolve"))).isEqualTo(1);
        List<Map<String, String>> tooMany = Collections.nCopies(1001, Map.of("uscc", code));
        service().post(PREFIX + "/subjects/resolve", Map.of("purpose", "x", "queries", tooMany)).expect(422);
        service().post(PREFIX + "/subjects/resolve", Map.of("purpose", "x", "queries", List.of(Map.of()))).expect(422);
        service().post(PREFIX + "/subjects/resolve", Map.of("purpose", "x", "queries",
                List.of(Map.of("uscc", code, "name", "both")))).expect(422);
        owner(code).post(PREFIX + "/subjects/resolve", one).expect(403);
    }

    @Test
    void identities_are_for_services_unknown_ids_are_alone_and_there_is_a_limit() {
        String code = registered("淮南同一有限公司");
        String unknown = Codes.next("340400");
        String path = PREFIX + "/subjects/identities";
        Answer answer = service().post(path, Map.of("ids", List.of(unknown, code, "Pnobody"))).expect(200);
        assertThat(answer.json().at("/identities").findValuesAsString("asked")).containsExactly(unknown, code, "Pnobody");
        assertThat(answer.json().at("/identities").findValuesAsString("id")).containsExactly(unknown, code, "Pnobody");
        assertThat(answer.json().at("/identities/1/ids")).hasSize(1);
        service().post(path, Map.of("ids", Collections.nCopies(1000, code))).expect(200);
        service().post(path, Map.of("ids", Collections.nCopies(1001, code))).expect(422);
        service().post(path, Map.of("ids", List.of())).expect(422);
        service().post(path, Map.of("ids", List.of(" "))).expect(422);
        service().post(path, "{\"ids\":[null]}").expect(422);
        service().post(path, "{}").expect(422);
        province().post(path, Map.of("ids", List.of(code))).expect(403);
        owner(code).post(path, Map.of("ids", List.of(code))).expect(403);
        api.post(path, Map.of("ids", List.of(code))).expect(401);
    }

    @Test
    void a_city_finds_its_own_by_the_beginning_of_names_and_by_codes_page_by_page() {
        String suzhou = Codes.next("341300");
        Batch.of("DJ", SUZHOU_MARKET, Instant.parse("2026-01-01T00:00:00Z")).into(intake,
                Row.registering(suzhou, "分城测试宿州商行", DAY, "宿州市"));
        String huainan = registered("分城测试淮南商行");
        assertThat(inCity("341300", "分城测试")).containsExactly(suzhou);
        assertThat(inCity("340400", "分城测试")).containsExactly(huainan);
        assertThat(inCity("341300", "")).contains(suzhou).doesNotContain(huainan);
        assertThat(inCity("341300", suzhou.substring(0, 8))).contains(suzhou);
        assertThat(inCity("341300", huainan.substring(0, 8))).doesNotContain(huainan);
    }

    private List<String> inCity(String division, String question) {
        List<String> seen = new ArrayList<>();
        String after = "";
        do {
            Answer page = city(division).get(PREFIX + "/subjects?limit=2&after=" + after + "&q="
                    + URLEncoder.encode(question, StandardCharsets.UTF_8)).expect(200);
            page.json().get("items").forEach(item -> seen.add(item.get("id").asString()));
            after = page.at("/next");
        } while (!after.isEmpty());
        assertThat(seen).doesNotHaveDuplicates();
        return seen;
    }

    @Test
    void a_page_of_codes_of_a_division_ends_when_it_has_looked_at_enough_and_the_next_one_goes_on() {
        String[] codes = IntStream.range(0, 3).mapToObj(i -> registered("看到为止" + i + "商行")).toArray(String[]::new);
        SubjectSearch lazy = new SubjectSearch(store, subjects, new SearchSettings(1000, 1));
        Division elsewhere = new Division("341600");
        String question = codes[0].substring(0, 8);
        int pages = 0;
        String next = null;
        do {
            Paging paging = new Paging(500, next);
            Found found = lazy.find(question, elsewhere, paging);
            assertThat(found.hits()).isEmpty();
            next = found.page(paging, Subject::id).next();
            pages++;
        } while (next != null);
        assertThat(pages).as("one is looked at for each page").isGreaterThanOrEqualTo(codes.length);
        SubjectSearch usual = new SubjectSearch(store, subjects, new SearchSettings(1000, 5000));
        assertThat(usual.find(question, new Division("340400"), new Paging(1, null)).hits()).hasSize(2);
    }

    /** Names of a city are two lists put together: those listed with it first, and others that its sources know something about. */
    @Test
    void aCitysNamesComeInOneOrderWhicheverProvinceOrCityASubjectIsRegisteredWith() {
        List<String> ours = new ArrayList<>();
        String[] divisions = {"650100", "650200", "330100", "650000", "650100"};
        String[] names = {"次序甲商行", "次序乙商行", "次序丙商行", "次序丁商行", "次序\ud842\udfb7商行"};
        for (int i = 0; i < names.length; i++) {
            String code = Codes.next(divisions[i]);
            Batch.of("CF", Codes.of("11650100", 1), Instant.parse("2026-01-01T00:00:00Z")).into(intake,
                    Row.about(code, names[i], "次序" + i, DAY));
            ours.add(code);
        }
        String nextCity = Codes.next("650200");
        Batch.of("CF", Codes.of("11650200", 1), Instant.parse("2026-01-01T00:00:00Z")).into(intake,
                Row.about(nextCity, "次序戊商行", "次序", DAY));

        assertThat(inOrder("次序", "650100")).containsExactly(ours.get(3), ours.get(2), ours.get(1), ours.get(0), ours.get(4));
        assertThat(inOrder("", "650100")).containsAll(ours).doesNotContain(nextCity);
        assertThat(inOrder("次序乙", "650100")).containsExactly(ours.get(1));
        assertThat(inOrder("次序", "650200")).containsExactly(ours.get(1), nextCity);
        assertThat(inOrder("次序", "650000")).hasSize(6).containsAll(ours);
        assertThat(inOrder("次序", "330100")).containsExactly(ours.get(2));
        assertThat(inOrder("次序", "330000")).containsExactly(ours.get(2));
        assertThat(inOrder("次序", "650121")).isEmpty();
    }

    private List<String> inOrder(String question, String division) {
        SubjectSearch search = new SubjectSearch(store, subjects, new SearchSettings(1, 5000));
        List<String> seen = new ArrayList<>();
        String next = null;
        do {
            Paging paging = new Paging(2, next);
            SearchPage<String> page = search.find(question, new Division(division), paging).page(paging, Subject::id);
            seen.addAll(page.items());
            next = page.next();
        } while (next != null);
        assertThat(seen).doesNotHaveDuplicates();
        return seen;
    }

    private List<String> pages(String question, String flag) {
        List<String> seen = new ArrayList<>();
        String after = "";
        do {
            Answer page = api.get(PREFIX + "/public/subjects?limit=2&after=" + after + "&q="
                    + URLEncoder.encode(question, StandardCharsets.UTF_8)).expect(200);
            assertThat(page.at("/onlyBeginnings")).isEqualTo(flag);
            page.json().get("items").forEach(item -> seen.add(item.get("name").asString()));
            after = page.at("/next");
        } while (!after.isEmpty());
        return seen;
    }

    @Test
    void what_too_many_names_hold_is_found_at_their_beginning_in_the_order_of_names_and_the_answer_says_so() {
        Row[] many = IntStream.range(0, 1001).mapToObj(i -> Row.registering(Codes.next("340400"),
                "淮南众多" + i + "雷同小铺", DAY, "淮南市").number(i + 2)).toArray(Row[]::new);
        Batch.of("DJ", HUAINAN_MARKET, Instant.parse("2026-01-01T00:00:00Z")).into(intake, many);
        for (String name : List.of("雷同小铺丙", "雷同小铺甲", "雷同小铺乙", "雷同小铺甲")) {
            registered(name);
        }

        assertThat(pages("雷同小铺", "true"))
                .containsExactly("雷同小铺丙", "雷同小铺乙", "雷同小铺甲", "雷同小铺甲");
        assertThat(pages("淮南众多77", "")).as("few enough, wherever it stands").hasSize(11);
        assertThat(pages("众多77", "")).hasSize(11);
        assertThat(found("淮南众多1000雷同小铺")).hasSize(1);
    }
}
