package overthink.core.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import overthink.core.api.Resource;

class WorthTest {

    private static final Utility PLAIN = new Utility(1, -2, 0, Map.of());
    private static final Utility PRICED = new Utility(1, -2, 0, Map.of(Resource.GENERATIONS, 0.1));

    @Test
    void of_twoProblems_followsTheFormulas() {
        // Problem 1 of 8 trials: 4 right, 2 wrong, 2 none, mean 0; problem 2: 8 right, mean 1.
        Worth worth = Worth.of(PLAIN, new long[] {4, 8}, new long[] {2, 0}, new double[2], 8, false);
        assertEquals(0.5, worth.mean(), 1e-15);
        assertEquals(Math.sqrt((0.5 * 1 + 0.25 * 4) / 7) / 2, worth.stdError(), 1e-15);
        assertEquals(Math.sqrt(0.5 / 2), worth.populationStdError(), 1e-15);
    }

    @Test
    void of_utilityThatIsAccuracy_hasItsErrors() {
        long[] right = {3, 7, 1, 8, 5};
        Estimate estimate = Estimate.of(right, 10);
        Worth worth = Worth.of(new Utility(1, 0, 0, Map.of()), right, new long[5], new double[5], 10, false);
        assertEquals(estimate.accuracy(), worth.mean(), 1e-15);
        assertEquals(estimate.stdError(), worth.stdError(), 1e-15);
        assertEquals(estimate.populationStdError(), worth.populationStdError(), 1e-15);
    }

    @Test
    void of_allAlike_doesNotClaimCertainty() {
        Worth worth = Worth.of(PLAIN, new long[] {10, 10}, new long[2], new double[2], 10, false);
        Estimate estimate = Estimate.of(new long[] {10, 10}, 10);
        // The range of worths times what Wilson's interval of 20 of 20 stands for.
        assertEquals(3 * (estimate.upper() - estimate.lower()) / 2 / Estimate.Z95, worth.stdError(), 1e-12);
    }

    @Test
    void of_payments_countOnlyWhereTheyMayVary() {
        long[] right = {4, 8, 2};
        double[] paid = {0.5, 0.2, 0.2};
        double outcomes =
                Worth.of(PLAIN, right, new long[3], new double[3], 8, false).stdError();
        assertEquals(
                outcomes, Worth.of(PRICED, right, new long[3], paid, 8, true).stdError());
        assertEquals(
                outcomes + Math.sqrt(0.06 / 2 / 3),
                Worth.of(PRICED, right, new long[3], paid, 8, false).stdError(),
                1e-15);
        assertTrue(Double.isNaN(Worth.of(PRICED, new long[] {4}, new long[1], new double[] {1}, 8, false)
                .stdError()));
        assertFalse(Double.isNaN(Worth.of(PRICED, new long[] {4}, new long[1], new double[] {1}, 8, true)
                .stdError()));
    }

    @Test
    void of_trialsThatPayByChance_doesNotUnderstateTheError() {
        // 3,000 runs of 40 fixed problems × 10 trials, seed 7: a trial draws until accepted, with chance a of its own
        // problem, pays 1 for each draw, and is right with chance p. The squared errors reported must on average be at
        // least the variance seen between runs, which errs by √(2/3000) = 2.6 %. The reported is far above here
        // (problems
        // differ more than trials over √10 do), so a right program fails with less than 1e-9; the error of the outcomes
        // alone is below half of what is seen.
        Utility utility = new Utility(1, -1, 0, Map.of(Resource.GENERATIONS, 1.0));
        Utility free = new Utility(1, -1, 0, Map.of());
        SplittableRandom random = new SplittableRandom(7);
        double[] accepted = random.doubles(40, 0.1, 0.9).toArray();
        double[] p = random.doubles(40).toArray();
        int runs = 3000;
        double sum = 0;
        double squares = 0;
        double reported = 0;
        double outcomesAlone = 0;
        for (int run = 0; run < runs; run++) {
            long[] right = new long[40];
            double[] paid = new double[40];
            for (int i = 0; i < 40; i++) {
                for (int trial = 0; trial < 10; trial++) {
                    right[i] += random.nextDouble() < p[i] ? 1 : 0;
                    paid[i] += (1 + Math.floor(Math.log(random.nextDouble()) / Math.log1p(-accepted[i]))) / 10;
                }
            }
            Worth worth = Worth.of(utility, right, new long[40], paid, 10, false);
            sum += worth.mean();
            squares += worth.mean() * worth.mean();
            reported += worth.stdError() * worth.stdError() / runs;
            double outcomes =
                    Worth.of(free, right, new long[40], paid, 10, false).stdError();
            outcomesAlone += outcomes * outcomes / runs;
        }
        double variance = (squares - sum * sum / runs) / (runs - 1);
        assertTrue(reported >= variance * 0.85, reported + " against " + variance);
        assertFalse(outcomesAlone >= variance * 0.85, "what is paid has an error, too");
    }

    @Test
    void exact_values_haveTheErrorOfArithmetic() {
        Worth worth = Worth.exact(PLAIN, new double[] {0.5, 1}, new double[] {0.25, 0}, new double[2], 1e-4);
        assertEquals(0.5, worth.mean(), 1e-15);
        assertEquals(3e-4, worth.stdError(), 1e-12);
        assertEquals(0.5, worth.populationStdError(), 1e-15);
    }
}
