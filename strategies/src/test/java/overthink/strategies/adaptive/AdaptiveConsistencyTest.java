package overthink.strategies.adaptive;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import overthink.core.api.Parameters;
import overthink.core.api.StrategyProvider;
import overthink.core.testkit.Script;
import overthink.core.testkit.ScriptedSession;
import overthink.core.testkit.StrategyContract;
import overthink.strategies.VariantContract;

class AdaptiveConsistencyTest extends StrategyContract {

    private static final StrategyProvider PROVIDER = new AdaptiveConsistencyProvider();

    @Override
    protected StrategyProvider provider() {
        return PROVIDER;
    }

    @Nested
    class Dirichlet extends VariantContract {

        @Override
        protected StrategyProvider provider() {
            return PROVIDER;
        }

        @Override
        protected Map<String, ?> parameters() {
            return Map.of("rule", "dirichlet", "max-gens", 0);
        }
    }

    @Nested
    class DoublingShares extends VariantContract {

        @Override
        protected StrategyProvider provider() {
            return PROVIDER;
        }

        @Override
        protected Map<String, ?> parameters() {
            return Map.of("rule", "share", "threshold", 0.75, "batch", 2, "schedule", "doubling");
        }
    }

    @Nested
    class BatchesOfFive extends VariantContract {

        @Override
        protected StrategyProvider provider() {
            return PROVIDER;
        }

        @Override
        protected Map<String, ?> parameters() {
            return Map.of("batch", 5);
        }
    }

    private static ScriptedSession played(Map<String, ?> parameters, int... answers) {
        ScriptedSession session =
                new ScriptedSession(Script.candidates(new double[answers.length], answers), answers.length);
        PROVIDER.create(Parameters.of(PROVIDER.parameters(), parameters)).run(session);
        return session;
    }

    @Test
    void beta_unanimous_stopsAtFour() {
        ScriptedSession session = played(Map.of(), 1, 1, 1, 1, 1, 1, 1, 1);
        assertEquals(4, session.size());
        assertEquals(List.of(1, 1, 1, 1), session.batches());
        assertEquals(8, played(Map.of("threshold", 1.0), 1, 1, 1, 1, 1, 1, 1, 1).size());
    }

    /** The tests of AdaptiveSelfConsistency in Red-Hat-AI-Innovation-Team/its_hub. */
    @Test
    void share_itsHubsLists_sameNumberOfCandidates() {
        Map<String, ?> itsHub = Map.of("rule", "share", "threshold", 0.75, "batch", 2, "schedule", "doubling");
        assertEquals(2, played(itsHub, 42, 42, 42, 42, 42, 42, 42, 42).size());
        assertEquals(4, played(itsHub, 42, 24, 42, 42, 42, 42, 42, 42).size());
        assertEquals(8, played(itsHub, 1, 2, 3, 4, 1, 2, 3, 4).size());
        assertEquals(List.of(2, 2, 4), played(itsHub, 1, 2, 3, 4, 1, 2, 3, 4).batches());
        Map<String, ?> whole = Map.of("rule", "share", "threshold", 1.0, "batch", 2, "schedule", "doubling");
        assertEquals(5, played(whole, 1, 2, 3, 4, 5).size());
    }

    @Test
    void maxGens_undecided_endsThereWithTheLeader() {
        int[] answers = IntStream.range(0, 50).map(i -> i % 2).toArray();
        ScriptedSession session = played(Map.of(), answers);
        assertEquals(40, session.size());
        assertEquals(0, session.committed());
        assertEquals(50, played(Map.of("max-gens", 0), answers).size());
        assertEquals(40, played(Map.of("batch", 7), answers).size());
    }

    @Test
    void batch_inPortions_decidedWhenItIsWhole() {
        int[] answers = IntStream.range(0, 20).map(i -> 3).toArray();
        for (int portion = 1; portion <= 8; portion++) {
            ScriptedSession session =
                    new ScriptedSession(Script.candidates(new double[20], answers), 20).withPortions(portion);
            PROVIDER.create(Parameters.of(PROVIDER.parameters(), Map.of("batch", 7)))
                    .run(session);
            assertEquals(7, session.size(), "portions of " + portion);
            assertEquals(0, session.committed());
        }
    }
}
