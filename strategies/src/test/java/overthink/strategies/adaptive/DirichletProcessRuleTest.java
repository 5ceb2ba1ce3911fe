package overthink.strategies.adaptive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.apache.commons.math3.special.Beta;
import org.apache.commons.math3.special.Gamma;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import overthink.core.api.StrategyProvider;
import overthink.strategies.VariantContract;
import overthink.strategies.voting.Ballot;

/** The rule of a Dirichlet process, against closed forms and an exact race. */
class DirichletProcessRuleTest {

    private static final StrategyProvider PROVIDER = new AdaptiveConsistencyProvider();

    @Nested
    class Adaptive extends VariantContract {

        @Override
        protected StrategyProvider provider() {
            return PROVIDER;
        }

        @Override
        protected Map<String, ?> parameters() {
            return Map.of("rule", "dirichlet-process");
        }
    }

    @Nested
    class Concentrated extends VariantContract {

        @Override
        protected StrategyProvider provider() {
            return PROVIDER;
        }

        @Override
        protected Map<String, ?> parameters() {
            return Map.of("rule", "dirichlet-process", "concentration", 0.3, "threshold", 0.99, "max-gens", 0);
        }
    }

    /**
     * P(the first is the last to come in) where each runner needs so many steps, and each next step is equally likely that of any
     * who still run: Gamma variables of whole shapes are times of so many steps of equal rate.
     */
    private static double lastIn(int... steps) {
        int running = 0;
        for (int left : steps) {
            running += left > 0 ? 1 : 0;
        }
        if (steps[0] == 0) {
            return running == 0 ? 1 : 0;
        }
        if (running == 1) {
            return 1;
        }
        double chance = 0;
        for (int i = 0; i < steps.length; i++) {
            if (steps[i] > 0) {
                int[] next = steps.clone();
                next[i]--;
                chance += lastIn(next) / running;
            }
        }
        return chance;
    }

    @Test
    void probability_ofWholeShapes_isThatOfTheRace() {
        int[][] votes = {{1}, {4}, {3, 1}, {3, 3}, {4, 2, 1}, {2, 2, 2}, {5, 1, 1, 1}};
        for (int[] all : votes) {
            for (int unseen = 1; unseen <= 3; unseen++) {
                int[] race = new int[all.length + 1];
                double[] rivals = new double[all.length];
                System.arraycopy(all, 0, race, 0, all.length);
                race[all.length] = unseen;
                for (int i = 1; i < all.length; i++) {
                    rivals[i - 1] = all[i];
                }
                assertEquals(
                        lastIn(race),
                        DirichletProcessRule.leaderProbability(all[0], rivals, all.length - 1, unseen),
                        1e-11);
            }
        }
    }

    @Test
    void probability_ofEqualVotes_isAnIncompleteBeta() {
        for (double alpha : new double[] {0.01, 0.3, 1, 7.5}) {
            for (int k = 1; k <= 30; k++) {
                double expected = 1 - Beta.regularizedBeta(0.5, k, alpha);
                assertEquals(expected, DirichletProcessRule.leaderProbability(k, new double[0], 0, alpha), 1e-11);
            }
        }
        assertEquals(1 - Math.pow(2, -5), DirichletProcessRule.leaderProbability(5, new double[0], 0, 1), 1e-12);
    }

    private static Ballot ballot(int... votes) {
        Ballot ballot = new Ballot();
        for (int answer = 0; answer < votes.length; answer++) {
            for (int vote = 0; vote < votes[answer]; vote++) {
                ballot.add(answer, 0);
            }
        }
        return ballot;
    }

    /** 1 − 2^(−k) is at least .95 from five on; the rules of Adaptive-Consistency stop at four. */
    @Test
    void stops_unanimousVotes_atFive() {
        DirichletProcessRule rule = new DirichletProcessRule(0.95, 1);
        assertFalse(rule.stops(ballot(4)));
        assertTrue(rule.stops(ballot(5)));
        assertTrue(new DirichletRule(0.95).stops(ballot(4)));
        assertFalse(new DirichletProcessRule(1, 1).stops(ballot(200)));
    }

    /** The shortcut by the second alone changes no decision; counting what was not seen for nothing would. */
    @Test
    void stops_everyBallot_atTheThreshold() {
        DirichletProcessRule rule = new DirichletProcessRule(0.9, 1);
        int decided = 0;
        for (int first = 1; first <= 9; first++) {
            for (int second = 0; second <= first; second++) {
                for (int third = 0; third <= second; third++) {
                    double[] rivals = {second, third};
                    int count = (second > 0 ? 1 : 0) + (third > 0 ? 1 : 0);
                    double probability = DirichletProcessRule.leaderProbability(first, rivals, count, 1);
                    Ballot ballot = second == 0
                            ? ballot(first)
                            : third == 0 ? ballot(first, second) : ballot(first, second, third);
                    assertEquals(probability >= 0.9, rule.stops(ballot), first + " " + second + " " + third);
                    decided += probability >= 0.9 ? 1 : 0;
                }
            }
        }
        assertNotEquals(0, decided);
    }

    @Test
    void lowerGamma_everywhere_isThatOfTheLibrary() {
        for (double shape : new double[] {0.01, 0.3, 1, 2, 5, 40, 1000}) {
            for (double ratio : new double[] {1e-6, 0.01, 0.5, 0.99, 1, 1.01, 1.5, 4, 40}) {
                double x = ratio * (shape + 1);
                assertEquals(
                        Gamma.regularizedGammaP(shape, x, 1e-15, 100_000),
                        LowerGamma.share(shape, Gamma.logGamma(shape), x),
                        1e-12);
            }
        }
    }
}
