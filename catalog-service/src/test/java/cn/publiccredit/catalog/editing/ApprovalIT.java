package cn.publiccredit.catalog.editing;

import static cn.publiccredit.catalog.Catalogue.BASE;
import static cn.publiccredit.catalog.Catalogue.matter;
import static cn.publiccredit.catalog.Catalogue.newCode;
import static org.assertj.core.api.Assertions.assertThat;

import cn.publiccredit.catalog.Catalogue;
import cn.publiccredit.testing.Answer;
import cn.publiccredit.testing.Api;
import cn.publiccredit.testing.ServiceTest;
import cn.publiccredit.testing.Token;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@ServiceTest
class ApprovalIT {

    @Autowired
    Api api;

    private static String publishing(Answer draft) {
        return draft.header("Location").replace("/draft", "/publish");
    }

    @Test
    void whoeverEditedADraftCannotPublishIt() {
        Answer draft = api.as(Catalogue.BOTH).post(BASE + "/matters", matter(newCode(), "自审")).expect(201);

        Answer refused = api.as(Catalogue.BOTH).with("If-Match", draft.header("ETag")).post(publishing(draft), "{}").expect(409);
        assertThat(refused.at("/code")).isEqualTo("catalog.four-eyes");
        assertThat(refused.at("/detail")).contains("另一位");
        api.as(Catalogue.APPROVER).with("If-Match", draft.header("ETag")).post(publishing(draft), "{}").expect(200);
    }

    @Test
    void whoDoesNotAgreeRefusesTheDraftThatHeHasReadAndItsEditorsAreToldWhy() {
        String code = newCode();
        Answer draft = Catalogue.of(api).open("matters", matter(code, "不同意"));
        String refuse = draft.header("Location") + "/refuse";
        Api approver = api.as(Catalogue.APPROVER);
        Map<String, String> reason = Map.of("reason", "依据的条文不对");

        approver.post(refuse, reason).expect(428);
        approver.with("If-Match", "\"1-other\"").post(refuse, reason).expect(412);
        assertThat(approver.with("If-Match", draft.header("ETag")).post(refuse, "{}").expect(422).at("/violations/0/field")).isEqualTo("reason");
        approver.with("If-Match", draft.header("ETag")).post(refuse, Map.of("reason", "长".repeat(1001))).expect(422);
        api.as(Catalogue.EDITOR).with("If-Match", draft.header("ETag")).post(refuse, reason).expect(403);
        Answer refused = approver.with("If-Match", draft.header("ETag")).post(refuse, reason).expect(200);
        assertThat(refused.at("/refusal/reason")).isEqualTo("依据的条文不对");

        Api editor = api.as(Catalogue.EDITOR);
        JsonNode listed = listed(editor, code);
        assertThat(listed.at("/refusal/reason").asString()).isEqualTo("依据的条文不对");
        assertThat(listed.at("/refusal/by").asString()).isEqualTo("approver-wang");
        assertThat(listed.at("/refusal/at").asString()).isNotEmpty();
        assertThat(listed.at("/editors").toString()).as("who refused it is no editor").isEqualTo("[\"editor-zhang\"]");
        assertThat(editor.get(BASE + "/matters/" + code + "/versions").expect(200).json().at("/items/0/events")
                .findValuesAsString("note")).contains("依据的条文不对");

        Answer read = editor.get(draft.header("Location")).expect(200);
        assertThat(read.header("ETag")).isEqualTo(refused.header("ETag")).isNotEqualTo(draft.header("ETag"));
        approver.with("If-Match", draft.header("ETag")).post(publishing(draft), "{}").expect(412);
        assertThat(approver.with("If-Match", read.header("ETag")).post(publishing(draft), "{}").expect(409).at("/code"))
                .as("not before it was changed").isEqualTo("catalog.draft.refused");
        approver.with("If-Match", read.header("ETag")).post(refuse, reason).expect(409);
        Answer mended = editor.with("If-Match", read.header("ETag")).put(draft.header("Location"), matter(code, "已改")).expect(200);
        assertThat(listed(editor, code).at("/refusal").isNull()).isTrue();
        approver.with("If-Match", mended.header("ETag")).post(publishing(draft), "{}").expect(200);
    }

    private JsonNode listed(Api editor, String code) {
        return editor.get(BASE + "/drafts?limit=500").expect(200).json().get("items").valueStream()
                .filter(draft -> draft.get("code").asString().equals(code)).findFirst().orElseThrow();
    }

    @Test
    void whoeverEditedADraftDoesNotRefuseItEither() {
        Answer draft = api.as(Catalogue.BOTH).post(BASE + "/matters", matter(newCode(), "自退")).expect(201);
        assertThat(api.as(Catalogue.BOTH).with("If-Match", draft.header("ETag"))
                .post(draft.header("Location") + "/refuse", Map.of("reason", "x")).expect(409).at("/code")).isEqualTo("catalog.four-eyes");
    }

