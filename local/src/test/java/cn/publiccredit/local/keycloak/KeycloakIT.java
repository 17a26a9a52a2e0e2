package cn.publiccredit.local.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import cn.publiccredit.local.client.AccountDesk;
import cn.publiccredit.local.client.AccountDesk.Account;
import cn.publiccredit.local.launch.SuiteLauncher;
import cn.publiccredit.local.launch.SuiteOptions;
import cn.publiccredit.local.launch.UpOutcome;
import cn.publiccredit.local.suite.Part;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Real tokens of a real Keycloak with the local realm, fetched first where it is not there. */
class KeycloakIT {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    static Path home;

    private static Optional<SuiteLauncher> launcher = Optional.empty();

    @BeforeAll
    static void start() throws InterruptedException {
        SuiteLauncher suite = new SuiteLauncher(
                SuiteOptions.beside(Path.of(".."), home).only(EnumSet.of(Part.KEYCLOAK)), (what, text) -> {});
        launcher = Optional.of(suite);
        assertThat(suite.up()).isInstanceOf(UpOutcome.Started.class);
    }

    @AfterAll
    static void stop() {
        launcher.ifPresent(SuiteLauncher::down);
    }

    @Test
    void aUsersTokenCarriesRolesDivisionAndOrganisation() throws Exception {
        JsonNode claims = claims(Map.of("grant_type", "password", "client_id", "credit-cli", "username", "dept-market",
                "password", "dept-market"));

        assertThat(claims.at("/realm_access/roles/0").asString()).isEqualTo("department-user");
        assertThat(claims.get("division").asString()).isEqualTo("340400");
        assertThat(claims.get("org").asString()).isEqualTo("11340400TE5T00001E");
        assertThat(claims.get("iss").asString()).isEqualTo(launcher.orElseThrow().suite().issuer().toString());
    }

    @Test
    void aSubjectsTokenNamesItsOwnSubject() throws Exception {
        JsonNode claims = claims(Map.of("grant_type", "password", "client_id", "credit-cli", "username", "person",
                "password", "person"));

        assertThat(claims.get("subject").asString()).isEqualTo("person-demo-0001");
    }

    @Test
    void anAccountThatIsOpenedHasItsRoleAndClaimsAndIsOpenedOnce() throws Exception {
        Account company = new Account("demo-20261122123000000", "虚构样例企业", "subject-user", Map.of("division", List.of("340403"),
                "org", List.of("91340403MA8TETT918"), "subject", List.of("91340403MA8TETT918")));
        AccountDesk.of(launcher.orElseThrow().suite()).open(company);
        AccountDesk.of(launcher.orElseThrow().suite()).open(company);

        JsonNode claims = claims(Map.of("grant_type", "password", "client_id", "credit-cli", "username", company.name(),
                "password", company.name()));

        assertThat(claims.at("/realm_access/roles").toString()).contains("subject-user");
        assertThat(claims.at("/subject").asString()).isEqualTo("91340403MA8TETT918");
        assertThat(claims.at("/division").asString()).isEqualTo("340403");
    }

    @Test
    void aBanksTokenByClientCredentialsCarriesItsOrganisation() throws Exception {
        JsonNode claims = claims(Map.of("grant_type", "client_credentials", "client_id", "demo-bank", "client_secret", "demo-bank"));

        assertThat(claims.at("/realm_access/roles/0").asString()).isEqualTo("bank");
        assertThat(claims.get("org").asString()).isEqualTo("91340100TE5TB0001U");
    }

    @Test
    void aWrongSecretGetsNoToken() throws Exception {
        HttpResponse<String> answer =
                token(Map.of("grant_type", "client_credentials", "client_id", "report-service", "client_secret", "report-service"));

        assertThat(answer.statusCode()).isEqualTo(401);
    }

    @Test
    void thePageToLogInSpeaksChinese() throws Exception {
        URI page = URI.create(launcher.orElseThrow().suite().issuer() + "/protocol/openid-connect/auth?client_id=portal"
                + "&response_type=code&scope=openid&code_challenge_method=S256&code_challenge=" + "a".repeat(43)
                + "&redirect_uri=" + encoded(launcher.orElseThrow().suite().gateway() + "/login/oauth2/code/keycloak"));
        HttpResponse<String> answer = HTTP.send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofString());

        assertThat(answer.body()).contains("lang=\"zh-CN\"").contains("登录");
    }

    private static JsonNode claims(Map<String, String> form) throws IOException, InterruptedException {
        HttpResponse<String> answer = token(form);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        String token = JsonMapper.shared().readTree(answer.body()).get("access_token").asString();
        return JsonMapper.shared().readTree(Base64.getUrlDecoder().decode(token.substring(token.indexOf('.') + 1, token.lastIndexOf('.'))));
    }

    private static HttpResponse<String> token(Map<String, String> form) throws IOException, InterruptedException {
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        HttpRequest request = HttpRequest.newBuilder(launcher.orElseThrow().suite().tokenEndpoint())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
