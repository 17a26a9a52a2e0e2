package cn.publiccredit.local.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.publiccredit.support.identity.UnifiedSocialCreditCode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The realm against the API contract's "Who calls". */
class RealmTests {

    private final JsonNode shared = Realm.read("credit-realm.json");
    private final JsonNode local = Realm.merged();

    @Test
    void theRealmHasTheRolesOfTheContractAndOneForTheServicesThemselves() {
        assertThat(texts(shared.at("/roles/realm"), "name")).containsExactlyInAnyOrder("province-operator", "city-operator",
                "department-user", "list-approver", "repair-approver", "auditor", "security-admin", "catalog-editor",
                "catalog-approver", "subject-user", "bank", "platform-enterprise", "platform-service");
    }

    @ParameterizedTest
    @CsvSource({"province,340000", "province-second,340000", "city-huainan,340400", "city-suzhou,341300", "dept-market,340400",
        "approver,340000", "auditor,340000", "enterprise,340400", "person,340400"})
    void aUserOfTheLocalRunHasItsNameAsPasswordAndBelongsToADivision(String name, String division) {
        JsonNode user = named(local.get("users"), "username", name);

        assertThat(user.at("/credentials/0/value").asString()).isEqualTo(name);
        assertThat(user.at("/attributes/division/0").asString()).isEqualTo(division);
    }

    @Test
    void organisationsOfUsersAndClientsBearFictitiousCodesWithTheRightCheckCharacter() {
        List<String> codes = local.get("users").valueStream()
                .map(user -> user.at("/attributes/org/0"))
                .filter(JsonNode::isString)
                .map(JsonNode::asString)
                .toList();

        assertThat(codes).hasSizeGreaterThan(7).allMatch(UnifiedSocialCreditCode::isValid).allMatch(code -> code.contains("TE"));
    }

    @Test
    void theClaimsOfTheContractComeFromAttributesThatUsersCannotChangeThemselves() {
        JsonNode profile = JsonMapper.shared().readTree(
                shared.at("/components/org.keycloak.userprofile.UserProfileProvider/0/config/kc.user.profile.config/0").asString());
        for (String claim : List.of("division", "org", "subject")) {
            assertThat(named(profile.get("attributes"), "name", claim).at("/permissions/edit").valueStream())
                    .extracting(JsonNode::asString).containsExactly("admin");
        }
        assertThat(texts(named(shared.get("clientScopes"), "name", "credit").get("protocolMappers"), "name"))
                .containsExactly("division", "org", "subject");
    }

    @Test
    void everyServiceProvesItselfWithASecretOfItsOwnThatIsNotInTheFile() {
        for (String service : List.of("catalog-service", "subject-service", "listing-service", "repair-service", "report-service")) {
            JsonNode client = named(shared.get("clients"), "clientId", service);
            assertThat(client.get("secret").asString()).isEqualTo("${" + service.toUpperCase(Locale.ROOT).replace('-', '_') + "_SECRET}");
            assertThat(client.get("serviceAccountsEnabled").asBoolean()).isTrue();
            assertThat(named(shared.get("users"), "serviceAccountClientId", service).at("/realmRoles/0").asString())
                    .isEqualTo("platform-service");
        }
    }

    @Test
    void thePortalUsesCodesWithProofKeyAndOnlyItsOwnAddress() {
        JsonNode portal = named(shared.get("clients"), "clientId", "portal");

        assertThat(portal.at("/attributes/pkce.code.challenge.method").asString()).isEqualTo("S256");
        assertThat(portal.at("/redirectUris").valueStream()).extracting(JsonNode::asString).containsExactly("${CREDIT_URL}/*");
        assertThat(portal.get("directAccessGrantsEnabled").asBoolean()).isFalse();
    }

    @Test
    void demoAccountsAndPasswordsAreInTheLocalAdditionsOnly() {
        assertThat(texts(shared.get("clients"), "clientId")).doesNotContain("demo-bank", "demo-platform", "credit-cli");
        assertThat(texts(shared.get("users"), "username")).allMatch(name -> name.startsWith("service-account-"));
        assertThat(texts(local.get("clients"), "clientId")).contains("demo-bank", "demo-platform", "credit-cli");
    }

    @Test
    void guessingIsSlowedDownAndProductionPasswordsAreNotWeak() {
        assertThat(shared.get("bruteForceProtected").asBoolean()).isTrue();
        assertThat(shared.get("passwordPolicy").asString()).contains("length(12)");
        assertThat(shared.get("sslRequired").asString()).isEqualTo("external");
        assertThat(shared.get("defaultLocale").asString()).isEqualTo("zh-CN");
    }

    @Test
    void aPlaceholderWithoutAValueIsNeverImported() {
        assertThatThrownBy(() -> Realm.local(Map.of())).hasMessageContaining("needs a value for");
    }

    private static JsonNode named(JsonNode list, String field, String value) {
        return list.valueStream().filter(node -> value.equals(text(node, field))).findFirst().orElseThrow();
    }

    private static List<String> texts(JsonNode list, String field) {
        Stream<JsonNode> nodes = list.valueStream();
        return nodes.map(node -> text(node, field)).toList();
    }

    private static String text(JsonNode node, String field) {
        return node.has(field) ? node.get(field).asString() : "";
    }
}
