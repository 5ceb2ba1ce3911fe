package overthink.strategies.adaptive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BetaRuleTest {

    private static int[] leastFirst(double threshold, int count) {
        BetaRule rule = new BetaRule(threshold);
        return IntStream.range(0, count).map(rule::leastFirst).toArray();
    }

    /** What the Beta rule of Pranjal2041/AdaptiveConsistency gives, run on these votes. */
    @Test
    void leastFirst_otherToolsThresholds_sameTables() {
        assertArrayEquals(new int[] {4, 6, 8, 9, 11, 12, 14, 15, 17}, leastFirst(0.95, 9));
        assertArrayEquals(new int[] {2, 3, 5, 6, 7, 9, 10, 11, 12}, leastFirst(0.8, 9));
        assertArrayEquals(new int[] {6, 9, 11, 13, 14, 16, 18, 19, 21}, leastFirst(0.99, 9));
    }

    @Test
    void leastFirst_askedForInAnyOrder_same() {
        int[] table = leastFirst(0.95, 200);
        BetaRule rule = new BetaRule(0.95);
        for (int second = 199; second >= 0; second--) {
            assertEquals(table[second], rule.leastFirst(second));
        }
        assertTrue(new BetaRule(1).leastFirst(0) > 1_000_000, "never");
    }

    /** I½(a, b) for whole a and b is a binomial tail: the chance of at least a heads in a + b − 1 tosses. */
    @Test
    void doubt_anyVotes_binomialTail() {
        for (int first = 0; first < 30; first++) {
            for (int second = 0; second < 30; second++) {
                int tosses = first + second + 1;
                BigInteger ways = BigInteger.ZERO;
                for (int heads = first + 1; heads <= tosses; heads++) {
                    ways = ways.add(choose(tosses, heads));
                }
                assertEquals(ways.doubleValue() / Math.pow(2, tosses), BetaRule.doubt(first, second), 1e-13);
            }
        }
    }

    private static BigInteger choose(int n, int k) {
        BigInteger product = BigInteger.ONE;
        for (int i = 1; i <= k; i++) {
            product = product.multiply(BigInteger.valueOf(n - k + i)).divide(BigInteger.valueOf(i));
        }
        return product;
    }
}
