package overthink.core.law.part;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PartChancesTest {

    private static double[] chances(int count, double p) {
        double[] chances = new double[count];
        Arrays.fill(chances, p);
        return chances;
    }

    @Test
    void independentParts_areBinomial() {
        double[] law = PartChances.right(PartGraph.none(5), chances(5, 0.3), chances(5, 0));
        double choose = 1;
        for (int k = 0; k <= 5; k++) {
            assertEquals(choose * Math.pow(0.3, k) * Math.pow(0.7, 5 - k), law[k], 1e-15);
            choose = choose * (5 - k) / (k + 1);
        }
    }

    @Test
    void chain_withoutRecovery_endsWithItsFirstMistake() {
        double[] law = PartChances.right(PartGraph.chain(4), chances(4, 0.8), chances(4, 0));
        for (int k = 0; k < 4; k++) {
            assertEquals(Math.pow(0.8, k) * 0.2, law[k], 1e-15);
        }
        assertEquals(Math.pow(0.8, 4), law[4], 1e-15);
    }

    /** The recursion over a forest against all outcomes, on random forests with chances of their own. */
    @Test
    void forests_areWhatTheirOutcomesAddUpTo() {
        SplittableRandom random = new SplittableRandom(4);
        for (int round = 0; round < 60; round++) {
            int count = 1 + random.nextInt(9);
            int[][] before = new int[count][0];
            double[] sound = new double[count];
            double[] flawed = new double[count];
            for (int part = 0; part < count; part++) {
                sound[part] = random.nextDouble();
                flawed[part] = sound[part] * random.nextDouble();
                if (part < count - 1 && random.nextInt(4) > 0) {
                    int parent = part + 1 + random.nextInt(count - part - 1);
                    before[parent] = Arrays.copyOf(before[parent], before[parent].length + 1);
                    before[parent][before[parent].length - 1] = part;
                }
            }
            PartGraph graph = new PartGraph(before);
            assertTrue(graph.forest());
            double[] outcomes = new double[count + 1];
            for (long rights = 0; rights < 1L << count; rights++) {
                double chance = 1;
                for (int part = 0; part < count; part++) {
                    double p = PartChances.sees(graph, part, rights) ? sound[part] : flawed[part];
                    chance *= (rights >>> part & 1) == 1 ? p : 1 - p;
                }
                outcomes[Long.bitCount(rights)] += chance;
            }
            assertArrayEquals(outcomes, PartChances.right(graph, sound, flawed), 1e-14);
            // planted: parts that do not wait are another law, unless nothing waits or all is lost either way
            double[] free = PartChances.right(PartGraph.none(count), sound, flawed);
            boolean waits = Arrays.stream(before).anyMatch(own -> own.length > 0);
            assertEquals(waits, Math.abs(free[0] - outcomes[0]) + Math.abs(free[count] - outcomes[count]) > 1e-12);
        }
    }

    @Test
    void graphs_haveNoCycles_andKnownSpans() {
        assertThrows(IllegalArgumentException.class, () -> new PartGraph(new int[] {0}), "waits for itself");
        assertThrows(
                IllegalArgumentException.class, () -> new PartGraph(new int[] {1}, new int[] {}), "for a later one");
        assertEquals(1, PartGraph.none(7).span());
        assertEquals(7, PartGraph.chain(7).span());
        PartGraph tree = PartGraph.tree(7, 2);
        assertEquals(3, tree.span());
        assertArrayEquals(new int[] {4, 5}, tree.before(6));
        assertEquals(4 + 2 + 1, tree.rounds(1, 1));
        assertEquals(3, tree.rounds(1, 4));
        assertEquals(2 + 1 + 1, tree.rounds(1, 2));
        PartGraph shared = new PartGraph(new int[][] {{}, {0}, {0}, {1, 2}});
        assertEquals(0.9 * 0.81 * 0.9, PartChances.right(shared, chances(4, 0.9), chances(4, 0))[4], 1e-15);
        int[][] wide = new int[17][0];
        wide[1] = new int[] {0};
        wide[2] = new int[] {0};
        assertThrows(
                IllegalArgumentException.class,
                () -> PartChances.right(new PartGraph(wide), chances(17, 0.5), chances(17, 0)));
    }
}
