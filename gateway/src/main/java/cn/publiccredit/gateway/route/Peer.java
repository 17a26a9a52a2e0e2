package cn.publiccredit.gateway.route;

import java.net.URI;
import org.apache.hc.core5.http.HttpHost;

/**
 * A service behind the gateway.
 *
 * @param name name of its route, as in {@code /api/{name}}
 * @param zh what people call it, in Chinese
 * @param en the same in English
 * @param host where it listens
 * @param isPortal whether it serves people's browsers, which need their cookies
 */
record Peer(String name, String zh, String en, HttpHost host, boolean isPortal) {

    static HttpHost host(String name, URI address) {
        String path = address.getRawPath();
        if (address.getHost() == null || !(path == null || path.isEmpty() || path.equals("/"))) {
            throw new IllegalArgumentException(
                    "credit.gateway.peers.urls." + name + " must be scheme://host:port, not " + address);
        }
        return new HttpHost(address.getScheme(), address.getHost(), address.getPort());
    }
}
