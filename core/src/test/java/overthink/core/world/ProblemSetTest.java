package overthink.core.world;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import overthink.core.law.difficulty.Empirical;
import overthink.core.model.ProblemSet;
import overthink.core.model.SyntheticWorld;
import overthink.core.testkit.FalseAlarm;

/** Fewer problems than a list holds are a sample of it. */
class ProblemSetTest {

    private static final int SIZE = 40;
    private static final Empirical SORTED =
            new Empirical(IntStream.range(0, SIZE).mapToDouble(i -> i / 64.0).toArray());

    /** The numbers in the list of the problems drawn: p·64, exactly. */
    private static List<Integer> drawn(int count, long seed) {
        SyntheticWorld world = new SyntheticWorld(new Problems(SORTED, count), Policy.FLAT, Verifiers.NONE);
        return ProblemSet.draw(world, seed).stream()
                .map(problem -> (int) (problem.p() * 64))
                .collect(Collectors.toList());
    }

    @Test
    void draw_all_isTheList() {
        assertEquals(IntStream.range(0, SIZE).boxed().toList(), drawn(SIZE, 7));
    }

    @Test
    void draw_fewer_isWithoutReplacementInOrderAndPartOfEveryLargerDraw() {
        for (long seed = 0; seed < 20; seed++) {
            List<Integer> larger = drawn(SIZE, seed);
            for (int count = SIZE - 1; count >= 1; count--) {
                List<Integer> fewer = drawn(count, seed);
                assertEquals(fewer.stream().distinct().sorted().toList(), fewer);
                assertEquals(count, fewer.size());
                assertTrue(larger.containsAll(fewer));
                larger = fewer;
            }
        }
    }

    /**
     * Each of a sorted list is in a draw of 12 of 40 with probability 0.3: 20,000 seeds from 0 on, standard error 0.0032. Forty
     * shares at 10⁻⁸ each are 4·10⁻⁷ in all. The head of the list, which a file sorted by difficulty makes the easiest or
     * hardest problems, is rejected by its first share.
     */
    @Tag("slow")
    @Test
    void draw_fewer_takesEachAlike() {
        int seeds = 20_000;
        long[] times = new long[SIZE];
        for (long seed = 0; seed < seeds; seed++) {
            drawn(12, seed).forEach(i -> times[i]++);
        }
        for (int i = 0; i < SIZE; i++) {
            FalseAlarm.assertProportion("share of draws with number " + i, 0.3, times[i], seeds, 1e-8);
        }
        assertEquals(12L * seeds, Arrays.stream(times).sum());
        assertThrows(
                AssertionError.class, () -> FalseAlarm.assertProportion("head of the list", 0.3, seeds, seeds, 1e-8));
    }

    @Test
    void draw_sameSeed_isTheSame() {
        assertArrayEquals(drawn(5, 3).toArray(), drawn(5, 3).toArray());
    }
}
