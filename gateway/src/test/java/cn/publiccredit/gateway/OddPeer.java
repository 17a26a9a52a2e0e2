package cn.publiccredit.gateway;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** A service that misbehaves below HTTP: resets, keeps silent, breaks off, talks rubbish. */
final class OddPeer {

    /** What to do on a connection once the head of a request has arrived. */
    interface Behaviour {
        void on(Socket connection, InputStream rest) throws IOException, InterruptedException;
    }

    static final Behaviour OK = (connection, _) -> say(connection, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
    static final Behaviour RESET = (connection, _) -> {
        connection.setSoLinger(true, 0);
        connection.close();
    };

    private final ServerSocket server;
    private final AtomicInteger requests = new AtomicInteger();
    private volatile Behaviour behaviour = OK;

    OddPeer() {
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    void does(Behaviour what) {
        behaviour = what;
    }

    void forget() {
        behaviour = OK;
        requests.set(0);
    }

    int requests() {
        return requests.get();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    static void say(Socket connection, String text) throws IOException {
        connection.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        connection.getOutputStream().flush();
    }

    private void accept() {
        while (true) {
            try {
                Socket connection = server.accept();
                Thread.ofVirtual().start(() -> serve(connection));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            InputStream in = new BufferedInputStream(connection.getInputStream());
            while (readHead(in)) {
                requests.incrementAndGet();
                behaviour.on(connection, in);
            }
        } catch (IOException gone) {
            // Odd peers do that.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean readHead(InputStream in) throws IOException {
        int matched = 0;
        for (int c = in.read(); c >= 0; c = in.read()) {
            matched = c == "\r\n\r\n".charAt(matched) ? matched + 1 : c == '\r' ? 1 : 0;
            if (matched == 4) {
                return true;
            }
        }
        return false;
    }
}
