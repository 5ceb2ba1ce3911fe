package overthink.core.world;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a recording holds is what was taken down. */
class RecordingTest {

    private static Recording.Builder two(int room) {
        Recording.Builder builder = new Recording.Builder(true, 2, true, room).scoreNames(List.of("tests", "reward"));
        builder.problem("a", Optional.of("easy"));
        builder.candidate(true, 0, 10, 1, -1);
        builder.run("first");
        builder.candidate(false, Recording.NO_ANSWER, 30, Recording.NO_SCORE, 2);
        builder.run("second");
        builder.steps(.5, .25);
        builder.problem("b", Optional.empty());
        builder.candidate(false, 0, 80, 3, 3);
        builder.run("first");
        builder.candidate(false, 1, 1_000_000_000, 3, 3);
        builder.run("first");
        builder.steps(.75);
        return builder;
    }

    @Test
    void columns_takenDown_areGivenBack() {
        for (int room : new int[] {1, 4, 1000}) {
            Recording recording = two(room).build();
            assertEquals(List.of("first", "second"), recording.runs());
            assertEquals(1, recording.run(0, 1));
            assertEquals(0, recording.run(1, 1));
            assertTrue(recording.hasStepScores());
            assertArrayEquals(new double[0], recording.stepScores(0, 0));
            assertArrayEquals(new double[] {.5, .25}, recording.stepScores(0, 1));
            assertArrayEquals(new double[0], recording.stepScores(1, 0));
            assertArrayEquals(new double[] {.75}, recording.stepScores(1, 1));
            assertEquals(two(7).build(), recording, "whatever room was expected");
        }
    }

    @Test
    void score_ofSeveral_standsAlone() {
        Recording reward = two(4).build().withScore(1);
        assertEquals(1, reward.calls());
        assertEquals(List.of("reward"), reward.scoreNames());
        assertEquals(2, reward.score(0, 0, 1));
        assertNotEquals(two(4).build(), reward);
        assertThrows(
                IllegalArgumentException.class, () -> new Recording.Builder(false, 1, false).scoreNames(List.of()));
    }

    @Test
    void tokens_summed_areExact() {
        Recording recording = two(4).build();
        assertEquals(250_000_030, recording.meanTokens());
        // 10, 30, 80 and 1e9: Σt² = 1e18 + 7,400; variance = Σt²/4 − mean²
        double expected = (1e18 + 7400) / 4 - 250_000_030.0 * 250_000_030.0;
        assertEquals(expected, recording.tokenVariance(), 1e-15 * expected);
    }

    @Test
    void recording_withoutTokens_hasNoneOnAverage() {
        Recording.Builder builder = new Recording.Builder(false, 0, false);
        builder.problem("a", Optional.empty());
        builder.candidate(true, 0, 0);
        Recording recording = builder.build();
        assertEquals(0, recording.meanTokens());
        assertEquals(0, recording.tokenVariance());
        assertFalse(recording.hasStepScores());
        assertEquals(List.of(), recording.runs());
    }
}
