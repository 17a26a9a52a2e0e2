package cn.publiccredit.catalog.editing;

import static cn.publiccredit.catalog.Catalogue.BASE;
import static cn.publiccredit.catalog.Catalogue.matter;
import static cn.publiccredit.catalog.Catalogue.newCode;
import static org.assertj.core.api.Assertions.assertThat;

import cn.publiccredit.catalog.Catalogue;
import cn.publiccredit.testing.Answer;
import cn.publiccredit.testing.Api;
import cn.publiccredit.testing.MovingClock;
import cn.publiccredit.testing.ServiceTest;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceTest
class RetirementIT {

    @Autowired
    Api api;

    @Autowired
    MovingClock clock;

    @AfterEach
    void timeGoesBack() {
        clock.reset();
    }

    private Answer retire(String code, Map<String, Object> ending) {
        String tag = api.get(BASE + "/matters/" + code).header("ETag");
        return api.as(Catalogue.APPROVER).with("If-Match", tag).post(BASE + "/matters/" + code + "/retire", ending);
    }

    @Test
    void fromItsLastDayOnACodeIsGoneAndThePastStays() {
        String code = newCode();
        LocalDate today = LocalDate.now(clock);
        Catalogue.of(api).publish("matters", matter(code, "旧"));
        Catalogue.of(api).publish("matters", matter(code, "新"));

        Answer retired = retire(code, Map.of("from", today.plusDays(10), "reason", "依据已废止")).expect(200);
        assertThat(retired.at("/status")).isEqualTo("RETIRED");
        assertThat(api.get(BASE + "/matters/" + code).expect(200).at("/retiredFrom")).isEqualTo(today.plusDays(10).toString());
        assertThat(api.get(BASE + "/matters/" + code + "?asOf=" + today.plusDays(9)).expect(200).at("/name")).isEqualTo("新");
        api.get(BASE + "/matters/" + code + "?asOf=" + today.plusDays(10)).expect(404);

        clock.moveTo(today.plusDays(10));
        api.get(BASE + "/matters/" + code).expect(404);
        assertThat(api.as(Catalogue.EDITOR).get(BASE + "/matters/" + code + "/versions").expect(200).text()).contains("依据已废止");
    }

    @Test
    void aRetiredCodeCanBeginAnewWithItsNextVersion() {
        String code = newCode();
        Catalogue.of(api).publish("matters", matter(code, "旧"));
        retire(code, Map.of("reason", "停用")).expect(200);
        api.get(BASE + "/matters/" + code).expect(404);

        assertThat(Catalogue.of(api).publish("matters", matter(code, "重启")).at("/version")).isEqualTo("2");
        assertThat(api.get(BASE + "/matters/" + code).expect(200).at("/name")).isEqualTo("重启");
    }

    @Test
    void whatOtherContentNamesCannotBeRetired() {
        Answer loan = api.get(BASE + "/matters/LOAN");
        Answer refused = api.as(Catalogue.APPROVER).with("If-Match", loan.header("ETag"))
                .post(BASE + "/matters/LOAN/retire", Map.of("reason", "试")).expect(409);

        assertThat(refused.at("/code")).isEqualTo("catalog.version.still-needed");
        assertThat(refused.at("/detail")).contains("measures/M14");
    }

    @Test
    void theEditorOfAVersionCannotRetireItAndAReasonIsNeeded() {
        String code = newCode();
        Answer draft = api.as(Catalogue.BOTH).post(BASE + "/matters", matter(code, "自")).expect(201);
        Catalogue.of(api).approve(draft.header("Location"), draft.header("ETag")).expect(200);
        String tag = api.get(BASE + "/matters/" + code).header("ETag");

        api.as(Catalogue.BOTH).with("If-Match", tag)
                .post(BASE + "/matters/" + code + "/retire", Map.of("reason", "试")).expect(409);
        retire(code, Map.of()).expect(422);
        retire(code, Map.of("reason", "试", "from", "2020-01-01")).expect(422);
        api.as(Catalogue.APPROVER).post(BASE + "/matters/" + code + "/retire", Map.of("reason", "试")).expect(428);
        api.as(Catalogue.EDITOR).with("If-Match", tag)
                .post(BASE + "/matters/" + code + "/retire", Map.of("reason", "试")).expect(403);
        retire(code, Map.of("reason", "试")).expect(200);
        assertThat(api.as(Catalogue.APPROVER).with("If-Match", tag)
                .post(BASE + "/matters/" + code + "/retire", Map.of("reason", "试")).expect(409).at("/code"))
                .isEqualTo("catalog.version.not-published");
    }
}
