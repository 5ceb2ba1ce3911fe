package overthink.strategies.ideas;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import overthink.core.api.Parameters;
import overthink.core.api.StrategyProvider;
import overthink.core.testkit.RecordingSession;
import overthink.core.testkit.Script;
import overthink.core.testkit.ScriptedSession;
import overthink.core.testkit.StrategyContract;
import overthink.strategies.VariantContract;

class DiverseSamplingTest extends StrategyContract {

    private static final StrategyProvider PROVIDER = new DiverseSamplingProvider();

    @Override
    protected StrategyProvider provider() {
        return PROVIDER;
    }

    @Tag("slow")
    @Nested
    class ByVote extends VariantContract {

        @Override
        protected StrategyProvider provider() {
            return PROVIDER;
        }

        @Override
        protected Map<String, ?> parameters() {
            return Map.of("select", "vote", "ideas", 3);
        }
    }

    private static RecordingSession played(Map<String, ?> parameters, int... answers) {
        RecordingSession session = new RecordingSession(
                new ScriptedSession(Script.candidates(new double[answers.length], answers), answers.length));
        PROVIDER.create(Parameters.of(PROVIDER.parameters(), parameters)).run(session);
        return session;
    }

    @Test
    void ideas_thatComeBack_areNotFollowedAgain() {
        RecordingSession session = played(Map.of("ideas", 3, "select", "vote"), 7, 8, 8, 8);
        // ideas 0, 1, 2 = 1, then as many as candidates are left: 3, 4
        assertEquals(
                List.of("generateFrom(0) = 0", "generateFrom(1) = 1", "generateFrom(3) = 2", "generateFrom(4) = 3"),
                session.calls("generateFrom"));
        assertEquals(5, session.calls("idea").size());
        assertEquals(
                "commit(1)", session.calls("commit").get(session.calls("commit").size() - 1));
    }

    @Test
    void ideas_noneOfThemNew_theFirstIsFollowedOnceMore() {
        RecordingSession session = played(Map.of("ideas", 1, "select", "vote"), 1, 2, 3, 4);
        assertEquals("generateFrom(2) = 2", session.calls("generateFrom").get(2));
    }
}
