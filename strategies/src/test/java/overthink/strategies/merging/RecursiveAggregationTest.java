package overthink.strategies.merging;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import overthink.core.api.Parameters;
import overthink.core.api.StrategyProvider;
import overthink.core.testkit.RecordingSession;
import overthink.core.testkit.Script;
import overthink.core.testkit.ScriptedSession;
import overthink.core.testkit.StrategyContract;
import overthink.strategies.VariantContract;

class RecursiveAggregationTest extends StrategyContract {

    private static final StrategyProvider PROVIDER = new RecursiveAggregationProvider();

    @Override
    protected StrategyProvider provider() {
        return PROVIDER;
    }

    @Nested
    class First extends VariantContract {

        @Override
        protected StrategyProvider provider() {
            return PROVIDER;
        }

        @Override
        protected Map<String, ?> parameters() {
            return Map.of("select", "first", "population", 5, "group", 2, "rounds", 3);
        }
    }

    @Nested
    class Small extends VariantContract {

        @Override
        protected StrategyProvider provider() {
            return PROVIDER;
        }

        @Override
        protected Map<String, ?> parameters() {
            return Map.of("population", 3, "group", 9);
        }
    }

    private static RecordingSession played(Map<String, ?> parameters, int... answers) {
        RecordingSession session = new RecordingSession(
                new ScriptedSession(Script.candidates(new double[answers.length], answers), answers.length));
        PROVIDER.create(Parameters.of(PROVIDER.parameters(), parameters)).run(session);
        return session;
    }

    @Test
    void rounds_ofGroups_mergeMembersOfTheRoundBefore() {
        RecordingSession session = played(Map.of("population", 3, "group", 2), 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        List<String> merges = session.calls("merge");
        assertEquals(8, merges.size(), "two rounds of three, one of the third, and one that is not paid");
        for (int i = 0; i < 7; i++) {
            String members = merges.get(i).replaceAll("merge\\(\\[|].*", "");
            int before = i / 3 * 3;
            for (String member : members.split(", ")) {
                int number = Integer.parseInt(member);
                assertEquals(before, number / 3 * 3, merges.get(i));
            }
        }
    }

    @Test
    void vote_ofTheLastRound_forgetsThoseBefore() {
        RecordingSession session = played(Map.of("population", 3, "group", 3), 7, 7, 8, 9, 8, 8);
        assertEquals(List.of("commit(0)", "commit(4)"), session.calls("commit"));
    }
}
