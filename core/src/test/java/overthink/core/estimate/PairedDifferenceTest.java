package overthink.core.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import overthink.core.testkit.FalseAlarm;

/** Chance of a false alarm: 3e-7 for the class. */
class PairedDifferenceTest {

    private static final int RUNS = 3000;
    private static final int PROBLEMS = 12;

    private static PairedDifference difference(Sample one, Sample two, double times) {
        return PairedDifference.of(one, Quantity.STEPS, two, Quantity.STEPS, times);
    }

    @Test
    void of_sameOffsetOnEveryProblem_hasNoError() {
        PairedDifference difference = difference(
                new ArraySample(Quantity.STEPS, 0, 2, new double[] {3, 5}, new double[] {7, 1}),
                new ArraySample(Quantity.STEPS, 0, 2, new double[] {2, 4}, new double[] {6, 0}),
                1);
        assertEquals(new PairedDifference(1, 0, 0), difference);
    }

    @Test
    void of_twoTrials_followsTheFormula() {
        // Differences of trials: 1 and 3 on one problem, 0 and 0 on the other; variance of a mean of two: (1/2)²·... =
        // 1.
        PairedDifference difference = difference(
                new ArraySample(Quantity.STEPS, 0, 2, new double[] {3, 5}, new double[] {1, 2}),
                new ArraySample(Quantity.STEPS, 0, 2, new double[] {2, 2}, new double[] {1, 2}),
                1);
        assertEquals(1, difference.difference(), 1e-15);
        assertEquals(Math.sqrt(1.0 / 4), difference.stdError(), 1e-15);
        assertEquals(Math.sqrt(2.0 / 2), difference.populationStdError(), 1e-15);
    }

    @Test
    void of_oneTrialPerProblem_fallsBackOnTheProblems() {
        PairedDifference difference = difference(
                new ArraySample(Quantity.STEPS, 0, 2, new double[] {3}, new double[] {1}),
                new ArraySample(Quantity.STEPS, 0, 2, new double[] {2}, new double[] {2}),
                1);
        assertEquals(0, difference.difference(), 1e-15);
        assertEquals(1, difference.stdError(), 1e-15);
    }

    @Test
    void of_sharesThatNeverDiffer_claimNoCertainty() {
        Sample none = new ArraySample(Quantity.ACCURACY, 0, 2, new double[10]);
        PairedDifference difference = PairedDifference.of(none, Quantity.ACCURACY, none, Quantity.ACCURACY, 1);
        assertEquals(Estimate.unseen(10), difference.stdError(), 1e-15);
    }

    @Test
    void of_binsWithoutACommonProblem_areIndependent() {
        PairedDifference difference = difference(
                new ArraySample(Quantity.STEPS, 0, 2, new double[] {3, 5}),
                new ArraySample(Quantity.STEPS, 7, 2, new double[] {0, 4}),
                1);
        assertEquals(2, difference.difference(), 1e-15);
        assertEquals(Math.sqrt(1 + 4), difference.stdError(), 1e-15);
        assertTrue(Double.isNaN(difference.populationStdError()));
    }

    /**
     * 3,000 runs, seed 5, of 12 problems whose means differ: trials of one number share a normal part, so that the correlation
     * of the two is 0.8. The mean of the squared errors reported is the variance seen between runs; that errs by √(2/3000) =
     * 2.6 %, the mean by far less. What independent samples would have, 5 times as much with equal trials, is rejected.
     */
    @Tag("slow")
    @ParameterizedTest
    @CsvSource({"20, 20, 1", "20, 33, 1", "33, 20, 1", "50, 20, 0.5", "8, 200, 1"})
    void of_trialsThatShareCandidates_hasTheErrorThatIsSeen(int firstTrials, int secondTrials, double times) {
        SplittableRandom random = new SplittableRandom(5);
        double sum = 0;
        double squares = 0;
        double reported = 0;
        double independent = 0;
        for (int run = 0; run < RUNS; run++) {
            double[][] first = new double[PROBLEMS][firstTrials];
            double[][] second = new double[PROBLEMS][secondTrials];
            for (int i = 0; i < PROBLEMS; i++) {
                for (int trial = 0; trial < Math.max(firstTrials, secondTrials); trial++) {
                    double shared = random.nextGaussian() * Math.sqrt(0.8);
                    double one = i + shared + random.nextGaussian() * Math.sqrt(0.2);
                    double two = 3 * i + shared + random.nextGaussian() * Math.sqrt(0.2);
                    if (trial < firstTrials) {
                        first[i][trial] = one;
                    }
                    if (trial < secondTrials) {
                        second[i][trial] = two;
                    }
                }
            }
            Sample one = new ArraySample(Quantity.STEPS, 0, 4, first);
            Sample two = new ArraySample(Quantity.STEPS, 0, 4, second);
            PairedDifference difference = difference(one, two, times);
            sum += difference.difference();
            squares += difference.difference() * difference.difference();
            reported += difference.stdError() * difference.stdError() / RUNS;
            double own = Spread.of(one)[Quantity.STEPS.ordinal()];
            double other = Spread.of(two)[Quantity.STEPS.ordinal()] * times;
            independent += (own * own + other * other) / RUNS;
        }
        double seen = (squares - sum * sum / RUNS) / (RUNS - 1);
        double covariance = 2 * times * 0.8 / Math.max(firstTrials, secondTrials);
        double truth = (1.0 / firstTrials + times * times / secondTrials - covariance) / PROBLEMS;
        double z = FalseAlarm.standardErrors(2e-8);
        double stdError = Math.sqrt(2.0 / RUNS);
        assertEquals(1, seen / truth, z * stdError);
        // One report of P·(G − 1) = 36 degrees of freedom errs by at most √(2/36) times what independent samples have.
        assertEquals(1, reported / truth, z * Math.sqrt(2.0 / 36 / RUNS) * independent / truth);
        boolean told = Math.abs(covariance) / PROBLEMS > 0.3 * truth;
        assertTrue(!told || independent / truth - 1 > z * stdError, "a planted error that does not pair");
    }
}
