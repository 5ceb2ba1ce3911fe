package overthink.strategies.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import overthink.core.api.Parameters;
import overthink.core.api.Strategy;
import overthink.core.api.StrategyProvider;
import overthink.core.testkit.Script;
import overthink.core.testkit.ScriptedSession;
import overthink.core.testkit.StrategyContract;
import overthink.strategies.VariantContract;

class DvtsTest extends StrategyContract {

    @Override
    protected StrategyProvider provider() {
        return new DvtsProvider();
    }

    @Nested
    class Voting extends VariantContract {

        @Override
        protected StrategyProvider provider() {
            return new DvtsProvider();
        }

        @Override
        protected Map<String, ?> parameters() {
            return Map.of("select", "vote", "width", 2);
        }
    }

    @Nested
    class SearchAndLearn extends VariantContract {

        @Override
        protected StrategyProvider provider() {
            return new DvtsProvider();
        }

        @Override
        protected Map<String, ?> parameters() {
            return Map.of("variant", "search-and-learn", "max-steps", 3, "aggregate", "min");
        }
    }

    private static Strategy create(Map<String, ?> parameters) {
        StrategyProvider provider = new DvtsProvider();
        return provider.create(Parameters.of(provider.parameters(), parameters));
    }

    /** Two trees of two children: 0 and 1 against 2 and 3, then below the better of each. */
    @Test
    void run_twoTrees_byHand() {
        double[] scores = {1, 2, 0, 0, 3, 4, 5, 5};
        ScriptedSession session = new ScriptedSession(Script.tree(2, scores), 4);
        create(Map.of("width", 2)).run(session);
        assertEquals(List.of(4, 4), session.batches());
        assertEquals(List.of(1, 5), session.path(5), "the better of the first tree");
        assertEquals(List.of(2, 6), session.path(6), "the first of equals of the second");
        assertEquals(6, session.committed());
    }

    /**
     * Last scores .6 and .55 in one tree, .9 and .5 in the other. Each tree's best alone: the second's answer; all of
     * them, as in search-and-learn: the answer that the other three share.
     */
    @Test
    void vote_lastStep_bestOrAll() {
        double[] scores = {Script.logOdds(0.6), Script.logOdds(0.55), Script.logOdds(0.9), Script.logOdds(0.5)};
        Script script = Script.candidates(scores, new int[] {7, 7, 8, 7});
        ScriptedSession ours = new ScriptedSession(script, 4);
        create(Map.of("width", 2, "select", "vote")).run(ours);
        assertEquals(2, ours.committed());
        ScriptedSession tool = new ScriptedSession(script, 4);
        create(Map.of("width", 2, "select", "vote", "variant", "search-and-learn"))
                .run(tool);
        assertEquals(0, tool.committed());
    }

    /**
     * Products of two steps of −500 or −600 each, which no probability holds: one answer's single vote of e^−1,000 outweighs
     * two of e^−1,100.
     */
    @Test
    void vote_byProductBelowAllProbabilities_heaviest() {
        double[] scores = {-600, -600, -500, -500, -500, -500};
        Script script = Script.tree(2, scores).withAnswers(step -> step == 5 ? 8 : 7);
        ScriptedSession session = new ScriptedSession(script, 3);
        create(Map.of("width", 1, "select", "vote", "variant", "search-and-learn", "aggregate", "product"))
                .run(session);
        assertEquals(List.of(2, 5), session.path(session.committed()));
    }

    @Test
    void create_parameterOfAnotherVariant_isRefused() {
        assertThrows(IllegalArgumentException.class, () -> create(Map.of("max-steps", 3)));
        assertThrows(IllegalArgumentException.class, () -> create(Map.of("aggregate", "min")));
    }
}
