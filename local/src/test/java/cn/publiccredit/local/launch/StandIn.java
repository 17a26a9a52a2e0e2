package cn.publiccredit.local.launch;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** An application that is ready at once, or breaks off when its name is in {@code BROKEN}; packed into a jar by the test. */
final class StandIn {

    private StandIn() {}

    public static void main(String[] args) throws IOException {
        int port = Integer.parseInt(System.getenv("SERVER_PORT"));
        System.out.println("stand-in on " + port + " with store " + System.getenv("MONGODB_URI"));
        if (String.valueOf(port).equals(System.getenv("BROKEN_PORT"))) {
            System.out.println("the stand-in breaks off, as asked");
            System.exit(7);
        }
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/actuator/health/readiness", exchange -> {
            exchange.sendResponseHeaders("true".equals(System.getenv("NEVER_READY")) ? 503 : 200, -1);
            exchange.close();
        });
        server.start();
    }
}
