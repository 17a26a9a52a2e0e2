package cn.publiccredit.local.launch;

import cn.publiccredit.local.keycloak.Distribution;
import cn.publiccredit.local.keycloak.KeycloakServer;
import cn.publiccredit.local.keycloak.Realm;
import cn.publiccredit.local.suite.Part;
import cn.publiccredit.local.suite.Progress;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Keycloak with the local realm. */
final class KeycloakStart implements Startable {

    private final Distribution distribution;
    private final Layout layout;
    private final Addresses addresses;
    private final Secrets secrets;
    private final Progress progress;
    private List<String> command = List.of();

    KeycloakStart(Distribution distribution, Layout layout, Addresses addresses, Secrets secrets, Progress progress) {
        this.distribution = distribution;
        this.layout = layout;
        this.addresses = addresses;
        this.secrets = secrets;
        this.progress = progress;
    }

    @Override
    public Part part() {
        return Part.KEYCLOAK;
    }

    @Override
    public void prepare() throws InterruptedException {
        KeycloakServer server =
                new KeycloakServer(distribution.unpacked(), layout.keycloakHome(), Part.KEYCLOAK.heapMegabytes());
        Path data = layout.data().resolve("keycloak");
        if (server.prepare(data, realm()) == KeycloakServer.RealmState.CHANGED) {
            progress.line("keycloak", "领域定义已变，./credit reset 后生效 / the realm's definition has changed since it was "
                    + "imported; ./credit reset applies it");
        }
        if (!server.configured()) {
            progress.line("keycloak", "首次配置，约 30 秒 / configuring for the first time, about 30 s");
            server.configure(layout.log("keycloak-build"));
        }
        command = server.command(addresses.ports().of(Part.KEYCLOAK));
    }

    private String realm() {
        Map<String, String> values = new HashMap<>();
        values.put("CREDIT_URL", addresses.of(Part.GATEWAY).toString());
        for (Part part : Part.applications()) {
            values.put(part.label().toUpperCase(Locale.ROOT).replace('-', '_') + "_SECRET", secrets.client(part));
        }
        return Realm.local(values);
    }

    @Override
    public List<String> command() {
        return command;
    }

    @Override
    public Map<String, String> environment() {
        return Map.of("KC_BOOTSTRAP_ADMIN_USERNAME", "admin", "KC_BOOTSTRAP_ADMIN_PASSWORD", secrets.keycloakAdmin());
    }

    @Override
    public boolean ready() {
        return HttpProbe.answers(URI.create(addresses.issuer() + "/.well-known/openid-configuration"));
    }

    @Override
    public String waitsFor() {
        return "领域 credit 就绪 / the realm to be served";
    }
}
