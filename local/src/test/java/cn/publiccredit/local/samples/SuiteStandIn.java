package cn.publiccredit.local.samples;

import cn.publiccredit.local.suite.Suite;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** Keycloak and gateway as far as the loader needs them: takes accounts, an import and batches, finishes each at the second look. */
final class SuiteStandIn implements AutoCloseable {

    final List<String> accounts = new CopyOnWriteArrayList<>();
    final List<String> imports = new CopyOnWriteArrayList<>();
    final List<String> approvals = new CopyOnWriteArrayList<>();
    final List<String> uploads = new CopyOnWriteArrayList<>();
    private final Map<String, Integer> rows = new ConcurrentHashMap<>();
    private final Map<String, Integer> looks = new ConcurrentHashMap<>();
    private final HttpServer server;
    private final String endState;

    SuiteStandIn(String endState) throws IOException {
        this.endState = endState;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/realms/", exchange -> answer(exchange, 200,
                "{\"access_token\":\"%s\",\"expires_in\":300}".formatted(body(exchange).replaceAll(".*username=([^&]*).*", "$1"))));
        server.createContext("/admin/realms/credit/users", this::account);
        server.createContext("/admin/realms/credit/roles", exchange -> answer(exchange, 200, "{\"name\":\"role\"}"));
        server.createContext(SourceRegister.IMPORTS, this::imported);
        server.createContext("/api/subject/v1/batches", this::batch);
        server.start();
    }

    Suite suite(Path home) throws IOException {
        Files.writeString(Files.createDirectories(home.resolve("secrets")).resolve("secrets.properties"),
                "keycloak-admin=secret\n");
        URI address = URI.create("http://localhost:" + server.getAddress().getPort());
        return new Suite(address, address, home);
    }

    private void account(HttpExchange exchange) throws IOException {
        String body = body(exchange);
        if (exchange.getRequestURI().getPath().endsWith("/users")) {
            accounts.add(body);
            exchange.getResponseHeaders().set("Location", "http://localhost/users/" + accounts.size());
            answer(exchange, 201, "");
        } else {
            answer(exchange, 204, "");
        }
    }

    private void imported(HttpExchange exchange) throws IOException {
        String who = exchange.getRequestHeaders().getFirst("Authorization").replace("Bearer ", "");
        exchange.getResponseHeaders().set("ETag", "\"0\"");
        if (exchange.getRequestURI().getPath().endsWith("/publish")) {
            approvals.add(who + " " + exchange.getRequestHeaders().getFirst("If-Match"));
            answer(exchange, 202, "{}");
        } else if (exchange.getRequestMethod().equals("GET")) {
            answer(exchange, 200, "{\"state\":\"%s\"}".formatted(
                    looks.merge("import", 1, Integer::sum) > 1 ? "PUBLISHED" : "PUBLISHING"));
        } else if (!imports.isEmpty()) {
            answer(exchange, 409, "{\"code\":\"catalog.import.unchanged\"}");
        } else {
            imports.add(who + " " + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            answer(exchange, 201, "{\"id\":\"i1\"}");
        }
    }

    private void batch(HttpExchange exchange) throws IOException {
        String body = body(exchange);
        if (exchange.getRequestMethod().equals("POST")) {
            uploads.add(exchange.getRequestURI().getQuery());
            String id = "b" + uploads.size();
            rows.put(id, (int) body.lines().count() - 1);
            answer(exchange, 202, "{\"id\":\"" + id + "\",\"state\":\"RECEIVED\"}");
        } else {
            String id = exchange.getRequestURI().getPath().replaceFirst(".*/", "");
            int look = looks.merge(id, 1, Integer::sum);
            answer(exchange, 200, "{\"id\":\"%s\",\"state\":\"%s\",\"counts\":{\"received\":%d,\"accepted\":%d}}".formatted(
                    id, look > 1 ? endState : "RUNNING", rows.get(id), rows.get(id)));
        }
    }

    private static String body(HttpExchange exchange) throws IOException {
        return new String(exchange.getRequestBody().readAllBytes(), Table.CHARSET);
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        try (exchange) {
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
