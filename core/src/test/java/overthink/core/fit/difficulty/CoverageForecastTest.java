package overthink.core.fit.difficulty;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import overthink.core.exact.Coverage;
import overthink.core.fit.ForecastValue;

/** Forecasts of coverage: what must hold of every draw, and values that another program of the same method found. */
class CoverageForecastTest {

    private static final long SEED = 20261128;
    private static final int DRAWS = 2000;

    private static DifficultyPosterior posterior(SuccessCounts counts) {
        return DifficultyPosterior.of(counts, TailExponent.DEFAULT);
    }

    private static final SuccessCounts SMALL =
            DifficultyPosteriorTest.simulated(new FittedDifficulty(DifficultyFamily.BETA, .3, 3, .05), 60, 10, SEED);

    @Test
    void forecastValue_ofDraws_hasTheirMeanAndQuantiles() {
        double[] draws = new double[101];
        for (int i = 0; i < draws.length; i++) {
            draws[i] = (i * 37 % 101) / 100.0;
        }
        ForecastValue value = ForecastValue.of(draws);
        assertEquals(0.5, value.mean(), 1e-15);
        assertEquals(0.05, value.lower90(), 1e-15);
        assertEquals(0.25, value.lower50(), 1e-15);
        assertEquals(0.75, value.upper50(), 1e-15);
        assertEquals(0.95, value.upper90(), 1e-15);
        assertTrue(value.holds90(0.05) && !value.holds90(0.96) && value.holds50(0.3) && !value.holds50(0.2));
        assertThrows(IllegalArgumentException.class, () -> ForecastValue.of(new double[0]));
        assertThrows(IllegalArgumentException.class, () -> ForecastValue.of(new double[] {Double.NaN}));
    }

    @Test
    void draws_ofEveryNumber_riseWithKFromTheRecordedValue() {
        long[] budgets = {1, 5, 10, 11, 20, 100, 1000, 1_000_000, 1L << 50};
        CoverageForecast forecast = CoverageForecast.of(posterior(SMALL), budgets, 300, SEED);
        double[] before = new double[300];
        for (long k : budgets) {
            double[] draws = forecast.draws(k);
            for (int r = 0; r < draws.length; r++) {
                assertTrue(draws[r] >= before[r] && draws[r] <= 1 + 1e-12, "at " + k);
            }
            before = draws;
        }
        double replayed = 0;
        for (int i = 0; i < SMALL.size(); i++) {
            replayed += Coverage.unbiased(10, SMALL.correct(i), 5);
        }
        assertEquals(replayed / SMALL.size(), forecast.at(5).mean(), 1e-12);
        assertEquals(0, forecast.at(10).width90());
        assertEquals(
                1 - (double) SMALL.unsolved() / SMALL.size(), forecast.at(10).mean(), 1e-12);
        assertTrue(forecast.at(100).width90() > 0);
    }

    /** The run's own chance widens an interval; the means agree within 5 errors of 2,000 draws. */
    @Test
    void expected_andPopulation_agreeWithTheBenchmarkInTheMean() {
        CoverageForecast forecast = CoverageForecast.of(posterior(SMALL), new long[] {30, 300}, DRAWS, SEED);
        for (long k : new long[] {30, 300}) {
            double error = forecast.at(k).width90() / 3.29 / Math.sqrt(DRAWS);
            assertEquals(forecast.at(k).mean(), forecast.expected(k).mean(), 5 * error);
            assertTrue(
                    forecast.expected(k).width90() <= forecast.at(k).width90(),
                    forecast.expected(k) + " " + forecast.at(k));
            assertTrue(
                    forecast.population(k).width90() > forecast.at(k).width90(),
                    forecast.population(k) + " " + forecast.at(k));
            assertEquals(forecast.at(k).mean(), forecast.population(k).mean(), 0.06);
        }
    }

    /** Means and ends of the interval to Monte Carlo error: the quantiles of two runs of 2,000 draws differ by about .01. */
    @Tag("slow")
    @Test
    void publishedCounts_at1000And10000_areThoseOfAnotherProgram() {
        check("Pythia-6.9B", 1000, .698, .609, .812);
        check("Pythia-6.9B", 10_000, .841, .734, .977);
        check("Pythia-410M", 1000, .513, .398, .664);
        check("Pythia-410M", 10_000, .708, .531, .938);
    }

    private static void check(String model, long k, double mean, double lower, double upper) {
        CoverageForecast forecast =
                CoverageForecast.of(posterior(DifficultyPosteriorTest.pythia(model)), new long[] {k}, DRAWS, SEED);
        // five errors of the difference of two means of 2,000 draws each
        assertEquals(mean, forecast.at(k).mean(), 5 * Math.sqrt(2) * (upper - lower) / 3.29 / Math.sqrt(DRAWS));
        assertEquals(lower, forecast.at(k).lower90(), 0.025);
        assertEquals(upper, forecast.at(k).upper90(), 0.025);
    }

    @Tag("slow")
    @Test
    void lawInDoubt_whereFamiliesDiffer_isSaid() {
        CoverageForecast forecast = CoverageForecast.of(
                posterior(DifficultyPosteriorTest.pythia("Pythia-6.9B")), new long[] {50, 10_000}, DRAWS, SEED);
        assertFalse(forecast.lawInDoubt(50).isPresent());
        assertTrue(forecast.lawInDoubt(10_000).orElseThrow().contains("the beta law says 0.8"));
        assertEquals(.815, forecast.familyMeans(10_000).get(DifficultyFamily.BETA), .02);
        assertEquals(.947, forecast.familyMeans(10_000).get(DifficultyFamily.LOGIT_NORMAL), .03);
    }

