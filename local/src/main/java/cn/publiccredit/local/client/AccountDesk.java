package cn.publiccredit.local.client;

import cn.publiccredit.local.suite.Suite;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import tools.jackson.databind.JsonNode;

/** Opens accounts in a local suite's Keycloak, as its administrator would; their password is the user name. */
public final class AccountDesk {

    private final Suite suite;
    private final Tokens tokens;
    private final String password;

    private AccountDesk(Suite suite, String password) {
        this.suite = suite;
        this.tokens = new Tokens(URI.create(suite.keycloak() + "/realms/master/protocol/openid-connect/token"));
        this.password = password;
    }

    /** The desk of this suite, with the administrator's password that its first start made. */
    public static AccountDesk of(Suite suite) {
        Path secrets = suite.home().resolve("secrets/secrets.properties");
        Properties values = new Properties();
        try (InputStream in = Files.newInputStream(secrets)) {
            values.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("找不到本机平台的口令文件 / no secrets of a local suite: " + secrets, e);
        }
        return new AccountDesk(suite, values.getProperty("keycloak-admin", ""));
    }

    /** Opens the account unless there is one of this name. */
    public void open(Account account) {
        Reply opened = post("/users", Map.of(
                "username", account.name(),
                "enabled", true,
                "emailVerified", true,
                "email", account.name() + "@example.invalid",
                "firstName", account.title(),
                "lastName", "（演示）",
                "attributes", account.attributes(),
                "credentials", List.of(Map.of("type", "password", "value", account.name(), "temporary", false))));
        if (opened.status() == 409) {
            return;
        }
        String id = opened.expect(201).header("Location").replaceFirst(".*/", "");
        JsonNode role = Http.send(admin("/roles/" + account.role()).GET().build()).expect(200).json();
        post("/users/" + id + "/role-mappings/realm", List.of(role)).expect(204);
    }

    private Reply post(String path, Object body) {
        return Http.send(admin(path).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(Reply.JSON.writeValueAsString(body))).build());
    }

    private HttpRequest.Builder admin(String path) {
        return HttpRequest.newBuilder(URI.create(suite.keycloak() + "/admin/realms/credit" + path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + tokens.ofUser("admin-cli", "admin", password));
    }

    /**
     * An account to be opened.
     *
     * @param title what it is called on screens
     * @param role its only realm role beside the default ones
     * @param attributes the claims division, org and subject, as far as it has them
     */
    public record Account(String name, String title, String role, Map<String, List<String>> attributes) {}
}
