package cn.publiccredit.local.launch;

import cn.publiccredit.local.process.Child;
import cn.publiccredit.local.process.Processes;
import cn.publiccredit.local.store.StoreChoice;
import cn.publiccredit.local.store.StoreProbe;
import cn.publiccredit.local.suite.Part;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Looks at every part as it is now. */
record StatusReader(Processes processes, Addresses addresses, StoreChoice store, Set<Part> parts) {

    List<PartStatus> all() {
        return Arrays.stream(Part.values()).filter(parts::contains).toList().parallelStream().map(this::of).toList();
    }

    private PartStatus of(Part part) {
        int port = addresses.ports().of(part);
        Optional<Child> known = processes.find(part.label());
        Optional<Child> alive = known.filter(Child::alive);
        Duration uptime = alive.map(child -> Duration.between(child.started(), Instant.now())).orElse(Duration.ZERO);
        return new PartStatus(part, state(part, known, alive), port, alive, uptime);
    }

    private PartStatus.State state(Part part, Optional<Child> known, Optional<Child> alive) {
        if (alive.isPresent()) {
            return ready(part) ? PartStatus.State.READY : PartStatus.State.STARTING;
        }
        if (part == Part.STORE && store instanceof StoreChoice.Given) {
            return PartStatus.State.EXTERNAL;
        }
        return known.isPresent() ? PartStatus.State.DIED : PartStatus.State.STOPPED;
    }

    private boolean ready(Part part) {
        return switch (part) {
            case STORE -> StoreProbe.answers("mongodb://127.0.0.1:" + addresses.ports().of(part) + "/?directConnection=true");
            case KEYCLOAK -> HttpProbe.answers(URI.create(addresses.issuer() + "/.well-known/openid-configuration"));
            case CATALOG, SUBJECT, LISTING, REPAIR, REPORT, PORTAL, GATEWAY ->
                    HttpProbe.answers(URI.create(addresses.of(part) + "/actuator/health/readiness"));
        };
    }
}
