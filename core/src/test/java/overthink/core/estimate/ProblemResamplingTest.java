package overthink.core.estimate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Chance of a false alarm: 2e-7. */
class ProblemResamplingTest {

    private static final int PROBLEMS = 50;
    private static final int DRAWS = 4000;

    @Test
    void weights_ofAnyDraw_areAsManyAsThereAreProblems() {
        ProblemResampling resampling = new ProblemResampling(7, PROBLEMS);
        for (int draw = 0; draw < 20; draw++) {
            assertEquals(PROBLEMS, Arrays.stream(resampling.weights(draw)).sum());
        }
    }

    @Test
    void weights_ofOneDraw_areTheSameAgainAndOthersInAnother() {
        int[] weights = new ProblemResampling(7, PROBLEMS).weights(3);
        ProblemResampling again = new ProblemResampling(7, PROBLEMS);
        assertFalse(Arrays.equals(weights, again.weights(2)));
        assertArrayEquals(weights, again.weights(3));
        assertFalse(Arrays.equals(weights, new ProblemResampling(8, PROBLEMS).weights(3)));
    }

    /**
     * A weight is binomial with mean 1 and variance 1 − 1/50 = 0.98. Over 4,000 draws the mean of one problem's has the standard
     * error √(0.98/4000) = 0.0157, and that of all weights' squared distances from 1, of which each draw has 50, is off 0.98 by
     * at most 6·√(3/200,000) = 0.023 (kurtosis about 4, so that a square has the variance 3): 6 errors each, 2·1e-9·51.
     */
    @Test
    void weights_overManyDraws_haveTheMomentsOfDrawsWithReplacement() {
        ProblemResampling resampling = new ProblemResampling(20_261_128, PROBLEMS);
        double[] means = new double[PROBLEMS];
        double squares = 0;
        for (int draw = 0; draw < DRAWS; draw++) {
            int[] weights = resampling.weights(draw);
            for (int i = 0; i < PROBLEMS; i++) {
                means[i] += (double) weights[i] / DRAWS;
                squares += (weights[i] - 1.0) * (weights[i] - 1) / DRAWS / PROBLEMS;
            }
        }
        for (double mean : means) {
            assertEquals(1, mean, 6 * 0.0157);
        }
        assertEquals(0.98, squares, 0.024);
        // drawn without replacement all weights are 1
        assertTrue(squares > 0.5);
    }

    @Test
    void problems_none_areRefused() {
        assertThrows(IllegalArgumentException.class, () -> new ProblemResampling(1, 0));
    }
}
