package overthink.core.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import overthink.core.api.Resource;
import overthink.core.world.Gathering;

class RowTest {

    private static final Mean KNOWN = new Mean(2.5, 0, 0);
    private static final Mean PLAYED = new Mean(2.4, 0.1, 0.2);

    private static final Row EXACT = new Row(
            new Row.Asked("best-of-n", Map.of(), Resource.GENERATIONS, 4, "all"),
            new Row.Basis(Method.EXACT, 64, 0, false, Gathering.POPULATION),
            new Estimate(0.5, 0, 0, 0.5, 0.5, 1e-14),
            new Row.Shares(0.75, 0, 0.5),
            Cost.NOTHING,
            Cost.NOTHING,
            Optional.empty(),
            perTrial(KNOWN, Quantiles.UNKNOWN, Quantiles.exact(40, 50, 60, 70)));

    private static PerTrial perTrial(Mean correct, Quantiles latency, Quantiles tokens) {
        return new PerTrial(
                correct, Mean.UNKNOWN, Mean.UNKNOWN, Double.NaN, Cost.UNKNOWN, latency, tokens, Quantiles.UNKNOWN);
    }

    /** A row that mathematics knows takes from trials what it lacks, and stays what it is: exact, and of the population. */
    @Test
    void quantilesOfTrials_fillInWhatIsUnknown_andChangeNothingElse() {
        Quantiles latency = new Quantiles(1, 2, 3, 4, 0.1, 0.2, 0.3, 0.4);
        Row played = new Row(
                EXACT.asked(),
                new Row.Basis(Method.SIMULATED, 500, 10000),
                new Estimate(0.49, 0.01, 0.02, 0.47, 0.51, 0),
                new Row.Shares(0.74, 0, 0.51),
                Cost.UNKNOWN,
                Cost.UNKNOWN,
                Optional.empty(),
                perTrial(PLAYED, latency, new Quantiles(41, 51, 61, 71, 1, 1, 1, 1)));

        Row row = EXACT.withQuantilesOf(played);

        assertTrue(row.exactOfPopulation());
        assertEquals(EXACT.estimate(), row.estimate());
        assertEquals(perTrial(KNOWN, latency, Quantiles.exact(40, 50, 60, 70)), row.perTrial());
    }

    @Test
    void withoutRightOrWrong_keepsWhatNeedsNoTruth() {
        Row row = EXACT.withoutRightOrWrong();

        assertTrue(EXACT.rightOrWrong());
        assertFalse(row.rightOrWrong());
        assertEquals(Double.NaN, row.coverage());
        assertEquals(Double.NaN, row.falseAccepted());
        assertEquals(0, row.abstained());
        assertEquals(EXACT.basis(), row.basis());
    }
}
