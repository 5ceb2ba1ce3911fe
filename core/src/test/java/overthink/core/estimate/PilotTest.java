package overthink.core.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import overthink.core.testkit.FalseAlarm;

/** Chance of a false alarm: 8e-7 for the class. */
class PilotTest {

    private static final int RUNS = 4000;

    /**
     * 4,000 runs, seed 3: a pilot says how many trials, and as many fresh ones are made. Their mean is p without bias, its
     * interval holds p in 95 % of runs but for Wilson's approximation, here 1.5 %, and its larger side is longer than asked for
     * in at most 1 run of 200.
     */
    @Tag("slow")
    @ParameterizedTest
    @CsvSource({"0.003, 1, 0.0005", "0.003, 1, 0.002", "0.003, 100, 0.0005", "0.5, 1, 0.01", "0.997, 3, 0.001"})
    void wanted_trials_giveThePrecisionWithoutBias(double p, int problems, double side) {
        SplittableRandom random = new SplittableRandom(3);
        double[] means = new double[RUNS];
        int covered = 0;
        int tooShort = 0;
        double trialsSum = 0;
        for (int run = 0; run < RUNS; run++) {
            Pilot pilot = pilot(p, problems, side, random);
            long trials = (long) pilot.wanted(side);
            Estimate estimate = Estimate.of(successes(p, problems, trials, random), trials);
            means[run] = estimate.accuracy();
            covered += estimate.lower() <= p && p <= estimate.upper() ? 1 : 0;
            tooShort += estimate.side() > side ? 1 : 0;
            trialsSum += (double) trials * problems / RUNS;
        }
        FalseAlarm.assertMean("mean of runs", p, mean(means), error(means), 5e-8);
        double z = FalseAlarm.standardErrors(1e-7);
        assertEquals(0.95, (double) covered / RUNS, 0.015 + z * Math.sqrt(0.95 * 0.05 / RUNS));
        assertTrue(tooShort <= RUNS * (0.005 + z * Math.sqrt(0.005 / RUNS)), tooShort + " runs are too short");
        double least = Estimate.Z95 * Estimate.Z95 * p * (1 - p) / (side * side);
        assertTrue(trialsSum <= 3 * least + 5 * Estimate.Z95 * Estimate.Z95 / side, "no more trials than it takes");
    }

    /** The planted rule that ends when its own trials are precise enough: it is too low by 1/K of K = 46,000 · 0.003. */
    @Test
    void wanted_byTheTrialsThemselves_wouldBeBiased() {
        SplittableRandom random = new SplittableRandom(4);
        double p = 0.003;
        double side = 0.0015;
        double[] means = new double[RUNS * 4];
        for (int run = 0; run < means.length; run++) {
            long trials = 1024;
            long[] correct = successes(p, 1, trials, random);
            double ratio = Estimate.of(correct, trials).side() / side;
            while (ratio > 1) {
                long more = (long) Math.ceil(Math.min(3, 1.05 * ratio * ratio - 1) * trials);
                correct[0] += successes(p, 1, more, random)[0];
                trials += more;
                ratio = Estimate.of(correct, trials).side() / side;
            }
            means[run] = (double) correct[0] / trials;
        }
        assertTrue(p - mean(means) > FalseAlarm.standardErrors(1e-7) * error(means), "bias " + (mean(means) / p - 1));
    }

    @Test
    void wanted_ofProblemsThatDiffer_countsOnlyTheSpreadWithinThem() {
        // Half of the problems are nearly always solved and half nearly never: trials vary by 0.01·0.99, not by 0.25.
        long[] correct = new long[1000];
        for (int i = 0; i < correct.length; i++) {
            correct[i] = i % 2 == 0 ? 99 : 1;
        }
        double wanted = 1000 * new Pilot(correct, 100).wanted(0.001);
        double least = Estimate.Z95 * Estimate.Z95 * 0.01 * 0.99 * 100 / 99 / 1e-6;
        // The final trials' own variance, of 380 events, may be 2.6/√380 = 13 % larger; the pilot's adds to that.
        assertEquals(1.15, wanted / least, 0.05);
    }

    @Test
    void enough_ofAPilotThatSawNothing_asksForMoreOnlyWhereItMatters() {
        Pilot nothing = new Pilot(new long[1], 2048);
        assertEquals(2048, nothing.enough(0.005));
        assertTrue(nothing.enough(0.0001) > 2048);
        // z²/(N + z²) ≤ 0.005 from 765 on; what may have been missed asks for more.
        assertTrue(nothing.wanted(0.005) >= 765);
        assertTrue(nothing.wanted(0.005) < 4 * 2048);
    }

    private static Pilot pilot(double p, int problems, double side, SplittableRandom random) {
        long trials = Math.max(4, 2048 / problems);
        long[] correct = successes(p, problems, trials, random);
        Pilot pilot = new Pilot(correct, trials);
        while (pilot.enough(side) > trials) {
            long more = (long) pilot.enough(side) - trials;
            long[] further = successes(p, problems, more, random);
            Arrays.setAll(correct, i -> correct[i] + further[i]);
            trials += more;
            pilot = new Pilot(correct, trials);
        }
        return pilot;
    }

    /** Binomial numbers: by the gaps between the rarer outcomes, which are geometric. */
    private static long[] successes(double p, int problems, long trials, SplittableRandom random) {
        double rare = Math.min(p, 1 - p);
        double scale = Math.log1p(-rare);
        long[] counts = new long[problems];
        long next = gap(scale, random);
        for (long at = next; at < trials * problems; at += 1 + gap(scale, random)) {
            counts[(int) (at / trials)]++;
        }
        if (p > 0.5) {
            Arrays.setAll(counts, i -> trials - counts[i]);
        }
        return counts;
    }

    private static long gap(double scale, SplittableRandom random) {
        return (long) (Math.log1p(-random.nextDouble()) / scale);
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    private static double error(double[] values) {
        double mean = mean(values);
        return Math.sqrt(Arrays.stream(values).map(x -> (x - mean) * (x - mean)).sum()) / values.length;
    }
}
