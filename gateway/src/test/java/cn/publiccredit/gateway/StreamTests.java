package cn.publiccredit.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class StreamTests extends ThroughTheGateway {

    private static final long SIZE = 300L << 20;
    private static final String BATCHES = "/api/subject/v1/batches?item=XK";

    @Test
    void anUploadReachesTheServiceWhileTheCallerIsStillSending() throws Exception {
        AtomicLong arrived = counted();
        try (Socket socket = begin("Content-Length: " + (1L << 30))) {
            socket.getOutputStream().write(new byte[1 << 20]);
            socket.getOutputStream().flush();
            await().untilAsserted(() -> assertThat(arrived.get()).isGreaterThan(900_000));
        }
    }

    @Test
    void aLargeUploadArrivesWholeWithAndWithoutLength() throws Exception {
        AtomicLong arrived = counted();
        var known = signedIn(BATCHES).POST(BodyPublishers.fromPublisher(
                BodyPublishers.ofInputStream(() -> new Zeros(SIZE)), SIZE));
        assertThat(send(known).statusCode()).isEqualTo(202);
        assertThat(arrived).hasValue(SIZE);
        arrived.set(0);
        var chunked = signedIn(BATCHES).POST(BodyPublishers.ofInputStream(() -> new Zeros(SIZE)));
        assertThat(send(chunked).statusCode()).isEqualTo(202);
        assertThat(arrived).hasValue(SIZE);
        assertThat(subject.last().headers().getFirst("Transfer-Encoding")).isEqualTo("chunked");
    }

    @Test
    void aLargeDownloadArrivesWholeWithAndWithoutLength() throws Exception {
        for (long length : new long[] {SIZE, 0}) {
            subject.answers(exchange -> {
                exchange.sendResponseHeaders(200, length);
                try (exchange) {
                    new Zeros(SIZE).transferTo(exchange.getResponseBody());
                }
            });
            HttpResponse<InputStream> answer =
                    http.send(signedIn("/api/subject/v1/batches/1/rejects").build(), BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                assertThat(body.transferTo(OutputStream.nullOutputStream())).isEqualTo(SIZE);
            }
        }
    }

    @Test
    void aDownloadThatBreaksOffIsNotTakenForWhole() {
        listing.does((connection, _) -> {
            OddPeer.say(connection, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nabcd\r\n");
            connection.close();
        });
        assertThatThrownBy(() -> send(to("/api/listing/v1/public/entries"))).isInstanceOf(IOException.class);
    }

    @Test
    void aBodyThatSaysItIsTooLargeIsRefusedAtOnce() throws Exception {
        HttpResponse<String> answer =
                send(signedIn("/api/subject/v1/consents/1").POST(BodyPublishers.ofByteArray(new byte[200_000])));
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("gateway.body-too-large", "102400 B");
        assertThat(subject.asked()).isEmpty();
    }

    @Test
    void aBodyThatTurnsOutTooLargeIsCutOff() throws Exception {
        AtomicLong arrived = counted();
        HttpResponse<String> answer = send(
                signedIn("/api/subject/v1/consents/1").POST(BodyPublishers.ofInputStream(() -> new Zeros(5_000_000))));
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("gateway.body-too-large");
        assertThat(arrived.get()).isLessThanOrEqualTo(102_400);
        assertThat(breakers.circuitBreaker("subject").getMetrics().getNumberOfFailedCalls()).isZero();
    }

    @Test
    void aServiceThatRefusesAnUploadEarlyIsHeardAndSparedTheRest() throws Exception {
        AtomicLong arrived = new AtomicLong();
        listing.does((connection, rest) -> {
            OddPeer.say(connection, "HTTP/1.1 415 X\r\nContent-Type: application/problem+json\r\n"
                    + "Content-Length: 2\r\nConnection: close\r\n\r\n{}");
            byte[] buffer = new byte[1 << 16];
            for (int n = rest.read(buffer); n >= 0; n = rest.read(buffer)) {
                arrived.addAndGet(n);
            }
        });
        HttpResponse<String> answer = send(signedIn("/api/listing/v1/uploads").POST(BodyPublishers.fromPublisher(
                BodyPublishers.ofInputStream(() -> new Zeros(50 << 20)), 50 << 20)));
        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(answer.body()).isEqualTo("{}");
        assertThat(listing.requests()).isEqualTo(1);
        assertThat(arrived.get()).isLessThan(20 << 20);
    }

    @Test
    void aDownloadThatNobodyReadsAnyMoreIsStopped() throws Exception {
        CountDownLatch stopped = new CountDownLatch(1);
        listing.does((connection, _) -> {
            OddPeer.say(connection, "HTTP/1.1 200 OK\r\nContent-Length: " + (1L << 50) + "\r\n\r\n");
            try {
                new Zeros(1L << 50).transferTo(connection.getOutputStream());
            } finally {
                stopped.countDown();
            }
        });
        HttpResponse<InputStream> answer =
                http.send(to("/api/listing/v1/public/entries").build(), BodyHandlers.ofInputStream());
        answer.body().readNBytes(1 << 20);
        answer.body().close();
        assertThat(stopped.await(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aCallerWhoAsksFirstIsRefusedBeforeSending() throws Exception {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(10_000);
            OddPeer.say(socket, "POST /api/subject/v1/batches HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000000\r\n"
                    + "Expect: 100-continue\r\n\r\n");
            byte[] head = socket.getInputStream().readNBytes(12);
            assertThat(new String(head, StandardCharsets.ISO_8859_1)).isEqualTo("HTTP/1.1 401");
        }
    }

    @Test
    void aCallerWhoGivesUpIsNotHeldAgainstTheService() throws Exception {
        AtomicLong arrived = counted();
        for (int i = 0; i < 6; i++) {
            try (Socket socket = begin("Content-Length: 1000000")) {
                socket.getOutputStream().write(new byte[50_000]);
                socket.setSoLinger(true, 0);
            }
        }
        await().untilAsserted(() -> assertThat(arrived.get()).isPositive());
        assertThat(send(signedIn("/api/subject/v1/subjects")).statusCode()).isEqualTo(202);
        assertThat(breakers.circuitBreaker("subject").getMetrics().getNumberOfFailedCalls()).isZero();
    }

    private AtomicLong counted() {
        AtomicLong arrived = new AtomicLong();
        subject.answers(exchange -> {
            byte[] buffer = new byte[1 << 16];
            InputStream in = exchange.getRequestBody();
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                arrived.addAndGet(n);
            }
            TestPeer.answer(exchange, 202, "application/json", "{}");
        });
        return arrived;
    }

    private Socket begin(String length) throws IOException {
        Socket socket = new Socket("127.0.0.1", port);
        OddPeer.say(socket, "POST " + BATCHES + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                + issuer.token("demo-bank", "someone") + "\r\n" + length + "\r\n\r\n");
        return socket;
    }

    /** So many zero bytes, made as they are read. */
    private static final class Zeros extends InputStream {
        private long left;

        Zeros(long left) {
            this.left = left;
        }

        @Override
        public int read() {
            return left-- > 0 ? 0 : -1;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            if (left <= 0) {
                return -1;
            }
            int n = (int) Math.min(left, length);
            left -= n;
            return n;
        }
    }
}
