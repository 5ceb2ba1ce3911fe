package overthink.scenarios.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import overthink.scenarios.files.JsonValues;
import overthink.scenarios.plugins.StrategyCatalog;

/** What a move of a slider takes, counted. */
class ExploreSessionTest {

    private static final String TEXT = """
            name: explored
            seed: 3
            world:
              problems: {count: 30, accuracy: {point: 0.3}}
              policy: {wrong-answers: {uniform: {answers: 6}}}
              verifier: {outcome: {auc: 0.7}}
            budgets: {values: [1, 4, 16]}
            strategies: [best-of-n, majority-vote]
            """;

    @TempDir
    Path folder = Path.of("");

    private String text = TEXT;

    /** Asks for a picture; the pictures that come. */
    private List<String> draw(ExploreSession session, Map<String, String> query) throws IOException {
        List<String> pictures = new ArrayList<>();
        session.call("draw", query, text, line -> {
            Map<?, ?> fields = (Map<?, ?>) JsonValues.of(line);
            if (fields.get("kind") instanceof String kind && kind.equals("state")) {
                text = String.valueOf(fields.get("text"));
            } else {
                assertEquals("picture", fields.get("kind"), line);
                pictures.add(String.valueOf(fields.get("html")));
            }
        });
        return pictures;
    }

    private static int count(String within, String sought) {
        return within.split(sought, -1).length - 1;
    }

    @Test
    void slider_moved_readsOnceDrawsOnceAndSolvesWhatItTouches() throws IOException {
        ExploreSession session = new ExploreSession(TEXT, StrategyCatalog.load(List.of()), folder, 1);
        assertEquals(1, draw(session, Map.of()).size());
        assertEquals(1, session.readings());
        assertEquals(2, session.solved());
        List<String> moved = draw(session, Map.of("set", "world.verifier.outcome.auc", "share", "0.9"));
        assertTrue(text.matches("(?s).*auc: 0[.]9[0-9]*.*"), text);
        assertEquals(2, session.readings(), "texts read");
        assertEquals(1, moved.size());
        assertEquals(2, count(moved.get(0), "<figure"));
        assertEquals(2, count(moved.get(0), "<svg"), "a picture in one size");
        assertEquals(3, session.solved(), "the vote asks no verifier, and holds");
        draw(session, Map.of("set", "world.policy.wrong-answers.uniform.answers", "share", "0.6"));
        assertEquals(3, session.readings());
        assertEquals(5, session.solved(), "a vote is of answers; nothing says of the best of n that it is not");
        draw(session, Map.of("x", "tokens", "size", "narrow"));
        assertEquals(5, session.solved(), "another axis");
    }

    /** Nobody hears of what is made beforehand, and it ends when somebody asks. */
    @Test
    void warmed_beforeAndAfterAPicture_changesNothing() throws IOException {
        ExploreSession session = new ExploreSession(TEXT, StrategyCatalog.load(List.of()), folder, 1);
        session.warm(2);
        assertEquals(0, session.solved());
        assertEquals(2, session.readings());
        List<String> pictures = draw(session, Map.of());
        assertEquals(2, session.solved());
        session.warm(2);
        assertEquals(3, session.readings());
        assertEquals(draw(new ExploreSession(TEXT, StrategyCatalog.load(List.of()), folder, 1), Map.of()), pictures);
    }
}
