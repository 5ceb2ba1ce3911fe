package overthink.core.fit.verifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

/** Process verifiers whose d and persistence are known, recorded and fitted. */
class ProcessFitTest {

    private static final long SEED = 20261128;
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private static double normal(UniformRandomProvider random) {
        return NORMAL.inverseCumulativeProbability(random.nextDouble());
    }

    /** Four depths of d = .5, 1, 1.5 and 2, noise of a path that persists by φ. */
    private static ProcessFit.Builder record(double persistence, int problems, int paths) {
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(SEED);
        ProcessFit.Builder builder = new ProcessFit.Builder();
        for (int problem = 0; problem < problems; problem++) {
            builder.problem();
            double p = random.nextDouble();
            for (int path = 0; path < paths; path++) {
                builder.path();
                boolean sound = random.nextDouble() < p;
                double noise = normal(random);
                for (int t = 1; t <= 4; t++) {
                    noise = t == 1
                            ? noise
                            : persistence * noise + Math.sqrt(1 - persistence * persistence) * normal(random);
                    builder.node(t, sound, 7 * noise + (sound ? 3.5 * t : 0) + 100 * t);
                }
            }
        }
        return builder;
    }

    /** Errors of d are about .05 and of φ .01; six of them. Ranks lose a little of φ where right and wrong are far apart. */
    @Test
    void nodes_giveBackWhatTheyWereMadeOf() {
        ProcessFit fit = record(0.7, 300, 8).fit();
        assertEquals(4, fit.size());
        for (int t = 0; t < 4; t++) {
            assertEquals(t + 1, fit.depth(t));
            assertEquals(2400, fit.sound(t) + fit.flawed(t));
            assertTrue(fit.d(t).error() < 0.12, fit.d(t)::toString);
            assertEquals(0.5 * (t + 1), fit.d(t).value(), 0.3);
            assertEquals(
                    NORMAL.cumulativeProbability(fit.d(t).value() / Math.sqrt(2)),
                    fit.auc(t).value(),
                    1e-9);
        }
        assertTrue(fit.isWithinProblems());
        assertTrue(fit.persistence().error() < 0.03);
        assertEquals(0.7, fit.persistence().value(), 0.08);
        assertEquals(0, record(0, 300, 8).fit().persistence().value(), 0.08);
    }

    @Test
    void areaOfOne_isNoInfiniteDistance() {
        ProcessFit.Builder builder = new ProcessFit.Builder();
        builder.problem().node(0, true, 2).path().node(0, false, 1).path().node(0, false, 1);
        ProcessFit fit = builder.fit();
        assertEquals(1, fit.auc(0).value());
        // two pairs: at most 1 − 1/4
        assertEquals(
                Math.sqrt(2) * NORMAL.inverseCumulativeProbability(0.75),
                fit.d(0).value(),
                1e-9);
        assertFalse(fit.persistence().isKnown());
    }

    @Test
    void depthOfOneKind_saysNothing() {
        ProcessFit.Builder builder = new ProcessFit.Builder();
        builder.problem().node(1, true, 2).node(2, true, 2);
        ProcessFit fit = builder.fit();
        assertFalse(fit.d(1).isKnown());
        assertFalse(fit.persistence().isKnown());
        assertThrows(IllegalStateException.class, () -> new ProcessFit.Builder().fit());
        assertThrows(IllegalStateException.class, () -> new ProcessFit.Builder().node(0, true, 1));
        assertThrows(IllegalArgumentException.class, () -> builder.node(2, true, 1));
        assertThrows(IllegalArgumentException.class, () -> builder.path().node(0, true, Double.NaN));
    }
}
