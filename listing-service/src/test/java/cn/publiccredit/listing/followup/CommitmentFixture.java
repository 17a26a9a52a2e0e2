package cn.publiccredit.listing.followup;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;

import cn.publiccredit.listing.SubjectServiceFixture;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A broken commitment of subject-service, whose template names the list {@code watch}. */
record CommitmentFixture(String id, String subject, String kind, String list, String record, boolean inRecord) {

    static final String PATH = "/api/subject/v1/commitments";

    private static final String BROKEN = """
            {"id":"%1$s","number":"340400202606010001","subject":"%2$s","subjectName":"淮南市承诺商行","subjectKind":"%3$s",
             "template":"approval-replacing","templateName":"审批替代型信用承诺","authority":{"uscc":"%4$s","name":"某局",
             "division":"340400"},"consequences":{"severity":"GENERAL","measures":[],"excluded":true,"followUp":{"id":"%1$s-2",
             "list":"%5$s","state":"%6$s","listingCase":%7$s,"reason":null}},"events":[{"state":"MADE","facts":null},
             {"state":"BROKEN","facts":"材料不实"}],"record":%8$s,"inRecord":%9$s,"state":"BROKEN","version":7}""";

    static CommitmentFixture of(String subject) {
        String id = UUID.randomUUID().toString();
        return new CommitmentFixture(id, subject, "ORGANISATION", "watch", "record-" + id, true);
    }

    CommitmentFixture persons() {
        return new CommitmentFixture(id, subject, "PERSON", list, record, inRecord);
    }

    CommitmentFixture notInRecord() {
        return new CommitmentFixture(id, subject, kind, list, record, false);
    }

    CommitmentFixture leadingTo(String other) {
        return new CommitmentFixture(id, subject, kind, other, record, inRecord);
    }

    String caseId() {
        return "follow-up-" + id + "-2";
    }

    String json(String state, @Nullable String listingCase) {
        return BROKEN.formatted(id, subject, kind, FollowUpIT.BODY, list, state,
                listingCase == null ? "null" : "\"" + listingCase + "\"", "\"" + record + "\"", inRecord);
    }

    /** The list of open ones, in two parts, so that whoever reads only the first is found out. */
    static void open(CommitmentFixture... open) {
        String items = Arrays.stream(open).map(one -> one.json("OPEN", null)).collect(Collectors.joining(","));
        SubjectServiceFixture.server().stubFor(listed().withQueryParam("followUp", equalTo("OPEN")).atPriority(2)
                .willReturn(okJson("{\"items\":[],\"next\":\"p2\"}")));
        SubjectServiceFixture.server().stubFor(listed().withQueryParam("after", equalTo("p2")).atPriority(1)
                .willReturn(okJson("{\"items\":[" + items + "],\"next\":null}")));
    }

    private static MappingBuilder listed() {
        return get(urlPathEqualTo(PATH));
    }

    /** What it reads like, the first time and from the second time on. */
    CommitmentFixture reading(String first, String then, @Nullable String listingCase) {
        SubjectServiceFixture.record(record, subject, "CN", "GENERAL", "ACTIVE", FollowUpIT.BODY, "340400");
        String address = PATH + "/" + id;
        SubjectServiceFixture.server().stubFor(get(urlPathEqualTo(address)).inScenario(id).whenScenarioStateIs(STARTED)
                .willReturn(okJson(json(first, null))).willSetStateTo("later"));
        SubjectServiceFixture.server().stubFor(get(urlPathEqualTo(address)).inScenario(id).whenScenarioStateIs("later")
                .willReturn(okJson(json(then, listingCase))));
        return this;
    }

    /** How telling its number is answered, one after the other, the last for ever. */
    CommitmentFixture settling(ResponseDefinitionBuilder first, ResponseDefinitionBuilder then) {
        String address = PATH + "/" + id + "/follow-up";
        SubjectServiceFixture.server().stubFor(post(urlPathEqualTo(address)).inScenario(id + "settling").whenScenarioStateIs(STARTED)
                .willReturn(first).willSetStateTo("later"));
        SubjectServiceFixture.server().stubFor(post(urlPathEqualTo(address)).inScenario(id + "settling").whenScenarioStateIs("later")
                .willReturn(then));
        return this;
    }

    CommitmentFixture settled() {
        ResponseDefinitionBuilder done = okJson(json("PROPOSED", caseId()));
        return settling(done, done);
    }

    static ResponseDefinitionBuilder down() {
        return aResponse().withStatus(503);
    }

    List<LoggedRequest> told() {
        return SubjectServiceFixture.server().findAll(postRequestedFor(urlPathEqualTo(PATH + "/" + id + "/follow-up")));
    }
}
