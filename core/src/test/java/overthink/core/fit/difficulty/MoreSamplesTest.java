package overthink.core.fit.difficulty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What more to record: on a simulated recording, whose truth a longer recording of the same problems can be asked for. */
class MoreSamplesTest {

    private static final long SEED = 20261128;

    @Test
    @Tag("slow")
    void moreSamples_ofASmallRecording_nameWhatHalvesTheInterval() {
        SuccessCounts counts =
                DifficultyPosteriorTest.simulated(new FittedDifficulty(DifficultyFamily.BETA, .3, 5, 0), 40, 10, SEED);
        DifficultyPosterior posterior = DifficultyPosterior.of(counts, TailExponent.DEFAULT);
        MoreSamples more = MoreSamples.of(posterior, 500, SEED);
        int hard = 0;
        for (int i = 0; i < counts.size(); i++) {
            hard += counts.correct(i) <= 1 ? 1 : 0;
        }
        assertEquals(hard, more.hardProblems().problems());
        assertTrue(more.hardProblems().halves(), more.toString());
        assertTrue(more.hardProblems().width() <= more.width() / 2, more.toString());
        assertTrue(more.moreProblems().width() < more.width(), more.toString());
        assertTrue(more.better().halves());
        assertTrue(more.better().total() <= more.hardProblems().total());
        assertEquals(more, MoreSamples.of(posterior, 500, SEED));
    }

    @Test
    void moreSamples_insideTheRecording_areRefused() {
        SuccessCounts counts = SuccessCounts.of(new int[] {5, 5}, new int[] {0, 3});
        DifficultyPosterior posterior = DifficultyPosterior.of(counts, TailExponent.DEFAULT);
        assertThrows(IllegalArgumentException.class, () -> MoreSamples.of(posterior, 5, SEED));
    }
}
