package cn.publiccredit.catalog.history;

import static cn.publiccredit.catalog.Catalogue.BASE;
import static cn.publiccredit.catalog.Catalogue.matter;
import static cn.publiccredit.catalog.Catalogue.newCode;
import static org.assertj.core.api.Assertions.assertThat;

import cn.publiccredit.catalog.Catalogue;
import cn.publiccredit.testing.Answer;
import cn.publiccredit.testing.Api;
import cn.publiccredit.testing.ServiceTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceTest
class HistoryIT {

    @Autowired
    Api api;

    @Test
    void everyVersionStaysReadableAndItsHistoryNamesWhoDidWhat() {
        String code = newCode();
        Catalogue.of(api).publish("matters", matter(code, "第一版"));
        Catalogue.of(api).publish("matters", matter(code, "第二版"));
        String path = BASE + "/matters/" + code;

        assertThat(api.get(path + "/versions/1").expect(200).at("/name")).isEqualTo("第一版");
        assertThat(api.get(path + "/versions/2").expect(200).at("/name")).isEqualTo("第二版");
        Answer insider = api.as(Catalogue.EDITOR).get(path + "/versions").expect(200);
        assertThat(insider.json().at("/items/1/events").findValuesAsString("by")).containsExactly("editor-zhang", "approver-wang");
        assertThat(api.get(path + "/versions").expect(200).text()).doesNotContain("editor-zhang", "approver-wang");
    }

    @Test
    void draftsAreSeenOnlyByThoseWhoWorkOnThem() {
        String code = newCode();
        Catalogue.of(api).publish("matters", matter(code, "第一版"));
        Catalogue.of(api).open("matters", matter(code, "第二版"));
        String path = BASE + "/matters/" + code;

        assertThat(api.get(path + "/versions").expect(200).json().at("/items")).hasSize(1);
        assertThat(api.get(path + "/versions/2").expect(404).at("/code")).isEqualTo("catalog.version.unknown");
        api.get(path + "/diff?from=1&to=2").expect(404);
        assertThat(api.as(Catalogue.APPROVER).get(path + "/versions").expect(200).json().at("/items")).hasSize(2);
        Answer diff = api.as(Catalogue.APPROVER).get(path + "/diff?from=1&to=2").expect(200);
        assertThat(diff.json().at("/differences").findValuesAsString("path")).containsExactly("name", "version");
    }

    @Test
    void theListOfVersionsGoesOnAfterItsCursor() {
        String code = newCode();
        for (String name : List.of("一", "二", "三")) {
            Catalogue.of(api).publish("matters", matter(code, name));
        }
        Answer first = api.get(BASE + "/matters/" + code + "/versions?limit=2").expect(200);
        Answer second = api.get(BASE + "/matters/" + code + "/versions?limit=2&after=" + first.at("/next")).expect(200);

        assertThat(first.json().at("/items").findValuesAsString("version")).containsExactly("1", "2");
        assertThat(second.json().at("/items").findValuesAsString("version")).containsExactly("3");
    }

    @Test
    void whatWasNeverThereIsUnknown() {
        api.get(BASE + "/matters/nothing/versions").expect(404);
        api.get(BASE + "/matters/LOAN/versions/99").expect(404);
        api.get(BASE + "/matters/LOAN/diff?from=1&to=99").expect(404);
        api.get(BASE + "/matters/LOAN/diff?from=1").expect(400);
        api.get(BASE + "/nonsense/LOAN/versions").expect(404);
    }
}
