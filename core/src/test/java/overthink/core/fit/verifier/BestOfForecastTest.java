package overthink.core.fit.verifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import overthink.core.fit.ForecastValue;
import overthink.core.world.Recording;

/** Forecasts of best-of-N where the truth is known. */
class BestOfForecastTest {

    private static final long SEED = 20261128;

    /** Problems of chance p, scores d·[right] + standard normal noise. */
    private static Recording gaussian(int problems, int n, double p, double d, UniformRandomProvider random) {
        NormalDistribution normal = NormalDistribution.of(0, 1);
        Recording.Builder builder = new Recording.Builder(false, 1, false);
        for (int problem = 0; problem < problems; problem++) {
            builder.problem("p" + problem, Optional.empty());
            for (int i = 0; i < n; i++) {
                boolean right = random.nextDouble() < p;
                double noise = normal.inverseCumulativeProbability(random.nextDouble());
                builder.candidate(right, Recording.NO_ANSWER, 0, (right ? d : 0) + noise);
            }
        }
        return builder.build();
    }

    /** P(the best of N is right) = N·∫ p·φ(x − d)·(p·Φ(x − d) + (1 − p)·Φ(x))^(N−1) dx, by the trapezoidal rule. */
    private static double bestOf(int n, double p, double d) {
        NormalDistribution normal = NormalDistribution.of(0, 1);
        double sum = 0;
        double step = 1e-3;
        for (double x = -8; x < 12; x += step) {
            double below = p * normal.cumulativeProbability(x - d) + (1 - p) * normal.cumulativeProbability(x);
            sum += step * n * p * normal.density(x - d) * Math.pow(below, n - 1);
        }
        return sum;
    }

    @Test
    void inside_isTheReplay_andTheRatesAreItsDifferences() {
        Recording recording = gaussian(30, 12, 0.3, 0.5, RandomSource.XO_RO_SHI_RO_128_PP.create(SEED));
        BestOfForecast forecast = BestOfForecast.of(recording, 0, SEED);
        assertEquals(12, forecast.recorded());
        for (int k = 1; k <= 12; k++) {
            assertEquals(ForecastValue.exactly(forecast.replayed(k)), forecast.at(k));
            assertEquals(forecast.replayed(k), forecast.draw(3, k));
            if (k > 1) {
                assertEquals(
                        forecast.replayed(k) - forecast.replayed(k - 1), forecast.gain(k) - forecast.loss(k), 1e-14);
            }
        }
        assertThrows(IllegalArgumentException.class, () -> forecast.replayed(13));
        assertThrows(IllegalArgumentException.class, () -> forecast.gain(1));
        assertThrows(IllegalArgumentException.class, () -> forecast.at(0));
        assertThrows(IllegalArgumentException.class, () -> BestOfForecast.of(recording, 1, SEED));
        assertFalse(forecast.isIntervalOnly(60));
        assertTrue(forecast.isIntervalOnly(61));
    }

    /**
     * Forty recordings of Gaussian scores, 60 problems × 20 candidates, d = 0.8, to be continued to 80: the 90 % interval holds
     * what is measured on the same problems with 80 of their own candidates, of which the first 20 are those known. The
     * rise of .08 for each unit of log N is 2.5 times what drifts are expected to be, so that .8 rather than .9 are held; fewer
     * than 18 of 40 then have a chance of 1e-6. From so few problems a drift is hardly told: the mean goes the first part of the
     * way from what is recorded to what comes, and no more.
     */
    @Tag("slow")
    @Test
    void intervals_ofGaussianScores_holdWhatIsMeasured() {
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(SEED);
        int held = 0;
        double rise = 0;
        double told = 0;
        for (int round = 0; round < 40; round++) {
            Recording all = gaussian(60, 80, 0.25, 0.8, random);
            Recording.Builder known = new Recording.Builder(false, 1, false);
            for (int problem = 0; problem < all.size(); problem++) {
                known.problem("p" + problem, Optional.empty());
                for (int i = 0; i < 20; i++) {
                    known.candidate(all.correct(problem, i), Recording.NO_ANSWER, 0, all.score(0, problem, i));
                }
            }
            double measured = BestOfForecast.of(all, 0, SEED).replayed(80);
            BestOfForecast replay = BestOfForecast.of(known.build(), 0, SEED + round);
            ForecastValue forecast = replay.at(80);
            held += forecast.holds90(measured) ? 1 : 0;
            rise += (measured - replay.replayed(20)) / 40;
            told += (forecast.mean() - replay.replayed(20)) / 40;
        }
        assertTrue(held >= 18, "held " + held);
        assertTrue(told > 0 && told < rise, "told %s of a rise of %s".formatted(told, rise));
    }

