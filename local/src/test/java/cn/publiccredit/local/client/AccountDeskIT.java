package cn.publiccredit.local.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cn.publiccredit.local.client.AccountDesk.Account;
import cn.publiccredit.local.launch.SuiteLauncher;
import cn.publiccredit.local.launch.SuiteOptions;
import cn.publiccredit.local.launch.UpOutcome;
import cn.publiccredit.local.suite.Part;
import cn.publiccredit.local.suite.Suite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Accounts opened in a real Keycloak; needs the distribution that {@code ./credit up} fetches. */
class AccountDeskIT {

    private static final Account COMPANY = new Account("demo-20261122123000000", "虚构样例企业", "subject-user",
            Map.of("division", List.of("340403"), "org", List.of("91340403MA8TETT918"),
                    "subject", List.of("91340403MA8TETT918")));

    @TempDir
    static Path home;

    @Test
    void anOpenedAccountHasItsRoleAndClaimsAndIsOpenedOnce() throws Exception {
        assumeTrue(distributionIsThere(), "Keycloak's distribution is not there");
        SuiteLauncher launcher = new SuiteLauncher(
                SuiteOptions.beside(Path.of(".."), home).only(EnumSet.of(Part.KEYCLOAK)), (what, text) -> { });
        try {
            assertThat(launcher.up()).isInstanceOf(UpOutcome.Started.class);
            Suite suite = launcher.suite();
            AccountDesk.of(suite).open(COMPANY);
            AccountDesk.of(suite).open(COMPANY);

            JsonNode claims = claims(new Tokens(suite).ofUser("credit-cli", COMPANY.name(), COMPANY.name()));
            assertThat(claims.at("/realm_access/roles").toString()).contains("subject-user");
            assertThat(claims.at("/subject").asString()).isEqualTo("91340403MA8TETT918");
            assertThat(claims.at("/division").asString()).isEqualTo("340403");
        } finally {
            launcher.down();
        }
    }

    private static boolean distributionIsThere() throws IOException {
        Path cache = Optional.ofNullable(System.getenv("CREDIT_CACHE")).map(Path::of).orElse(Path.of("..", ".credit"));
        Path folder = cache.resolve("keycloak");
        try (Stream<Path> found = Files.isDirectory(folder) ? Files.list(folder) : Stream.empty()) {
            boolean there = found.anyMatch(path -> path.getFileName().toString().startsWith("keycloak-"));
            if (!there) {
                System.err.println("SKIPPED: AccountDeskIT needs Keycloak below " + folder.toAbsolutePath().normalize()
                        + ", which ./credit up fetches; CREDIT_CACHE names another place");
            }
            return there;
        }
    }

    private static JsonNode claims(String token) {
        return Reply.JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]));
    }
}
