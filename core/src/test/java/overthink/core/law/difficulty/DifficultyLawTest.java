package overthink.core.law.difficulty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every law of difficulty keeps. */
class DifficultyLawTest {

    private static final long[] COUNTS = {0, 1, 2, 3, 10, 64, 65, 1000, 1_000_000, 1L << 31, 1L << 40};

    static Stream<DifficultyLaw> laws() {
        return Stream.of(
                new Point(0),
                new Point(1e-15),
                new Point(0.3),
                new Point(1),
                new Beta(1, 1),
                new Beta(0.1220, 0.6454),
                new Beta(0.05, 2),
                new Beta(2, 0.05),
                new Beta(0.5, 0.5, 0.01, 0.3),
                new Beta(2, 3, 0.2, 1),
                new Beta(50, 0.001, 0, 0.999),
                new Beta(1000, 1000),
                new Beta(1e6, 1e6),
                new Beta(1e-6, 1e-6),
                new Beta(1e-6, 1e6),
                new Beta(1e6, 1e-6),
                new Kumaraswamy(2, 5),
                new Kumaraswamy(0.2, 1),
                new Kumaraswamy(50, 0.1),
                new Kumaraswamy(1e-6, 1),
                new Kumaraswamy(1e6, 1e6),
                new UniformDifficulty(0, 1),
                new UniformDifficulty(0.3, 0.3000001),
                new UniformDifficulty(0, 1e-15),
                new LogitNormal(-2, 3),
                new LogitNormal(10, 0.1),
                new LogitNormal(100, 30),
                new LogitNormal(-100, 1e-9),
                new Empirical(0.5, 0, 1, 1e-15, 0.25),
                new Mixture(List.of(
                        new Mixture.Part(0.25, new Point(0)),
                        new Mixture.Part(0, new Point(0.7)),
                        new Mixture.Part(0.5, new Beta(0.5, 2)),
                        new Mixture.Part(0.25, new Point(1)))),
                new Levels(List.of(
                        new Levels.Level("easy", 0.6, new UniformDifficulty(0.5, 1)),
                        new Levels.Level("hard", 0.4, new Beta(0.3, 4)))));
    }

    @ParameterizedTest
    @MethodSource("laws")
    void failure_anyCount_isFiniteAndFalls(DifficultyLaw law) {
        double before = 1;
        for (long n : COUNTS) {
            double failure = law.failure(n);
            assertTrue(failure >= 0 && failure <= before * (1 + 1e-10), law + " at " + n + ": " + failure);
            before = failure;
        }
        assertEquals(1, law.failure(0), 1e-15);
        assertThrows(IllegalArgumentException.class, () -> law.failure(-1));
    }

    /** Two ways to one number: closed form or tilted quadrature against plain quadrature of (1 − p)ⁿ. */
    @ParameterizedTest
    @MethodSource("laws")
    void failure_anyCount_isExpectationOfPower(DifficultyLaw law) {
        for (long n : COUNTS) {
            double expected = law.expectation(p -> Point.failure(p, n));
            double failure = law.failure(n);
            assertEquals(expected, failure, 1e-9 * expected + 1e-300, law + " at " + n);
        }
    }

    /**
     * Independent of any density: E[f(p)] = ∫ f(Q(u)) du by the midpoint rule with M cells. For a monotone f each cell
     * errs by at most half its rise over M, so the sum errs by at most |f(1) − f(0)|/(2M); two or more parts are monotone
     * piecewise, with one cell of error 1/M at each join.
     */
    @Tag("slow")
    @ParameterizedTest
    @MethodSource("laws")
    void expectation_ofMonotone_isIntegralOverQuantiles(DifficultyLaw law) {
        int cells = 2000;
        int joins = 5;
        double bound = (0.5 + 2 * joins) / cells;
        double mean = 0;
        double failure = 0;
        double scaled = 0;
        for (int i = 0; i < cells; i++) {
            double p = law.quantile((i + 0.5) / cells);
            assertTrue(p >= 0 && p <= 1, law + ": " + p);
            mean += p / cells;
            failure += Point.failure(p, 100) / cells;
            scaled += p / (0.01 + p) / cells;
        }
        assertEquals(mean, law.mean(), bound, law.toString());
        assertEquals(failure, law.failure(100), bound, law.toString());
        assertEquals(scaled, law.expectation(p -> p / (0.01 + p)), bound, law.toString());
    }

    @ParameterizedTest
    @MethodSource("laws")
    void expectation_ofConstantAndIdentity_isConstantAndMean(DifficultyLaw law) {
        assertEquals(7, law.expectation(p -> 7), 1e-11, law.toString());
        assertEquals(law.mean(), law.expectation(p -> p), 1e-9 * law.mean(), law.toString());
        assertEquals(0, law.expectation(p -> 0), 0.0);
    }

    @ParameterizedTest
    @MethodSource("laws")
    void quantile_outsideTheUnitInterval_isRefused(DifficultyLaw law) {
        for (double u : new double[] {0, 1, -0.1, Double.NaN}) {
            IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> law.quantile(u));
            assertEquals("u must be above 0 and below 1, not " + u, refused.getMessage());
        }
    }

    @ParameterizedTest
    @MethodSource("laws")
    void quantile_atTheEnds_isAProbability(DifficultyLaw law) {
        for (double u : new double[] {Double.MIN_VALUE, 1e-300, 1e-12, 1 - 1e-12, Math.nextDown(1.0)}) {
            double p = law.quantile(u);
            assertTrue(p >= 0 && p <= 1, law + " at " + u + ": " + p);
        }
    }

    @ParameterizedTest
    @MethodSource("laws")
    void quantile_ofOneDensity_rises(DifficultyLaw law) {
        if (law instanceof Empirical || law instanceof Mixture || law instanceof Levels) {
            return;
        }
        double before = 0;
        for (int i = 1; i < 500; i++) {
            double p = law.quantile(i / 500.0);
            assertTrue(p >= before * (1 - 1e-12), law + " at " + i + "/500");
            before = p;
        }
    }

    @ParameterizedTest
    @MethodSource("laws")
    void levels_unlessNamed_areNone(DifficultyLaw law) {
        if (!(law instanceof Levels)) {
            assertEquals(List.of(), law.levels());
            assertEquals(-1, law.level(0.5));
        }
    }
}
