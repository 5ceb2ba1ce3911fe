package overthink.strategies.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import overthink.core.api.Parameters;
import overthink.core.api.Resource;
import overthink.core.api.Strategy;
import overthink.core.api.StrategyProvider;
import overthink.core.testkit.Script;
import overthink.core.testkit.ScriptedSession;
import overthink.core.testkit.StrategyContract;
import overthink.strategies.VariantContract;

class TreeDfsTest extends StrategyContract {

    @Override
    protected StrategyProvider provider() {
        return new TreeDfsProvider();
    }

    @Override
    protected boolean mayAbstain() {
        return true;
    }

    @Nested
    class Strict extends VariantContract {

        @Override
        protected StrategyProvider provider() {
            return new TreeDfsProvider();
        }

        @Override
        protected Map<String, ?> parameters() {
            return Map.of("threshold", 0.5, "prune", 0.0);
        }

        @Override
        protected boolean mayAbstain() {
            return true;
        }
    }

    @Nested
    class FewPaths extends VariantContract {

        @Override
        protected StrategyProvider provider() {
            return new TreeDfsProvider();
        }

        @Override
        protected Map<String, ?> parameters() {
            return Map.of("paths", 3, "width", 2);
        }

        @Override
        protected boolean mayAbstain() {
            return true;
        }
    }

    private static Strategy create(Map<String, ?> parameters) {
        StrategyProvider provider = new TreeDfsProvider();
        return provider.create(Parameters.of(provider.parameters(), parameters));
    }

    /**
     * Width 3, of which one is pruned: 1 and 2 are entered, 2 first. Below 2, 4 and 5 stay and are whole; below 1, 6
     * stays, as 7 and 8 are below the threshold or pruned. After three paths it ends.
     */
    @Test
    void run_threePaths_byHand() {
        double[] scores = {-1, 1, 2, 0, 4, 3, 5, -9, -9};
        ScriptedSession session = new ScriptedSession(Script.tree(2, scores), 3);
        create(Map.of("width", 3, "paths", 3, "threshold", 0.3)).run(session);
        assertEquals(List.of(3, 3, 3), session.batches());
        assertEquals(
                List.of(2, 2, 2, 1, 1, 1),
                List.of(3, 4, 5, 6, 7, 8).stream().map(session::parent).toList());
        assertEquals(6, session.committed());
    }

    /** A finished solution below the threshold, or pruned, is not visited and is no answer, however it compares with others. */
    @Test
    void run_finishedBelowTheThreshold_isNoAnswer() {
        ScriptedSession below = new ScriptedSession(Script.tree(1, -2, -3), 2).withLimit(Resource.STEPS, 2);
        create(Map.of("width", 2, "prune", 0.0)).run(below);
        assertEquals(List.of(), below.commitments());
        ScriptedSession above = new ScriptedSession(Script.tree(1, -2, -1), 2).withLimit(Resource.STEPS, 2);
        create(Map.of("width", 2, "prune", 0.0)).run(above);
        assertEquals(List.of(1), above.commitments(), "0.269 is above 0.2");
    }

    /** Visits end with the first path; what lies beside it was not visited. */
    @Test
    void run_onePath_onlyWhatWasVisited() {
        ScriptedSession session = new ScriptedSession(Script.tree(1, 1, 3, 2), 3);
        create(Map.of("width", 3, "paths", 1)).run(session);
        assertEquals(List.of(1), session.commitments());
    }

    /** All below the threshold: another tree begins. */
    @Test
    void run_nothingToEnter_beginsAnew() {
        ScriptedSession session =
                new ScriptedSession(Script.tree(2, -9, -9, 1, -9, 2, 3), 3).withLimit(Resource.STEPS, 6);
        create(Map.of("width", 2, "prune", 0.0)).run(session);
        assertEquals(List.of(2, 5), session.path(session.committed()));
    }
}
