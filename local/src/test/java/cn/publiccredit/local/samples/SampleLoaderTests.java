package cn.publiccredit.local.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.publiccredit.support.identity.UnifiedSocialCreditCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SampleLoaderTests {

    @TempDir
    Path home;

    @Test
    void everyDepartmentUploadsRegisterLicencesAndPenalties() throws IOException {
        List<String> told = new CopyOnWriteArrayList<>();
        try (SuiteStandIn suite = new SuiteStandIn("DONE")) {
            SampleLoader.Loaded loaded = SampleLoader.load(suite.suite(home), (what, text) -> told.add(text));

            assertThat(loaded.received()).isEqualTo(loaded.accepted()).isGreaterThan(12_000);
            assertThat(suite.uploads).hasSize(48);
            assertThat(suite.uploads.stream().filter("item=CF"::equals)).hasSize(16);
            assertThat(suite.accounts).hasSize(14);
            assertThat(told.getLast()).contains("完成");
        }
    }

    @Test
    void sourcesAreRegisteredByOneAccountAndApprovedByAnotherOnlyOnce() throws IOException {
        try (SuiteStandIn suite = new SuiteStandIn("DONE")) {
            SampleLoader.load(suite.suite(home), (what, text) -> { });
            SampleLoader.load(suite.suite(home), (what, text) -> { });

            assertThat(suite.imports).singleElement().asString().startsWith("province ")
                    .contains("11340100TE5T", "虚构样例·合肥市市场监督管理局", "\"division\":\"340100\"");
            assertThat(suite.approvals).containsExactly("approver \"0\"");
            assertThat(SourceRegister.all()).hasSize(18).allMatch(source -> UnifiedSocialCreditCode.isValid(source.uscc()))
                    .extracting(Department::uscc).doesNotHaveDuplicates();
        }
    }

    @Test
    void whoeverMaySupplyByTheLocalRealmBelongsToARegisteredSource() throws IOException {
        List<String> registered = SourceRegister.all().map(Department::uscc).toList();
        try (InputStream realm = Objects.requireNonNull(getClass().getResourceAsStream("/realm/local-additions.json"))) {
            for (JsonNode user : JsonMapper.shared().readTree(realm).get("users")) {
                List<String> roles = user.get("realmRoles").valueStream().map(JsonNode::asString).toList();
                if (roles.contains("department-user") || roles.contains("city-operator") || roles.contains("province-operator")) {
                    assertThat(registered).as(user.get("username").asString()).contains(user.at("/attributes/org/0").asString());
                }
            }
        }
    }

    @Test
    void theDayOfTheFirstLoadIsKeptSoThatALaterLoadMakesTheSameRows() throws IOException {
        Files.writeString(Files.createDirectories(home.resolve("data")).resolve("samples.as-of"), "2026-01-05");
        try (SuiteStandIn suite = new SuiteStandIn("DONE")) {
            SampleLoader.load(suite.suite(home), (what, text) -> { });
        }

        assertThat(home.resolve("data/samples.as-of")).hasContent("2026-01-05");
    }

    @Test
    void aBatchThatFailsIsTold() throws IOException {
        try (SuiteStandIn suite = new SuiteStandIn("FAILED")) {
            assertThatThrownBy(() -> SampleLoader.load(suite.suite(home), (what, text) -> { }))
                    .isInstanceOf(SamplesNotLoaded.class).hasMessageContaining("FAILED");
        }
    }
}
