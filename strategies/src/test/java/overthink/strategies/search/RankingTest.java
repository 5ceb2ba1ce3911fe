package overthink.strategies.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import overthink.core.testkit.Script;
import overthink.core.testkit.ScriptedSession;

class RankingTest {

    private final Ranking ranking = new Ranking();

    @Test
    void best_randomScores_asAStableSort() {
        SplittableRandom random = new SplittableRandom(7);
        for (int trial = 0; trial < 2_000; trial++) {
            int levels = 1 + random.nextInt(trial % 2 == 0 ? 4 : 10_000);
            check(1 + random.nextInt(200), random.nextDouble(), i -> random.nextInt(levels));
        }
    }

    @Test
    void best_sortedLists_asAStableSort() {
        List<IntToDoubleFunction> shapes =
                List.of(i -> 0, i -> i, i -> -i, i -> i % 2, i -> Math.abs(i - 500), i -> -Math.abs(i - 500));
        for (IntToDoubleFunction shape : shapes) {
            for (int count : new int[] {1, 2, 12, 13, 14, 1_000}) {
                for (double share : new double[] {0, 0.25, 0.5, 1}) {
                    check(count, share, shape);
                }
            }
        }
    }

    /** Intervals that were laid for one list are no good for the next. */
    @Test
    void best_otherRangesInTurn_asAStableSort() {
        SplittableRandom random = new SplittableRandom(8);
        double[] edges = {0, 1e-300, 1, 50, 1e6, -1e6, 1e308};
        for (int trial = 0; trial < 2_000; trial++) {
            double low = edges[random.nextInt(edges.length)];
            double width = StrictMath.pow(10, random.nextInt(-5, 5));
            check(64, 0.25, i -> random.nextInt(9) == 0 ? low : low + width * random.nextDouble());
        }
        check(64, 0.25, i -> Double.NEGATIVE_INFINITY);
        check(64, 0.25, i -> Double.POSITIVE_INFINITY);
        check(64, 0.25, i -> i % 2 == 0 ? Double.NEGATIVE_INFINITY : i);
    }

    @Test
    void best_unpaidScores_rankLast() {
        check(100, 0.5, i -> i % 3 == 0 ? Double.NEGATIVE_INFINITY : i % 7);
    }

    /** Where intervals of the range do not tell slots apart, or there are none. */
    @Tag("slow")
    @Test
    void best_crowdedScores_asAStableSort() {
        SplittableRandom random = new SplittableRandom(9);
        List<IntToDoubleFunction> shapes = List.of(
                i -> Math.pow(random.nextDouble(), -20),
                i -> -Math.pow(random.nextDouble(), -20),
                i -> i == 7 ? 1e9 : random.nextInt(50),
                i -> i == 7 ? -1e9 : random.nextDouble(),
                i -> i == 7 ? Double.POSITIVE_INFINITY : random.nextDouble(),
                i -> random.nextBoolean() ? Double.MAX_VALUE : -Double.MAX_VALUE,
                i -> random.nextInt(3) * Double.MIN_VALUE,
                i -> random.nextBoolean() ? 0.0 : -0.0,
                i -> 1 + random.nextInt(9) * Math.ulp(1.0));
        for (IntToDoubleFunction shape : shapes) {
            for (int trial = 0; trial < 200; trial++) {
                check(1 + random.nextInt(300), random.nextDouble(), shape);
            }
        }
    }

    private void check(int count, double share, IntToDoubleFunction score) {
        double[] scores = IntStream.range(0, count).mapToDouble(score).toArray();
        int kept = Math.max(1, (int) (count * share));
        Frontier frontier = new Frontier();
        frontier.start(count);
        frontier.advance(new ScriptedSession(Script.tree(2, scores), count));
        int[] ranked = ranking.best(frontier, kept);
        List<Integer> expected = IntStream.range(0, count)
                .boxed()
                .sorted(Comparator.comparingDouble(slot -> 0.0 - scores[slot]))
                .toList();
        assertEquals(
                expected.subList(0, kept),
                Arrays.stream(ranked).limit(kept).boxed().toList(),
                () -> "the best %d of %s".formatted(kept, Arrays.toString(scores)));
    }
}
