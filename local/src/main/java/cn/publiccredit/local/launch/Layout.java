package cn.publiccredit.local.launch;

import java.nio.file.Path;

/** Where things are under a suite's home and cache. */
record Layout(Path home, Path cache) {

    Path data() {
        return home.resolve("data");
    }

    Path logs() {
        return home.resolve("logs");
    }

    Path run() {
        return home.resolve("run");
    }

    Path secrets() {
        return home.resolve("secrets");
    }

    Path keycloakHome() {
        return home.resolve("run/keycloak-home");
    }

    Path applications() {
        return cache.resolve("apps");
    }

    Path keycloakDistributions() {
        return cache.resolve("keycloak");
    }

    Path locks() {
        return cache.resolve("locks");
    }

    Path portsFile() {
        return run().resolve("ports.properties");
    }

    Path log(String name) {
        return logs().resolve(name + ".log");
    }
}
