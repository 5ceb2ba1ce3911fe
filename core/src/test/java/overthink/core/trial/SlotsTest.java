package overthink.core.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SlotsTest {

    /** List scheduling as it is told: each call goes to the place that is free first. */
    private static double told(int places, double[] durations) {
        double[] free = new double[places];
        double end = 0;
        for (double duration : durations) {
            int first = 0;
            for (int i = 1; i < places; i++) {
                if (free[i] < free[first]) {
                    first = i;
                }
            }
            free[first] += duration;
            end = Math.max(end, free[first]);
        }
        return end;
    }

    @Test
    void end_callsOfAnyLength_isThatOfListScheduling() {
        SplittableRandom random = new SplittableRandom(5);
        for (int round = 0; round < 3000; round++) {
            int places = 1 + random.nextInt(12);
            int alike = random.nextInt(30);
            double[] durations = new double[alike + random.nextInt(40)];
            for (int i = 0; i < durations.length; i++) {
                durations[i] = i < alike ? 3 : random.nextInt(9);
            }
            Slots slots = new Slots(places);
            slots.clear();
            for (int i = 0; i < durations.length; i++) {
                double foretold = slots.endAfter(durations[i]);
                slots.add(1, durations[i]);
                assertEquals(foretold, slots.end());
            }
            assertEquals(told(places, durations), slots.end(), places + " places");
        }
    }

    @Test
    void add_severalAtOnce_equalsOneByOne() {
        SplittableRandom random = new SplittableRandom(6);
        for (int round = 0; round < 2000; round++) {
            int places = random.nextInt(4) == 0 ? Integer.MAX_VALUE : 1 + random.nextInt(12);
            Slots together = new Slots(places);
            Slots single = new Slots(places);
            together.clear();
            single.clear();
            for (int batch = 0; batch < 6; batch++) {
                int calls = 1 + random.nextInt(20);
                double duration = 1 + random.nextInt(3);
                together.add(calls, duration);
                for (int call = 0; call < calls; call++) {
                    single.add(1, duration);
                }
                assertEquals(single.end(), together.end());
            }
        }
    }

    @Test
    void end_placesForAll_isTheLongestWithoutAHeap() {
        Slots slots = new Slots(Integer.MAX_VALUE);
        slots.clear();
        slots.add(2_000_000_000, 4);
        slots.add(2_000_000_000, 7);
        slots.add(2_000_000_000, 5);
        assertEquals(7, slots.end());
    }

    /**
     * Two places and ten calls of 1 to 100 s, each length alike. Placing a call of L on the one that is free first turns the
     * difference d of the two ends into |d − L|; the last end is (the sum + d)/2, so its mean is (505 + E d)/2 = 269.2, by
     * recursion over d. 40,000 rounds, standard error about 0.25: a right program fails with a chance below 1e-8 (6 of them);
     * waves of two, each as long as the longer, take 5·67.17 = 335.8 and are rejected.
     */
    @Test
    void end_twoPlacesTenUniformCalls_hasTheMeanOfListScheduling() {
        double[] chance = new double[101];
        chance[0] = 1;
        for (int call = 0; call < 10; call++) {
            double[] next = new double[101];
            for (int d = 0; d <= 100; d++) {
                for (int length = 1; length <= 100; length++) {
                    next[Math.abs(d - length)] += chance[d] / 100;
                }
            }
            chance = next;
        }
        double difference = 0;
        for (int d = 0; d <= 100; d++) {
            difference += d * chance[d];
        }
        double expected = (10 * 50.5 + difference) / 2;
        assertEquals(269.2, expected, 0.06);
        SplittableRandom random = new SplittableRandom(7);
        Slots slots = new Slots(2);
        int rounds = 40_000;
        double sum = 0;
        double squares = 0;
        double inWaves = 0;
        for (int round = 0; round < rounds; round++) {
            slots.clear();
            double longer = 0;
            for (int call = 0; call < 10; call++) {
                int length = 1 + random.nextInt(100);
                slots.add(1, length);
                longer = call % 2 == 0 ? length : Math.max(longer, length);
                inWaves += call % 2 == 0 ? 0 : longer;
            }
            sum += slots.end();
            squares += slots.end() * slots.end();
        }
        double mean = sum / rounds;
        double error = Math.sqrt((squares / rounds - mean * mean) / rounds);
        assertEquals(expected, mean, 6 * error);
        assertTrue(Math.abs(inWaves / rounds - expected) > 6 * error);
    }
}
