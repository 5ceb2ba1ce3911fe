package overthink.core.model.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import overthink.core.api.Session;
import overthink.core.law.quality.CorrelationMatrix;
import overthink.core.law.quality.QualityLaw;
import overthink.core.law.quality.QualityScale;
import overthink.core.law.quality.QualityVerifier;
import overthink.core.law.verifier.NoiseShares;
import overthink.core.model.Model;

/**
 * Correlations of what the model draws. Each is of n = 40,000 independent trials of one problem under seed 5: its standard error is
 * (1 − r²)/√n ≤ 0.005, and six of them, 0.03, leave a chance below 2·10⁻⁹ of a false alarm each, of some 40.
 */
class QualityModelTest {

    private static final int TRIALS = 40_000;
    private static final double BOUND = 0.03;

    /** Two numbers of a trial. */
    @FunctionalInterface
    private interface Pair {
        double[] draw(int trial);
    }

    private static double correlation(Pair pair) {
        double x = 0;
        double y = 0;
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int trial = 0; trial < TRIALS; trial++) {
            double[] two = pair.draw(trial);
            x += two[0];
            y += two[1];
            xx += two[0] * two[0];
            yy += two[1] * two[1];
            xy += two[0] * two[1];
        }
        double n = TRIALS;
        return (xy / n - x / n * y / n) / Math.sqrt((xx / n - x / n * x / n) * (yy / n - y / n * y / n));
    }

    private static Model model(QualityLaw law, int steps, QualityVerifiers verifiers) {
        return new QualityWorld(1, law, 0, OptionalDouble.empty(), QualityPolicy.of(steps), verifiers)
                .draw(5)
                .model();
    }

    private static double quality(Model model, int node, int which) {
        return (double) model.quality(node, which) / Model.QUALITY_UNIT;
    }

    private static void isTheCorrelationOfNeighbours(double stride, Pair pair) {
        assertEquals(Math.sqrt(1 - stride * stride), correlation(pair), BOUND, "stride " + stride);
    }

    @Test
    void neighbour_correlatesByItsStride_andKeepsTheLaw() {
        Model model = model(QualityLaw.STANDARD, 3, QualityVerifiers.NONE);
        for (double stride : new double[] {0, 0.3, 0.8, 1}) {
            double[] squares = new double[1];
            isTheCorrelationOfNeighbours(stride, trial -> {
                model.begin(trial);
                model.addWholes(1, 1);
                model.addVariation(0, stride);
                double neighbour = quality(model, 1, 0);
                squares[0] += neighbour * neighbour;
                return new double[] {quality(model, 0, 0), neighbour};
            });
            // the standard error of a variance is √(2/n) = 0.007
            assertEquals(1, squares[0] / TRIALS, 6 * 0.0071, "variance at stride " + stride);
        }
        // planted: a step from the pivot that forgets to shrink it, q + λ·ξ
        SplittableRandom random = new SplittableRandom(1);
        AssertionError rejected = null;
        try {
            isTheCorrelationOfNeighbours(0.8, trial -> {
                model.begin(trial);
                model.addWholes(1, 1);
                double q = quality(model, 0, 0);
                return new double[] {q, q + 0.8 * random.nextGaussian()};
            });
        } catch (AssertionError found) {
            rejected = found;
        }
        assertTrue(rejected != null);
    }

    @Test
    void neighbours_ofOneCandidate_moveInTheirOwnDirections_whateverTheStride() {
        Model model = model(QualityLaw.STANDARD, 1, QualityVerifiers.NONE);
        model.begin(3);
        model.addWholes(2, 2);
        model.addVariation(0, 0.6);
        model.addVariation(0, 0.6);
        double first = (quality(model, 2, 0) - 0.8 * quality(model, 0, 0)) / 0.6;
        double second = (quality(model, 3, 0) - 0.8 * quality(model, 0, 0)) / 0.6;
        assertTrue(Math.abs(first - second) > 1e-6);
        model.begin(3);
        model.addWholes(1, 1);
        model.addVariation(0, 0.8);
        assertEquals(first, (quality(model, 1, 0) - 0.6 * quality(model, 0, 0)) / 0.8, 1e-8);
    }

    @Tag("slow")
    @Test
    void partialSolution_correlatesWithItsEnd_grownOrWhole() {
        Model model = model(QualityLaw.STANDARD, 4, QualityVerifiers.process(QualityVerifier.of(1)));
        double[] steps = new double[4];
        for (int depth : new int[] {1, 2, 3}) {
            double expected = Math.sqrt(depth / 4.0);
            assertEquals(
                    expected,
                    correlation(trial -> {
                        model.begin(trial);
                        int node = Session.NONE;
                        for (int t = 0; t < 4; t++) {
                            model.addChildren(new int[] {node}, 0, 1);
                            node = t;
                        }
                        return new double[] {model.process(depth - 1), quality(model, 3, 0)};
                    }),
                    BOUND,
                    "grown, depth " + depth);
            assertEquals(
                    expected,
                    correlation(trial -> {
                        model.begin(trial);
                        model.addWholes(1, 1);
                        model.steps(0, 4, steps);
                        assertEquals(quality(model, 0, 0), steps[3], 1e-8, "the last step is the end");
                        return new double[] {steps[depth - 1], quality(model, 0, 0)};
                    }),
                    BOUND,
                    "whole, depth " + depth);
        }
    }

    @Test
    void verifiers_seeWhatTheySee_andShareNoiseAsDeclared() {
        QualityLaw law = QualityLaw.of(
                List.of(
                        new QualityLaw.Attribute("a", new QualityScale.Normal(5, 2), 1),
                        new QualityLaw.Attribute("b", new QualityScale.Normal(0, 1), 0)),
                new CorrelationMatrix(new double[][] {{1, 0.5}, {0.5, 1}}));
        QualityVerifier ofB = QualityVerifier.of(0.8).seeing(Map.of("b", 1.0)).with(new NoiseShares(0, 0.2, 0.3, 0.5));
        Model model = model(law, 1, QualityVerifiers.outcome(ofB));
        Pair ofWhole = trial -> {
            model.begin(trial);
            model.addWholes(1, 1);
            return new double[] {model.outcome(0), quality(model, 0, 0)};
        };
        assertEquals(0.5 * 0.8, correlation(ofWhole), BOUND, "a is all of the whole");
        assertEquals(
                0.8,
                correlation(trial -> {
                    ofWhole.draw(trial);
                    return new double[] {model.outcome(0), quality(model, 0, 2)};
                }),
                BOUND);
        assertEquals(
                0.64 + 0.36 * 0.5,
                correlation(trial -> {
                    ofWhole.draw(trial);
                    return new double[] {model.outcome(0), model.outcome(0)};
                }),
                BOUND,
                "two calls share all but the call's noise");
    }
}