    /** Draws hang on their number and seed alone: not on who asks, in what order, or how many draws there are. */
    @Test
    void draws_askedForTwiceAndInAnyOrder_areTheSame() {
        DifficultyPosterior posterior = posterior(SMALL);
        DifficultyDraw one = posterior.draw(7, SEED);
        double[] forwards = new double[SMALL.size()];
        for (int i = 0; i < forwards.length; i++) {
            forwards[i] = one.p(i);
        }
        DifficultyDraw other = posterior(SMALL).draw(7, SEED);
        for (int i = forwards.length - 1; i >= 0; i--) {
            other.fresh(i);
            assertEquals(forwards[i], other.p(i));
        }
        assertEquals(one.fitted(), other.fitted());
        double[] few =
                CoverageForecast.of(posterior, new long[] {100}, 50, SEED).draws(100);
        double[] many = CoverageForecast.of(posterior, new long[] {20, 100, 1000}, 200, SEED)
                .draws(100);
        assertArrayEquals(few, Arrays.copyOf(many, 50));
        assertFalse(Arrays.equals(
                few,
                CoverageForecast.of(posterior, new long[] {100}, 50, SEED + 1).draws(100)));
    }

    /** A digest that every JVM must give: integers, {@code StrictMath} and sums in a fixed order throughout. */
    @Test
    void bytes_ofAForecast_areTheSameEverywhere() {
        CoverageForecast forecast = CoverageForecast.of(posterior(SMALL), new long[] {100, 10_000}, 200, SEED);
        long digest = 0;
        for (long k : forecast.budgets()) {
            digest = 31 * digest + Arrays.hashCode(forecast.draws(k));
            digest = 31 * digest + Double.hashCode(forecast.expected(k).mean());
            digest = 31 * digest + Double.hashCode(forecast.population(k).upper50());
        }
        assertEquals(DIGEST, digest);
    }

    private static final long DIGEST = 35069959191614422L;

    /**
     * Given the law, p of a problem with c of n is beta, and the mean over many draws of one law is that of the mixture: here all
     * draws together against the posterior mean by the sum over the lattice, within 5 errors.
     */
    @Test
    void difficulties_ofManyDraws_haveThePosteriorsMean() {
        int[] n = new int[40];
        int[] c = new int[40];
        Arrays.fill(n, 20);
        for (int i = 0; i < 40; i++) {
            c[i] = i / 2;
        }
        DifficultyPosterior posterior = posterior(SuccessCounts.of(n, c));
        double sum = 0;
        double square = 0;
        for (int r = 0; r < DRAWS; r++) {
            double p = posterior.draw(r, SEED).p(20);
            sum += p;
            square += p * p;
        }
        double mean = sum / DRAWS;
        // c = 10 of 20, and a law that is about uniform: (10 + a)/(20 + a + b) with a, b near .8
        assertEquals(0.5, mean, 0.02);
        double sd = Math.sqrt(square / DRAWS - mean * mean);
        assertEquals(Math.sqrt(.25 / 22.5), sd, 0.012);
    }

    /** Problems that no candidate of very many solves: p far below what a double's logarithm of 1 − p can tell from 0. */
    @Test
    void tinyDifficulties_atHugeK_areNotLost() {
        int[] n = new int[30];
        Arrays.fill(n, 50);
        DifficultyPosterior posterior =
                DifficultyPosterior.of(SuccessCounts.of(n, new int[30]), new TailExponent(.05, .1));
        double least = 1;
        for (int r = 0; r < 200; r++) {
            DifficultyDraw draw = posterior.draw(r, SEED);
            for (int i = 0; i < 30; i++) {
                double p = draw.p(i);
                if (p > 0) {
                    least = Math.min(least, p);
                    double steps = draw.untilRight(i, p);
                    assertTrue(steps >= 1 && (p < 1e-290 || Double.isFinite(steps)), p + " " + steps);
                }
            }
        }
        assertTrue(least < 1e-100, "least " + least);
        CoverageForecast forecast = CoverageForecast.of(posterior, new long[] {51, 1L << 40}, 200, SEED);
        assertTrue(forecast.expected(51).mean() > 0);
        assertTrue(forecast.at(1L << 40).mean() > forecast.at(51).mean());
    }

    @Test
    void unequalNumbersOfCandidates_countAsFarAsTheyReach() {
        SuccessCounts counts = SuccessCounts.of(new int[] {4, 10, 10}, new int[] {0, 0, 3});
        CoverageForecast forecast = CoverageForecast.of(posterior(counts), new long[] {3, 8, 20}, 200, SEED);
        assertEquals(Coverage.unbiased(10, 3, 3) / 3, forecast.at(3).mean(), 1e-12);
        for (double draw : forecast.draws(8)) {
            double firstSolved = draw - Coverage.unbiased(10, 3, 8) / 3;
            assertTrue(Math.abs(firstSolved) < 1e-12 || Math.abs(firstSolved - 1.0 / 3) < 1e-12);
        }
    }

    @Test
    void budgets_thatAreNone_areRefused() {
        DifficultyPosterior posterior = posterior(SMALL);
        assertThrows(IllegalArgumentException.class, () -> CoverageForecast.of(posterior, new long[0], 10, SEED));
        assertThrows(IllegalArgumentException.class, () -> CoverageForecast.of(posterior, new long[] {0}, 10, SEED));
        assertThrows(IllegalArgumentException.class, () -> CoverageForecast.of(posterior, new long[] {5}, 0, SEED));
        assertThrows(
                IllegalArgumentException.class,
                () -> CoverageForecast.of(posterior, new long[] {5}, 1, SEED).at(6));
        assertThrows(IllegalArgumentException.class, () -> posterior.draw(-1, SEED));
    }
}