    /**
     * With 2,000 problems the replay of 40 is good to √(.25/2000) = .011, and what is forecast for 160 to some .02; six errors.
     * The last recorded value alone would not be rejected: that the drift has the right sign is.
     */
    @Test
    void mean_ofGaussianScores_nearsTheIntegral() {
        Recording recording = gaussian(2000, 40, 0.1, 1, RandomSource.XO_RO_SHI_RO_128_PP.create(SEED));
        BestOfForecast forecast = BestOfForecast.of(recording, 0, SEED);
        assertEquals(bestOf(40, 0.1, 1), forecast.replayed(40), 0.066);
        assertEquals(bestOf(160, 0.1, 1), forecast.at(160).mean(), 0.12);
        assertTrue(forecast.at(160).mean() > forecast.replayed(40));
        assertTrue(forecast.shrinkage() > 0.7 && forecast.shrinkage() < 1);
    }

    /** 4,000 draws: quantiles err by √(.05·.95/4000)/φ(1.645) = .033 sd at the ends; six errors are .2 sd. */
    @Test
    void draws_areThoseOfTheInterval_andOfOneDriftEach() {
        BestOfForecast forecast =
                BestOfForecast.of(gaussian(100, 20, 0.25, 0.8, RandomSource.XO_RO_SHI_RO_128_PP.create(SEED)), 0, SEED);
        ForecastValue stated = forecast.at(60);
        ForecastValue drawn = ForecastValue.of(forecast.draws(4000, 60));
        double sd = stated.width90() / 3.29;
        assertEquals(stated.mean(), drawn.mean(), 0.1 * sd);
        assertEquals(stated.lower90(), drawn.lower90(), 0.2 * sd);
        assertEquals(stated.upper90(), drawn.upper90(), 0.2 * sd);
        assertEquals(stated.upper50(), drawn.upper50(), 0.15 * sd);
        assertEquals(forecast.draw(7, 60), forecast.draws(8, 60)[7]);
        assertEquals(forecast.draw(7, 60), forecast.draw(7, 61), 0.02 * sd + 1e-3);
        assertTrue(forecast.population(60).width90() > stated.width90());
        assertThrows(IllegalArgumentException.class, () -> forecast.draw(-1, 60));
    }

    /** Sums up to a million, by terms and by integrals, agree with what is added one by one. */
    @Test
    void farAhead_isTheSumOfAllTerms() {
        Recording recording = gaussian(100, 6, 0.3, 1.5, RandomSource.XO_RO_SHI_RO_128_PP.create(SEED));
        BestOfForecast forecast = BestOfForecast.of(recording, 0, SEED);
        double step = 0;
        for (long k = 39; k <= 3000; k++) {
            // from 38 on in steps of one each sum is made of integrals anew: their differences must be the terms
            double next = forecast.at(k).mean() - forecast.at(k - 1).mean();
            if (k > 39) {
                assertTrue(next < step + 1e-12, "the terms decline at " + k);
            }
            step = next;
        }
        assertTrue(forecast.at(1_000_000_000L).upper90() <= 1);
        assertTrue(Double.isFinite(forecast.at(Long.MAX_VALUE).mean()));
    }

    @Test
    void degenerateRecordings_areForecast() {
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(SEED);
        BestOfForecast none = BestOfForecast.of(gaussian(5, 8, 0, 1, random), 0, SEED);
        assertEquals(0, none.at(100).mean());
        assertEquals(0, none.at(100).width90());
        BestOfForecast all = BestOfForecast.of(gaussian(5, 8, 1, 1, random), 0, SEED);
        assertEquals(1, all.at(100).mean(), 1e-15);
        BestOfForecast one = BestOfForecast.of(gaussian(5, 1, 0.5, 1, random), 0, SEED);
        assertEquals(1, one.recorded());
        assertEquals(one.replayed(1), one.at(4).mean());
        assertTrue(one.at(4).width90() > 0.3);
        BestOfForecast two = BestOfForecast.of(gaussian(1, 2, 0.5, 1, random), 0, SEED);
        assertTrue(two.at(4).mean() >= 0 && two.at(4).mean() <= 1);
    }
}
