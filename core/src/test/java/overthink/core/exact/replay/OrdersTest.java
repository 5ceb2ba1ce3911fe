package overthink.core.exact.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Replayed means against the mean over all orders, or over all sequences with replacement, of a few candidates. */
class OrdersTest {

    /** Of five candidates: accepted and right, accepted and wrong, rejected and right, and twice rejected and wrong. */
    private static final boolean[] ACCEPTED = {true, true, false, false, false};

    private static final boolean[] RIGHT = {true, false, true, false, false};
    private static final double[] SCORES = {2, 1, 1, 0, -0.0};
    private static final int[] ANSWERS = {0, 0, 1, 2, -1};

    /** What an order comes to. */
    private interface Outcome {
        double of(int[] order);
    }

    private static double mean(boolean replacement, int k, Outcome outcome) {
        List<int[]> orders = new ArrayList<>();
        extend(new int[k], 0, replacement, orders);
        return orders.stream().mapToDouble(outcome::of).sum() / orders.size();
    }

    private static void extend(int[] order, int length, boolean replacement, List<int[]> into) {
        if (length == order.length) {
            into.add(order.clone());
            return;
        }
        for (int next = 0; next < RIGHT.length; next++) {
            int candidate = next;
            if (replacement || IntStream.range(0, length).noneMatch(i -> order[i] == candidate)) {
                order[length] = next;
                extend(order, length + 1, replacement, into);
            }
        }
    }

    private static Draws draws(boolean replacement) {
        return replacement ? Draws.withReplacement(RIGHT.length) : Draws.withoutReplacement(RIGHT.length);
    }

    private static int firstAccepted(int[] order) {
        return Arrays.stream(order).filter(i -> ACCEPTED[i]).findFirst().orElse(-1);
    }

    private static int drawn(int[] order) {
        return IntStream.range(0, order.length)
                .filter(i -> ACCEPTED[order[i]])
                .map(i -> i + 1)
                .findFirst()
                .orElse(order.length);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void firstAccepted_everyOrder_hasTheseMeans(boolean replacement) {
        FirstAcceptedReplay replay = new FirstAcceptedReplay(draws(replacement), 2, 1, 2);
        for (int k = 1; k <= 5; k++) {
            assertEquals(
                    mean(replacement, k, order -> firstAccepted(order) < 0 ? 1 : 0), replay.noneAccepted(k), 1e-14);
            assertEquals(
                    mean(replacement, k, order -> firstAccepted(order) == 0 ? 1 : 0), replay.acceptedRight(k), 1e-14);
            assertEquals(
                    mean(replacement, k, order -> firstAccepted(order) < 0 && RIGHT[order[order.length - 1]] ? 1 : 0),
                    replay.rejectedRight(k),
                    1e-14);
            assertEquals(mean(replacement, k, OrdersTest::drawn), replay.drawn(k), 1e-13);
            assertEquals(
                    mean(
                            replacement,
                            k,
                            order -> Arrays.stream(order, 0, drawn(order)).anyMatch(i -> RIGHT[i]) ? 1 : 0),
                    replay.covered(k),
                    1e-14);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void greatest_everyOrder_hasThisMean(boolean replacement) {
        double[] right = {1, 0, 1, 0, 0};
        GreatestOfReplay replay = new GreatestOfReplay(draws(replacement), SCORES, right);
        for (int k = 1; k <= 5; k++) {
            Outcome firstOfTheGreatest = order -> {
                int best = order[0];
                for (int candidate : order) {
                    best = SCORES[candidate] > SCORES[best] ? candidate : best;
                }
                return right[best];
            };
            assertEquals(mean(replacement, k, firstOfTheGreatest), replay.expected(k), 1e-14);
        }
    }

    /** The first answer is given by a right and a wrong candidate: whichever of them is drawn first stands for it. */
    @Test
    void majority_answersRightAndWrong_everyOrderHasThisMean() {
        MajorityReplay replay = MajorityReplay.ofClasses(new int[] {2, 1, 1}, new int[] {1, 1, 0}, 1);
        for (int k = 1; k <= 5; k++) {
            Outcome firstOfTheLeader = order -> {
                int[] votes = new int[3];
                Arrays.stream(order).filter(i -> ANSWERS[i] >= 0).forEach(i -> votes[ANSWERS[i]]++);
                int most = Arrays.stream(votes).max().orElseThrow();
                return Arrays.stream(order)
                        .filter(i -> ANSWERS[i] >= 0 && votes[ANSWERS[i]] == most)
                        .mapToDouble(i -> RIGHT[i] ? 1 : 0)
                        .findFirst()
                        .orElse(0);
            };
            assertEquals(mean(false, k, firstOfTheLeader), replay.accuracy(k), 1e-14);
        }
    }

    @Test
    void draws_withReplacement_goOnForEver() {
        Draws draws = Draws.withReplacement(10);
        assertEquals(0, draws.within(9, 1L << 40));
        assertEquals(10, draws.until(1, 1L << 40), 1e-12);
        assertEquals(1L << 40, draws.drawn(1L << 40));
        assertEquals(10, Draws.withoutReplacement(10).drawn(1L << 40));
        assertEquals(1, draws.until(10, 5));
        assertEquals(1, draws.within(0, 0));
    }

    @Test
    void counts_thatCannotBe_areRefused() {
        Draws draws = Draws.withoutReplacement(5);
        for (List<Integer> bad : List.of(List.of(6, 0, 0), List.of(2, 3, 3), List.of(2, 1, 0), List.of(2, 1, 5))) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> new FirstAcceptedReplay(draws, bad.get(0), bad.get(1), bad.get(2)));
        }
        assertThrows(IllegalArgumentException.class, () -> Draws.withReplacement(0));
        assertThrows(IllegalArgumentException.class, () -> new GreatestOfReplay(draws, new double[4], new double[5]));
        assertEquals(Collections.nCopies(2, 1.0), List.of(draws.within(5, 3), draws.within(0, 0)));
    }
}