    @Test
    void anApproverTakesBackTheDraftThatHeHasRead() {
        Answer draft = Catalogue.of(api).open("matters", matter(newCode(), "不同意"));
        Api approver = api.as(Catalogue.APPROVER);

        approver.delete(draft.header("Location")).expect(428);
        approver.with("If-Match", "\"1-other\"").delete(draft.header("Location")).expect(412);
        approver.with("If-Match", draft.header("ETag")).delete(draft.header("Location")).expect(204);
        approver.get(draft.header("Location")).expect(404);
    }

    @Test
    void whoeverChangedAnothersDraftCannotPublishItEither() {
        String code = newCode();
        Answer draft = Catalogue.of(api).open("matters", matter(code, "甲"));
        Answer changed = api.as(Catalogue.BOTH).with("If-Match", draft.header("ETag"))
                .put(draft.header("Location"), matter(code, "乙")).expect(200);

        api.as(Catalogue.BOTH).with("If-Match", changed.header("ETag")).post(publishing(draft), "{}").expect(409);
    }

    @Test
    void anApprovalIsOfWhatTheApproverHasRead() {
        String code = newCode();
        Answer draft = Catalogue.of(api).open("matters", matter(code, "甲"));
        api.as(Catalogue.EDITOR).with("If-Match", draft.header("ETag"))
                .put(draft.header("Location"), matter(code, "乙")).expect(200);

        api.as(Catalogue.APPROVER).post(publishing(draft), "{}").expect(428);
        api.as(Catalogue.APPROVER).with("If-Match", draft.header("ETag")).post(publishing(draft), "{}").expect(412);
        api.get(BASE + "/matters/" + code).expect(404);
    }

    @Test
    void ofTwoApproversAtOnceOneIsTheApprover() throws Exception {
        for (int round = 0; round < 10; round++) {
            String code = newCode();
            Answer draft = Catalogue.of(api).open("matters", matter(code, "抢"));
            Callable<Integer> one = () -> publish(Catalogue.APPROVER, draft);
            Callable<Integer> other = () -> publish(Catalogue.OTHER_APPROVER, draft);
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<Integer>> statuses = threads.invokeAll(List.of(one, other, one, other));
                assertThat(statuses).extracting(Future::get).contains(200).allMatch(s -> List.of(200, 404, 412).contains(s));
            }
            Answer versions = api.as(Catalogue.EDITOR).get(BASE + "/matters/" + code + "/versions").expect(200);
            assertThat(versions.json().at("/items")).hasSize(1);
            assertThat(versions.json().at("/items/0/events").findValuesAsString("action")).containsExactly("OPENED", "PUBLISHED");
        }
    }

    private int publish(Token approver, Answer draft) {
        return api.as(approver).with("If-Match", draft.header("ETag")).post(publishing(draft), "{}").status();
    }

    @Test
    void askedAgainAnApproverGetsWhatWasPublished() {
        Answer draft = Catalogue.of(api).open("matters", matter(newCode(), "再"));
        Catalogue.of(api).approve(draft.header("Location"), draft.header("ETag")).expect(200);

        Catalogue.of(api).approve(draft.header("Location"), draft.header("ETag")).expect(200);
        assertThat(publish(Catalogue.OTHER_APPROVER, draft)).isEqualTo(404);
    }

    @Test
    void aPublishedVersionCannotBeChangedOrDiscarded() {
        String code = newCode();
        Answer draft = Catalogue.of(api).open("matters", matter(code, "定"));
        Catalogue.of(api).approve(draft.header("Location"), draft.header("ETag")).expect(200);

        api.as(Catalogue.EDITOR).with("If-Match", draft.header("ETag")).delete(draft.header("Location")).expect(404);
        api.as(Catalogue.EDITOR).with("If-Match", draft.header("ETag"))
                .put(draft.header("Location"), matter(code, "改")).expect(412);
        assertThat(api.get(BASE + "/matters/" + code).at("/name")).isEqualTo("定");
    }

    @Test
    void decisionsAreInTheAuditTrail() {
        String code = newCode();
        Catalogue.of(api).publish("matters", matter(code, "留痕"));

        Answer trail = api.as(Token.of("auditor", "auditor")).get(BASE + "/audit?actor=approver-wang&limit=500").expect(200);
        assertThat(trail.json().at("/items").valueStream())
                .anyMatch(entry -> entry.at("/target").asString("").equals("matters/" + code)
                        && entry.at("/action").asString().equals("catalog.publish"));
    }
}
