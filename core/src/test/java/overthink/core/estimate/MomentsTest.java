package overthink.core.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import overthink.core.world.Gathering;

/** Means and errors over a population, quantity by quantity, against {@link PopulationError} of one. */
class MomentsTest {

    private static final double[] VALUES = {0.25, 0.5, 3, 0.125, 7};

    /** Known means, the same number for all quantities; weights where problems are the population. */
    private record Known(Gathering gathering, double... values) implements Sample {

        @Override
        public int[] problems() {
            return new int[values.length];
        }

        @Override
        public double weight(int index) {
            return gathering == Gathering.POPULATION ? 1 + index : 1;
        }

        @Override
        public long[] trials() {
            return new long[0];
        }

        @Override
        public void means(int index, double[] into) {
            for (int q = 0; q < into.length; q++) {
                into[q] = values[index] * (q + 1);
            }
        }

        @Override
        public void deviations(int index, int group, double[] into) {
            throw new AssertionError("there are no trials");
        }

        @Override
        public double utilityRange() {
            return 0;
        }
    }

    private static Moments of(Gathering gathering, double... values) {
        return Moments.of(new Known(gathering, values), new double[Quantity.COUNT]);
    }

    @Test
    void of_everyGathering_isThePopulationError() {
        for (Gathering gathering : Gathering.values()) {
            Moments moments = of(gathering, VALUES);
            double expected = PopulationError.of(VALUES, gathering);
            assertEquals(expected, moments.errors()[0], 1e-14, gathering.label());
            assertEquals(3 * expected, moments.errors()[2], 1e-14, gathering.label());
        }
    }

    @Test
    void mean_withWeights_isWeighted() {
        assertEquals(10.875 / 5, of(Gathering.DRAWN, VALUES).means()[0], 1e-15);
        assertEquals(
                (0.25 + 2 * 0.5 + 3 * 3 + 4 * 0.125 + 5 * 7) / 15,
                of(Gathering.POPULATION, VALUES).means()[0],
                1e-15);
    }

    @Test
    void of_theSameEverywhere_hasNoError_andOfOneNobodyKnows() {
        assertEquals(0, of(Gathering.DRAWN, 0.1, 0.1, 0.1).errors()[0]);
        assertTrue(Double.isNaN(of(Gathering.DRAWN, 0.1).errors()[0]));
        assertEquals(0.1, of(Gathering.DRAWN, 0.1).means()[0]);
    }

    @Test
    void mean_ofWhatIsNotKnown_isUnknown() {
        assertEquals(Mean.UNKNOWN, of(Gathering.DRAWN, 1, Double.NaN).mean(Quantity.CORRECT, 0));
    }
}
