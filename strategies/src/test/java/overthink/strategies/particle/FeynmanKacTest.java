package overthink.strategies.particle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
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

class FeynmanKacTest extends StrategyContract {

    @Override
    protected StrategyProvider provider() {
        return new FeynmanKacProvider();
    }

    @Nested
    class Maximum extends VariantContract {

        @Override
        protected StrategyProvider provider() {
            return new FeynmanKacProvider();
        }

        @Override
        protected Map<String, ?> parameters() {
            return Map.of("potential", "max", "interval", 2, "select", "sample");
        }
    }

    @Nested
    class Sum extends VariantContract {

        @Override
        protected StrategyProvider provider() {
            return new FeynmanKacProvider();
        }

        @Override
        protected Map<String, ?> parameters() {
            return Map.of("potential", "sum", "lambda", 3.0, "select", "vote");
        }
    }

    private static Strategy create(Map<String, ?> parameters) {
        StrategyProvider provider = new FeynmanKacProvider();
        return provider.create(Parameters.of(provider.parameters(), parameters));
    }

    /** The potentials of Singhal et al. 2025: the difference, the maximum and the sum of rewards, each scaled by lambda. */
    @Test
    void potentials_anyPath_multiplyToTheLastReward() {
        double[] rewards = {0.3, 0.7, 0.2, 0.6};
        double lambda = 4;
        double[][] expected = {{4 * 0.3, 4 * 0.4, 4 * -0.5}, {4 * 0.3, 4 * 0.7, 4 * 0.7}, {4 * 0.3, 4 * 1.0, 4 * 1.2}};
        for (FeynmanKac.Potential potential : FeynmanKac.Potential.values()) {
            double product = 0;
            double before = 0;
            double greatest = 0;
            double sum = 0;
            for (int t = 0; t < 3; t++) {
                greatest = Math.max(greatest, rewards[t]);
                sum += rewards[t];
                double gain = potential.log(lambda, before, rewards[t], greatest, sum);
                assertEquals(expected[potential.ordinal()][t], gain, 1e-12, potential + " at " + t);
                product += gain;
                before = rewards[t];
            }
            product += FeynmanKac.Potential.logTerminal(lambda, rewards[3], product);
            assertEquals(lambda * rewards[3], product, 1e-12, potential.toString());
        }
    }

    /** Weights 1, 1, 1, w: the effective sample size (3 + w)²/(3 + w²) of 4 is below 2 iff w > 3 + √12. */
    @Test
    void resampling_effectiveSampleSize_belowHalf() {
        for (double w : new double[] {6.4, 6.5}) {
            double high = 0.1 + Math.log(w);
            double[] scores = new double[8];
            Arrays.fill(scores, Script.logOdds(0.1 / 3));
            scores[3] = Script.logOdds(high / 3);
            Strategy strategy = create(Map.of("lambda", 3.0));
            ParticleTraces traces = ParticleTraces.of(strategy);
            strategy.run(new ScriptedSession(Script.tree(2, scores), 4));
            assertEquals(w > 3 + Math.sqrt(12) ? 1 : 0, traces.draws().size(), "weight " + w);
        }
    }

    @Test
    void resampling_interval_everySoManyth() {
        Strategy strategy = create(Map.of("interval", 2));
        ParticleTraces traces = ParticleTraces.of(strategy);
        strategy.run(new ScriptedSession(Script.tree(6, new double[24]), 4));
        assertEquals(2, traces.draws().size(), "after steps 2 and 4, not after the last");
    }

    @Test
    void create_thresholdWithInterval_isRefused() {
        assertThrows(IllegalArgumentException.class, () -> create(Map.of("interval", 2, "ess-threshold", 0.4)));
    }
}
