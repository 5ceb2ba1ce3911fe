package overthink.scenarios.explore;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import overthink.scenarios.plugins.StrategyCatalog;

@Tag("slow")
class ExploreServerTest {

    private static final String TEXT = """
            world:
              problems: {count: 1000, accuracy: {point: 0.3}}
              verifier: {outcome: {auc: 0.7}}
            budgets: {values: [1, 64]}
            strategies: [weighted-vote]
            method: simulated
            """;

    @TempDir
    Path folder = Path.of("");

    /** A page that moves on hangs up; that its old connection is broken is found out while the new one is answered. */
    @Test
    void answer_whileAnotherConnectionBreaks_goesOn() throws IOException {
        ExploreSession session = new ExploreSession(TEXT, StrategyCatalog.load(List.of()), folder, 1);
        try (ExploreServer server = ExploreServer.start(session)) {
            URI page = URI.create(server.address());
            try (Socket asking = new Socket(page.getHost(), page.getPort())) {
                ask(asking, page, TEXT);
                BufferedReader answer =
                        new BufferedReader(new InputStreamReader(asking.getInputStream(), StandardCharsets.UTF_8));
                assertTrue(read(answer, "\"trials\"").contains("\"trials\":2,"), "the first picture");
                try (Socket leaving = new Socket(page.getHost(), page.getPort())) {
                    leaving.setSoLinger(true, 0); // breaks the connection when it is closed
                    ask(leaving, page, "x".repeat(100_000), 1000);
                }
                assertTrue(read(answer, "\"done\":true").contains("\"trials\":128,"), "the last picture");
            }
        }
    }

    private static void ask(Socket socket, URI page, String text) throws IOException {
        ask(socket, page, text, text.length());
    }

    /** Asks with a text of which it sends the beginning alone. */
    private static void ask(Socket socket, URI page, String text, int sent) throws IOException {
        String head = "POST %sdraw HTTP/1.1\r\nHost: %s\r\nContent-Length: %d\r\n\r\n"
                .formatted(page.getPath(), page.getAuthority(), text.length());
        socket.getOutputStream().write((head + text.substring(0, sent)).getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }

    /** The first line that holds some words. */
    private static String read(BufferedReader answer, String words) throws IOException {
        for (String line = answer.readLine(); line != null && !line.equals("0"); line = answer.readLine()) {
            String dense = line.replace("\": ", "\":").replace(", \"", ",\"");
            if (dense.contains(words)) {
                return dense;
            }
        }
        return "the answer ended";
    }
}
