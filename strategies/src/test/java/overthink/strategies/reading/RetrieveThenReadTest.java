package overthink.strategies.reading;

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

class RetrieveThenReadTest extends StrategyContract {

    private static final StrategyProvider PROVIDER = new RetrieveThenReadProvider();

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
            return Map.of("select", "vote", "documents", 3, "demonstrations", 2);
        }
    }

    @Test
    void candidates_afterReading_chooseByVote() {
        RecordingSession session =
                new RecordingSession(new ScriptedSession(Script.candidates(new double[3], new int[] {4, 7, 7}), 3));
        PROVIDER.create(Parameters.of(
                        PROVIDER.parameters(), Map.of("select", "vote", "documents", 5, "demonstrations", 2)))
                .run(session);
        assertEquals(List.of("read(5)", "demonstrate(2)"), session.calls().subList(0, 2));
        List<String> commits = session.calls("commit");
        assertEquals("commit(1)", commits.get(commits.size() - 1));
    }
}
