package overthink.core.estimate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import overthink.core.testkit.FalseAlarm;

class EstimateTest {

    @Test
    void of_twoProblems_followsTheFormulas() {
        Estimate estimate = Estimate.of(new long[] {2, 6}, 8);
        assertEquals(0.5, estimate.accuracy());
        // v = .25·.75/7 for both; the error is √(2v)/2
        assertEquals(Math.sqrt(2 * 0.1875 / 7) / 2, estimate.stdError(), 1e-15);
        // accuracies .25 and .75: standard deviation √.125, over √2
        assertEquals(0.25, estimate.populationStdError(), 1e-15);
    }

    @Test
    void of_allRight_hasAnIntervalThatDoesNotClaimCertainty() {
        Estimate estimate = Estimate.of(new long[] {10, 10}, 10);
        assertEquals(1, estimate.upper());
        // Wilson for 20 of 20: n/(n + z²)
        double z2 = Estimate.Z95 * Estimate.Z95;
        assertEquals(20 / (20 + z2), estimate.lower(), 1e-12);
        // Laplace: the next of 20 goes the other way with 1/22.
        assertEquals(Math.sqrt(1.0 / 22 * (21.0 / 22) / 20), estimate.stdError(), 1e-15);
        assertEquals(estimate.stdError(), estimate.populationStdError(), 1e-15);
        assertEquals(z2 / (20 + z2), estimate.side(), 1e-12);
        assertEquals(
                estimate.side(), Estimate.of(new long[] {0, 0}, 10).side(), 1e-12, "no success is like no failure");
    }

    @Test
    void of_problemsThatAllWentOneWay_claimNoCertaintyEither() {
        // Half of the problems always solved, half never: no trial shows spread within its problem.
        Estimate estimate = Estimate.of(new long[] {10, 0, 10, 0}, 10);
        double z2 = Estimate.Z95 * Estimate.Z95;
        assertEquals(0.5, estimate.accuracy());
        assertEquals(Estimate.unseen(40), estimate.stdError(), 1e-15);
        assertEquals(z2 / (40 + z2), estimate.upper() - 0.5, 1e-12);
        assertEquals(z2 / (40 + z2), 0.5 - estimate.lower(), 1e-12);
        // A single trial that went the other way: its own error, which is no smaller.
        assertTrue(Estimate.of(new long[] {10, 1, 10, 0}, 10).stdError() >= estimate.stdError());
    }

    @Test
    void side_ofAnAsymmetricInterval_isTheLarger() {
        Estimate rare = Estimate.of(new long[] {3}, 1000);
        assertEquals(rare.upper() - rare.accuracy(), rare.side());
        assertTrue(rare.side() > 1.5 * (rare.accuracy() - rare.lower()));
        Estimate often = Estimate.of(new long[] {997}, 1000);
        assertEquals(rare.side(), often.side(), 1e-15);
    }

    @Test
    void exact_values_haveNoStandardErrorButATolerance() {
        Estimate estimate = Estimate.exact(new double[] {0.25, 0.75}, 1e-6);
        assertEquals(0, estimate.stdError());
        assertEquals(1e-6, estimate.tolerance(), 1e-13);
        assertEquals(0.5 - estimate.tolerance(), estimate.lower());
        assertEquals(0.25, estimate.populationStdError(), 1e-15);
    }

    @Test
    void of_oneProblem_hasNoPopulationError() {
        assertTrue(Double.isNaN(Estimate.of(new long[] {3}, 10).populationStdError()));
    }

    @Test
    void of_oneTrialPerProblem_isBinomialOverTheProblems() {
        Estimate estimate = Estimate.of(new long[] {1, 0, 0, 1, 1}, 1);
        assertEquals(Math.sqrt(0.6 * 0.4 / 4), estimate.stdError(), 1e-15);
    }

    @Test
    void of_simulatedBenchmarks_coversTheTruthAsOftenAsItSays() {
        // 4,000 benchmarks of 20 fixed problems × 50 trials, seed 99. The interval covers the mean p in 95 % of them
        // but
        // for the Wilson approximation, ±1 % here; 6 standard errors of the count are ±2 %: false alarm below 1e-8.
        SplittableRandom random = new SplittableRandom(99);
        double[] p = random.doubles(20).toArray();
        double mean = Arrays.stream(p).average().orElseThrow();
        double sumOfErrors = 0;
        double sumOfSquares = 0;
        int covered = 0;
        for (int run = 0; run < 4000; run++) {
            long[] correct = new long[20];
            for (int i = 0; i < 20; i++) {
                for (int trial = 0; trial < 50; trial++) {
                    correct[i] += random.nextDouble() < p[i] ? 1 : 0;
                }
            }
            Estimate estimate = Estimate.of(correct, 50);
            covered += estimate.lower() <= mean && mean <= estimate.upper() ? 1 : 0;
            sumOfErrors += estimate.stdError() * estimate.stdError();
            sumOfSquares += (estimate.accuracy() - mean) * (estimate.accuracy() - mean);
        }
        assertEquals(0.95, covered / 4000.0, 0.03);
        // The mean squared error of 4,000 is known to √(2/4000) = 2.2 %; 1e-9 is 6.1 of these.
        double z = FalseAlarm.standardErrors(1e-9);
        assertEquals(1, sumOfErrors / sumOfSquares, z * Math.sqrt(2.0 / 4000));
    }

    @Test
    void binning_thresholds_splitAtOneHalfAndOneTenth() {
        double[] p = {0.5, 0.1, 0.0999, 0.4999, 1, 0};
        List<Bin> bins = Binning.of(new BinPlan.Thresholds(), p, new int[6], List.of());
        assertEquals(
                List.of("all", "easy", "medium", "hard"),
                bins.stream().map(Bin::name).toList());
        assertArrayEquals(new int[] {0, 4}, bins.get(1).problems());
        assertArrayEquals(new int[] {1, 3}, bins.get(2).problems());
        assertArrayEquals(new int[] {2, 5}, bins.get(3).problems());
    }

    @Test
    void binning_quantiles_putTheHardestIntoTheFirst() {
        double[] p = {0.9, 0.1, 0.5, 0.3, 0.7};
        List<Bin> bins = Binning.of(new BinPlan.Quantiles(2), p, new int[5], List.of());
        assertEquals(List.of("all", "q2", "q1"), bins.stream().map(Bin::name).toList());
        assertArrayEquals(new int[] {0, 2, 4}, bins.get(1).problems());
        assertArrayEquals(new int[] {1, 3}, bins.get(2).problems());
    }

    @Test
    void binning_levels_needALawThatHasThem() {
        assertThrows(
                IllegalArgumentException.class,
                () -> Binning.of(new BinPlan.Levels(), new double[] {0.5}, new int[] {-1}, List.of()));
        List<Bin> bins =
                Binning.of(new BinPlan.Levels(), new double[] {0.5, 0.1}, new int[] {1, 1}, List.of("easy", "hard"));
        assertEquals(List.of("all", "hard"), bins.stream().map(Bin::name).toList());
    }
}
