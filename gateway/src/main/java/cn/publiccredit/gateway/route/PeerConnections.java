package cn.publiccredit.gateway.route;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.config.CharCodingConfig;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.MonitoringResponseOutOfOrderStrategy;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.pool.PoolReusePolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * The kept connections to all services. A request is sent exactly once: no retry, no redirect, no cookies, no
 * unpacking; what comes back goes to the caller as it is.
 */
@Component
class PeerConnections implements DisposableBean {

    private static final int MOST_HEADERS = 200;
    private static final long LISTEN_EVERY = 1L << 20;
    private static final int LONGEST_LINE = 32 * 1024;

    private final CloseableHttpClient client;

    PeerConnections(PeerSettings settings) {
        this.client = HttpClients.custom()
                .setConnectionManager(pool(settings))
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(Timeout.of(settings.leaseTimeout()))
                        .setResponseTimeout(Timeout.of(settings.responseTimeout()))
                        .setProtocolUpgradeEnabled(false)
                        .setAuthenticationEnabled(false)
                        .build())
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableContentCompression()
                .disableAuthCaching()
                .disableConnectionState()
                .disableDefaultUserAgent()
                .build();
    }

    private static PoolingHttpClientConnectionManager pool(PeerSettings settings) {
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setPoolConcurrencyPolicy(PoolConcurrencyPolicy.LAX)
                .setConnPoolPolicy(PoolReusePolicy.LIFO)
                .setMaxConnPerRoute(settings.connections())
                .setMaxConnTotal(settings.connections() * (Peers.SERVICES.size() + 1))
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(settings.connectTimeout()))
                        .setSocketTimeout(Timeout.of(settings.responseTimeout()))
                        .setIdleTimeout(Timeout.of(settings.idle()))
                        .setValidateAfterInactivity(TimeValue.of(settings.validateAfter()))
                        .build())
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(Http1Config.custom()
                                .setMaxHeaderCount(MOST_HEADERS)
                                .setMaxLineLength(LONGEST_LINE)
                                .build())
                        // Header values are bytes to us; ISO 8859-1 keeps each.
                        .charCodingConfig(CharCodingConfig.custom()
                                .setCharset(StandardCharsets.ISO_8859_1)
                                .build())
                        // A service that refuses an upload at its first row is heard before the last one is sent.
                        // Listening costs a millisecond, so not at every buffer.
                        .responseOutOfOrderStrategy(new MonitoringResponseOutOfOrderStrategy(LISTEN_EVERY))
                        .build())
                .build();
    }

    /** Sends the request and returns with the head of the answer; closing the answer frees the connection. */
    ClassicHttpResponse send(Peer peer, ClassicHttpRequest request) throws IOException {
        return client.executeOpen(peer.host(), request, HttpClientContext.create());
    }

    @Override
    public void destroy() throws IOException {
        client.close();
    }
}
