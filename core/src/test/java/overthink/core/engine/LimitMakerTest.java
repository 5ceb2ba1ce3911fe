package overthink.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import overthink.core.api.Parameters;
import overthink.core.api.Strategy;
import overthink.core.api.StrategyProvider;
import overthink.core.estimate.Bin;
import overthink.core.estimate.Limit;

class LimitMakerTest {

    private static final StrategyProvider ANY = new StrategyProvider() {
        @Override
        public String name() {
            return "any";
        }

        @Override
        public String summary() {
            return "any";
        }

        @Override
        public Strategy create(Parameters parameters) {
            return session -> {};
        }

        @Override
        public boolean anytime(Parameters parameters) {
            return true;
        }
    };

    private static final Bin ALL = new Bin(Bin.ALL, 0, 1);
    private static final Bin HARD = new Bin("hard", 1);

    /** Limits of two problems under budgets of 16 and 64, given their accuracies there. */
    private static List<Limit> limits(double error, double[] ceilings, double[]... accuracies) {
        Route.Standing[][] tail = new Route.Standing[2][accuracies[0].length];
        for (int problem = 0; problem < 2; problem++) {
            for (int budget = 0; budget < tail[problem].length; budget++) {
                tail[problem][budget] = new Route.Standing(accuracies[problem][budget], error, 1, 0, Spending.NOTHING);
            }
        }
        return new LimitMaker(List.of(ALL, HARD), Budgets.generations(4, 16, 64))
                .limits(
                        Contestant.of(ANY, Map.of()),
                        new Route.Ceiling[] {new Route.Ceiling(ceilings[0], 1), new Route.Ceiling(ceilings[1], 0.5)},
                        tail);
    }

    @Test
    void limits_bins_haveTheMeansOfTheirProblems() {
        List<Limit> limits = limits(0, new double[] {0.9, 0.5}, new double[] {0.8, 0.85}, new double[] {0.4, 0.45});
        assertEquals(List.of("all", "hard"), limits.stream().map(Limit::bin).toList());
        assertEquals(0.7, limits.get(0).accuracy(), 1e-15);
        assertEquals(0.75, limits.get(0).coverage(), 1e-15);
        assertEquals(0.5, limits.get(1).accuracy(), 1e-15);
    }

    @Test
    void slope_powerLaw_isItsExponent() {
        // What is missing is 0.4·n^−½: 0.1 at 16, 0.05 at 64.
        List<Limit> limits = limits(0, new double[] {0.9, 0.5}, new double[] {0.8, 0.85}, new double[] {0.4, 0.45});
        assertEquals(0.5, limits.get(0).slope(), 1e-12);
        List<Limit> fromAbove = limits(0, new double[] {0.1, 0.2}, new double[] {0.2, 0.15}, new double[] {0.3, 0.25});
        assertEquals(0.5, fromAbove.get(0).slope(), 1e-12);
    }

    @Test
    void slope_thatSaysNothing_isAbsent() {
        double[] ceilings = {0.5, 0.5};
        assertAbsent("away from the limit", limits(0, ceilings, new double[] {0.6, 0.7}, new double[] {0.6, 0.7}));
        assertAbsent("across the limit", limits(0, ceilings, new double[] {0.4, 0.51}, new double[] {0.4, 0.51}));
        assertAbsent("at the limit", limits(0, ceilings, new double[] {0.4, 0.5}, new double[] {0.4, 0.5}));
        assertAbsent("within the error", limits(1e-3, ceilings, new double[] {0.4, 0.49}, new double[] {0.4, 0.49}));
        assertAbsent("one value", limits(0, ceilings, new double[] {0.4}, new double[] {0.4}));
        assertAbsent("no value", limits(0, ceilings, new double[0], new double[0]));
    }

    private static void assertAbsent(String why, List<Limit> limits) {
        assertTrue(Double.isNaN(limits.get(0).slope()), why);
    }
}
