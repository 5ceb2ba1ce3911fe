package overthink.core.fit.verifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import overthink.core.world.Recording;

/** Wrong candidates above every right one, counted. */
class LovedWrongAnswersTest {

    private static final long SEED = 20261128;

    private static Recording.Builder problem(Recording.Builder builder, double[] right, double[] wrong) {
        builder.problem("p", Optional.empty());
        for (double score : right) {
            builder.candidate(true, 0, 0, score);
        }
        for (double score : wrong) {
            builder.candidate(false, 0, 0, score);
        }
        return builder;
    }

    @Test
    void wrongOnes_aboveTheBestRightOne_areCounted() {
        Recording.Builder builder = new Recording.Builder(false, 1, false);
        problem(builder, new double[] {1, 3}, new double[] {4, 2, 5, 0});
        problem(builder, new double[] {}, new double[] {4});
        problem(builder, new double[] {2}, new double[] {});
        problem(builder, new double[] {Recording.NO_SCORE}, new double[] {-5});
        LovedWrongAnswers loved = LovedWrongAnswers.of(builder.build(), 0, SEED);
        assertEquals(List.of(0, 3), loved.problems());
        assertEquals(4, loved.counts().candidates(0));
        assertEquals(2, loved.counts().correct(0));
        assertEquals(1, loved.counts().correct(1), "who has no score is below every other");
        assertEquals(3.0 / 5, loved.share());
    }

    /**
     * A right one equal to three wrong ones has j of them above with chance 1/4 each, 1.5 in the mean: over 4,000 problems the
     * mean of the three's share errs by √(5/36/4000) = .006, and six errors are .036; ties to the wrong ones (1) or to the
     * right one (0) are rejected.
     */
    @Test
    void equals_areInRandomOrder() {
        Recording.Builder builder = new Recording.Builder(false, 1, false);
        int[] byCount = new int[4];
        for (int i = 0; i < 4000; i++) {
            problem(builder, new double[] {1}, new double[] {1, 1, 1});
        }
        LovedWrongAnswers loved = LovedWrongAnswers.of(builder.build(), 0, SEED);
        for (int i = 0; i < 4000; i++) {
            byCount[loved.counts().correct(i)]++;
        }
        assertEquals(0.5, loved.share(), 0.036);
        for (int count : byCount) {
            // √(4000·3/16) = 27, six of them
            assertEquals(1000, count, 165);
        }
    }

    @Test
    void nothingToCompare_isRefused() {
        Recording all = problem(new Recording.Builder(false, 1, false), new double[] {1}, new double[] {})
                .build();
        assertThrows(IllegalArgumentException.class, () -> LovedWrongAnswers.of(all, 0, SEED));
    }
}
