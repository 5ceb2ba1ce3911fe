package overthink.core.solve.draw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import overthink.core.random.CounterStream;
import overthink.core.random.Origin;
import overthink.core.random.Purpose;
import overthink.core.random.Site;
import overthink.core.testkit.FalseAlarm;

/** Multinomial counts and the order of first appearances. Chances of a false alarm: 30 assertions of 1e−8. */
class CountsTest {

    private static final double EACH = 1e-8;

    @Tag("slow")
    @Test
    void multinomial_anySize_hasTheMarginsAndSums() {
        double[] weights = {2, 0, 5, 1, 0, 0, 12};
        Multinomial counts = new Multinomial();
        counts.weigh(weights);
        for (long n : new long[] {1, 7, 500, 1L << 40}) {
            CounterStream stream = new CounterStream(n);
            int draws = 100_000;
            double[] sums = new double[weights.length];
            double products = 0;
            for (int i = 0; i < draws; i++) {
                counts.draw(n, stream);
                long total = 0;
                double[] z = new double[weights.length];
                Arrays.setAll(z, k -> -(double) n * weights[k] / 20);
                for (int hit = 0; hit < counts.hits(); hit++) {
                    assertTrue(hit == 0 || counts.kind(hit) > counts.kind(hit - 1));
                    assertTrue(weights[counts.kind(hit)] > 0);
                    total += counts.count(hit);
                    z[counts.kind(hit)] += counts.count(hit);
                }
                assertEquals(n, total);
                for (int k = 0; k < z.length; k++) {
                    sums[k] += z[k];
                }
                products += z[2] * z[6];
            }
            for (int k : new int[] {0, 2, 3, 6}) {
                double share = weights[k] / 20;
                FalseAlarm.assertMean(
                        "kind %d of %d".formatted(k, n),
                        0,
                        sums[k] / draws,
                        Math.sqrt(n * share * (1 - share) / draws),
                        EACH);
            }
            // covariance −n·p·q; the product of two normals has a variance of at most twice that of its factors
            double bound = n * Math.sqrt(2 * 0.25 * 0.75 * 0.6 * 0.4) + n * 0.25 * 0.6;
            FalseAlarm.assertMean("covariance, " + n, -0.15 * n, products / draws, bound / Math.sqrt(draws), EACH);
        }
    }

    @Tag("slow")
    @Test
    void multinomial_aMillionKinds_costsWhatTheCandidatesCost() {
        double[] weights = new double[1_000_000];
        Arrays.fill(weights, 1);
        Multinomial counts = new Multinomial();
        counts.weigh(weights);
        CounterStream stream = new CounterStream(1);
        assertTimeout(Duration.ofSeconds(5), () -> {
            for (int i = 0; i < 20_000; i++) {
                counts.draw(16, stream);
                assertTrue(counts.hits() <= 16);
            }
        });
    }

    @Test
    void firstSeen_countsOfOneBudget_favourTheMoreFrequent() {
        int trials = 100_000;
        long before = 0;
        long last = 0;
        FirstSeen order = new FirstSeen();
        order.turnTo(3);
        Site site = site();
        for (int i = 0; i < trials; i++) {
            site.begin(i);
            order.begin(site);
            order.see(0, 0, 1);
            order.see(1, 0, 3);
            order.see(2, 0, 6);
            before += order.before(1, 0) ? 1 : 0;
            last += order.before(0, 1) && order.before(0, 2) ? 1 : 0;
        }
        // the first of all ten is of a kind in proportion to its count
        FalseAlarm.assertProportion("3 before 1", 0.75, before, trials, EACH);
        FalseAlarm.assertProportion("1 before 3 and 6", 0.1, last, trials, EACH);
    }

    @Test
    void firstSeen_earlierBudget_comesBefore() {
        FirstSeen order = new FirstSeen();
        order.turnTo(2);
        Site site = site();
        order.begin(site);
        assertTrue(order.see(1, 0, 1));
        assertTrue(order.see(0, 1, 1_000_000));
        assertTrue(!order.see(0, 2, 1));
        assertTrue(order.before(1, 0));
        site.begin(1);
        order.begin(site);
        assertEquals(0, order.size());
        assertTrue(!order.has(1));
    }

    private static Site site() {
        Site site = new Site(Purpose.FIRST_SEEN);
        site.turnTo(Origin.of(1), 0);
        return site;
    }
}
