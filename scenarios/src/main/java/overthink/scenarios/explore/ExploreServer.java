package overthink.scenarios.explore;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Serves one page on the loopback address alone, at a port that was free and under a token that nobody guesses; answers no
 * request that names another host, comes from another page or lacks the token.
 */
public final class ExploreServer implements AutoCloseable {

    private static final byte[] LOOPBACK = {127, 0, 0, 1};

    private static final int TOKEN_BYTES = 24;
    private static final int MOST_BYTES = 1 << 20;
    private static final int WORKERS = 4;

    private final HttpServer server;
    private final ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
    private final String token;
    private final ExploreSession session;

    private ExploreServer(HttpServer server, String token, ExploreSession session) {
        this.server = server;
        this.token = token;
        this.session = session;
    }

    /** Starts to serve. */
    public static ExploreServer start(ExploreSession session) throws IOException {
        byte[] secret = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(secret); // a secret, which no result depends on
        System.setProperty(
                "sun.net.httpserver.nodelay", "true"); // a line of an answer waits for no receipt of the one before
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), 0), 0);
        ExploreServer server = new ExploreServer(http, HexFormat.of().formatHex(secret), session);
        http.createContext("/", server::handle);
        http.setExecutor(server.workers);
        http.start();
        return server;
    }

    /** The address of the page. */
    public String address() {
        return "http://%s/%s/".formatted(host(), token);
    }

    private String host() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        session.stop();
        server.stop(0);
        workers.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String refusal = refusal(exchange);
            if (!refusal.isEmpty()) {
                answer(exchange, 403, "text/plain", refusal);
                return;
            }
            String path = exchange.getRequestURI().getPath().substring(token.length() + 2);
            String method = exchange.getRequestMethod();
            if (path.isEmpty() && method.equals("GET")) {
                answer(exchange, 200, "text/html", session.page());
            } else if (method.equals("POST") && ExploreSession.CALLS.contains(path)) {
                byte[] body = exchange.getRequestBody().readNBytes(MOST_BYTES + 1);
                if (body.length > MOST_BYTES) {
                    answer(exchange, 413, "text/plain", "a scenario here has at most 1 MiB");
                    return;
                }
                head(exchange, "application/x-ndjson");
                exchange.sendResponseHeaders(200, 0);
                try (OutputStream out = exchange.getResponseBody()) {
                    session.call(path, query(exchange), new String(body, StandardCharsets.UTF_8), line -> {
                        out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
                        out.flush();
                    });
                }
            } else {
                answer(exchange, 404, "text/plain", "there is nothing here");
            }
        } catch (IOException gone) {
            // the page was closed, or has asked for something else, which is answered all the same
        }
    }

    /** Why a request is not answered; empty when it is. */
    private String refusal(HttpExchange exchange) {
        String asked = exchange.getRequestHeaders().getFirst("Host");
        String origin = exchange.getRequestHeaders().getFirst("Origin");
        if (!host().equals(asked)) {
            return "this page is at %s alone".formatted(host());
        }
        if (origin != null && !origin.equals("http://" + host())) {
            return "other pages may not ask";
        }
        String path = exchange.getRequestURI().getPath();
        int end = path.indexOf('/', 1);
        byte[] given = (end < 0 ? "" : path.substring(1, end)).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(given, token.getBytes(StandardCharsets.UTF_8))
                ? ""
                : "the address lacks its token";
    }

    private static Map<String, String> query(HttpExchange exchange) {
        Map<String, String> values = new LinkedHashMap<>();
        String raw = exchange.getRequestURI().getRawQuery();
        for (String pair : raw == null ? new String[0] : raw.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                values.put(
                        URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return values;
    }

    private static void answer(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        head(exchange, type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static void head(HttpExchange exchange, String type) {
        exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        exchange.getResponseHeaders().set("Referrer-Policy", "no-referrer");
        exchange.getResponseHeaders().set("X-Frame-Options", "DENY");
    }
}
