package overthink.core.results;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import overthink.core.api.Parameters;
import overthink.core.api.Resource;
import overthink.core.api.Strategy;
import overthink.core.api.StrategyProvider;
import overthink.core.estimate.Bin;
import overthink.core.estimate.Limit;
import overthink.core.estimate.Tail;
import overthink.core.experiment.ConfiguredStrategy;
import overthink.core.law.difficulty.Beta;
import overthink.core.law.difficulty.DifficultyLaw;
import overthink.core.law.difficulty.Point;
import overthink.core.route.LimitOutcome;

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

    private static List<Limit> limits(Resource resource, DifficultyLaw law, boolean independent) {
        return new LimitMaker(List.of(ALL, HARD), resource, Optional.of(law))
                .limits(
                        ConfiguredStrategy.of(ANY, Map.of()),
                        new LimitOutcome[] {new LimitOutcome(0.9, 1), new LimitOutcome(0.5, 0.5)},
                        independent);
    }

    @Test
    void limits_bins_haveTheMeansOfTheirProblems() {
        List<Limit> limits = limits(Resource.GENERATIONS, new Beta(0.9, 1.6), true);
        assertEquals(List.of("all", "hard"), limits.stream().map(Limit::bin).toList());
        assertEquals(0.7, limits.get(0).accuracy(), 1e-15);
        assertEquals(0.75, limits.get(0).coverage(), 1e-15);
        assertEquals(0.5, limits.get(1).accuracy(), 1e-15);
    }

    @Test
    void coverageTail_isStatedWhereTheLawHasOneAndTheStrategyFollowsIt() {
        DifficultyLaw power = new Beta(0.9, 1.6);
        DifficultyLaw geometric = new Point(0.25);
        assertEquals(
                Optional.of(new Tail(0, 0.9)),
                limits(Resource.GENERATIONS, power, true).get(0).coverageTail());
        assertEquals(
                Optional.of(new Tail(0, 0.9)),
                limits(Resource.STEPS, power, true).get(0).coverageTail(),
                "steps are candidates times a constant");
        assertEquals(
                Optional.of(new Tail(0.25, 0)),
                limits(Resource.GENERATIONS, geometric, true).get(0).coverageTail());
        assertEquals(
                Optional.empty(), limits(Resource.STEPS, geometric, true).get(0).coverageTail());
        assertEquals(
                Optional.empty(),
                limits(Resource.GENERATIONS, power, true).get(1).coverageTail(),
                "a bin's law is another");
        assertEquals(
                Optional.empty(),
                limits(Resource.GENERATIONS, power, false).get(0).coverageTail());
    }
}
