package overthink.core.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import overthink.core.api.Resource;

class WorthTest {

    private static final OptionalDouble NONE = OptionalDouble.empty();

    private static final Utility PLAIN = new Utility(1, -2, 0, Map.of());
    private static final Utility PRICED = new Utility(1, -2, 0, Map.of(Resource.GENERATIONS, 0.1));

    @Test
    void of_twoProblems_followsTheFormulas() {
        // Problem 1 of 8 trials: 4 right, 2 wrong, 2 none, mean 0; problem 2: 8 right, mean 1.
        ExpectedUtility worth = ExpectedUtility.of(PLAIN, new long[] {4, 8}, new long[] {2, 0}, new double[2], 8, NONE);
        assertEquals(0.5, worth.mean(), 1e-15);
        assertEquals(Math.sqrt((0.5 * 1 + 0.25 * 4) / 7) / 2, worth.stdError(), 1e-15);
        assertEquals(Math.sqrt(0.5 / 2), worth.populationStdError(), 1e-15);
    }

    @Test
    void of_utilityThatIsAccuracy_hasItsErrors() {
        long[] right = {3, 7, 1, 8, 5};
        Estimate estimate = Estimate.of(right, 10);
        ExpectedUtility worth =
                ExpectedUtility.of(new Utility(1, 0, 0, Map.of()), right, new long[5], new double[5], 10, NONE);
        assertEquals(estimate.accuracy(), worth.mean(), 1e-15);
        assertEquals(estimate.stdError(), worth.stdError(), 1e-15);
        assertEquals(estimate.populationStdError(), worth.populationStdError(), 1e-15);
    }

    @Test
    void of_allAlike_doesNotClaimCertainty() {
        ExpectedUtility worth = ExpectedUtility.of(PLAIN, new long[] {10, 10}, new long[2], new double[2], 10, NONE);
        Estimate estimate = Estimate.of(new long[] {10, 10}, 10);
        // The range of worths times the error of a share of which nothing was seen.
        assertEquals(3 * estimate.stdError(), worth.stdError(), 1e-15);
        assertEquals(3 * Estimate.unseen(20), worth.stdError(), 1e-15);
    }

    @Test
    void of_paymentsThatVary_haveTheErrorThatTrialsShow() {
        long[] right = {4, 8, 2};
        double[] paid = {0.5, 0.2, 0.2};
        double outcomes = ExpectedUtility.of(PLAIN, right, new long[3], new double[3], 8, NONE)
                .stdError();
        assertEquals(
                outcomes,
                ExpectedUtility.of(PRICED, right, new long[3], paid, 8, NONE).stdError());
        assertEquals(
                0.125,
                ExpectedUtility.of(PRICED, right, new long[3], paid, 8, OptionalDouble.of(0.125))
                        .stdError());
    }

    @Test
    void exact_values_haveTheErrorOfArithmetic() {
        ExpectedUtility worth =
                ExpectedUtility.exact(PLAIN, new double[] {0.5, 1}, new double[] {0.25, 0}, new double[2], 1e-4);
        assertEquals(0.5, worth.mean(), 1e-15);
        assertEquals(0, worth.stdError());
        assertEquals(3e-4, worth.tolerance(), 1e-12);
        assertEquals(0.5, worth.populationStdError(), 1e-15);
    }
}
