package cn.publiccredit.gateway.route;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** All services behind the gateway, by the name that stands in their paths. */
@Component
public class Peers {

    /** The services that own a part of {@code /api}. */
    public static final List<String> SERVICES = List.of("catalog", "subject", "listing", "repair", "report");

    private static final String PORTAL = "portal";

    private static final Map<String, List<String>> TITLES = Map.of(
            "catalog", List.of("信用信息目录服务", "catalogue service"),
            "subject", List.of("信用主体服务", "subject service"),
            "listing", List.of("名单服务", "listing service"),
            "repair", List.of("信用修复服务", "repair service"),
            "report", List.of("信用报告服务", "report service"),
            PORTAL, List.of("门户网站", "portal"));

    private final PeerSettings settings;

    Peers(PeerSettings settings) {
        this.settings = settings;
    }

    List<Peer> services() {
        return SERVICES.stream().map(this::peer).toList();
    }

    Peer portal() {
        return peer(PORTAL);
    }

    private Peer peer(String name) {
        URI address = settings.urls().get(name);
        if (address == null) {
            throw new IllegalStateException("credit.gateway.peers.urls." + name + " is not set");
        }
        List<String> title = TITLES.getOrDefault(name, List.of(name, name));
        return new Peer(name, title.getFirst(), title.getLast(), Peer.host(name, address), name.equals(PORTAL));
    }
}
