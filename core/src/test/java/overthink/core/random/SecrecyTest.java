package overthink.core.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Attacks that succeed when words are bare counters behind the finaliser, and find nothing as they are. Seeds fixed; a chance
 * hit of an attack on what is sound has probability below 1e-8.
 */
class SecrecyTest {

    /** The finaliser backwards: whoever sees a whole bare word knows its address. */
    private static long unmix(long word) {
        long z = word ^ (word >>> 31) ^ (word >>> 62);
        z *= inverse(0x94D049BB133111EBL);
        z = z ^ (z >>> 27) ^ (z >>> 54);
        z *= inverse(0xBF58476D1CE4E5B9L);
        return z ^ (z >>> 30) ^ (z >>> 60);
    }

    /** Modulo 2⁶⁴, by Newton's steps. */
    private static long inverse(long odd) {
        long x = odd;
        for (int i = 0; i < 6; i++) {
            x *= 2 - odd * x;
        }
        return x;
    }

    @Test
    void unmix_anyWord_isItsAddress() {
        for (long address = -1000; address < 1000; address++) {
            assertEquals(address * Address.GOLDEN, unmix(Address.mix(address * Address.GOLDEN)));
        }
    }

    /** Every word for which {@link Gaussian} gives {@code x} by its short way. */
    private static List<Long> wordsOf(double x) {
        List<Long> words = new ArrayList<>();
        for (int layer = 0; layer < 1024; layer++) {
            // the abscissa 2⁻¹⁰ lies inside every layer
            double width = Gaussian.of((0x8_0400_0000_0000L << 12) | layer) * 1024;
            long near = Math.round((x / width + 0.5) * 0x1p52);
            for (long abscissa = near - 2; abscissa <= near + 2; abscissa++) {
                if (abscissa >= 0 && abscissa < 1L << 52 && ((abscissa - (1L << 51)) * 0x1p-52) * width == x) {
                    for (int unseen = 0; unseen < 4; unseen++) {
                        long word = abscissa << 12 | (long) unseen << 10 | layer;
                        if (Gaussian.of(word) == x) {
                            words.add(word);
                        }
                    }
                }
            }
        }
        return words;
    }

    /** Whether three numbers come from bare words at equal steps: then the fourth is known, and all that follow. */
    private static boolean attack(double first, double second, double third) {
        Set<Long> thirds = new HashSet<>();
        for (long word : wordsOf(third)) {
            thirds.add(unmix(word));
        }
        long[] seconds = wordsOf(second).stream().mapToLong(SecrecyTest::unmix).toArray();
        for (long word : wordsOf(first)) {
            long address = unmix(word);
            for (long next : seconds) {
                if (thirds.contains(2 * next - address)) {
                    return true;
                }
            }
        }
        return false;
    }

    @Test
    void scores_ofThreeCandidates_doNotGiveTheFourth() {
        Origin origin = Origin.of(5);
        Lineage lineage = new Lineage();
        lineage.turnTo(origin, 0);
        lineage.begin(0);
        long mask = origin.mask(Purpose.OUTCOME_OWN, 0, 0);
        Site site = new Site(Purpose.OUTCOME_OWN);
        site.turnTo(origin, 0);
        site.begin(0);
        double[] bare = new double[3];
        double[] masked = new double[3];
        for (int i = 0; i < 3; i++) {
            long word = site.word(lineage.whole(i));
            assertTrue(wordsOf(Gaussian.of(word)).contains(word));
            masked[i] = Gaussian.of(word);
            bare[i] = Gaussian.of(word ^ mask);
        }
        assertTrue(attack(bare[0], bare[1], bare[2]), "the attack must succeed on bare words");
        // about 3,000 words for each number: 3,000³/2⁶⁴ = 1.5e-9
        assertTrue(!attack(masked[0], masked[1], masked[2]), "three scores give all others");
    }

    @Test
    void strategyStream_ofNeighbouringTrials_doesNotTellThem() {
        // a chain of finalisers and counters, once undone, shows trials as steps of the golden ratio
        Site chain = new Site(Purpose.SOUND);
        Origin origin = Origin.of(5);
        chain.turnTo(origin, 2);
        Set<Long> planted = new HashSet<>();
        Set<Long> steps = new HashSet<>();
        for (long trial = 0; trial < 1000; trial++) {
            chain.begin(trial);
            long here = unmix(chain.key());
            chain.begin(trial + 1);
            planted.add(unmix(chain.key()) - here);
            steps.add(unmix(start(origin, trial + 1)) - unmix(start(origin, trial)));
        }
        assertEquals(Set.of(Address.GOLDEN), planted);
        assertEquals(1000, steps.size());
    }

    /** Where a strategy's stream starts: from two words of it. */
    private static long start(Origin origin, long trial) {
        StrategyStream stream = new StrategyStream();
        stream.begin(origin, 2, trial);
        long one = unmix(stream.nextLong());
        long two = unmix(stream.nextLong());
        long start = 2 * one - two;
        assertEquals(two - one, Address.stride(start));
        return start;
    }

    @Test
    void strategyStream_begunAgain_repeatsItself() {
        Origin origin = Origin.of(5);
        StrategyStream stream = new StrategyStream();
        stream.begin(origin, 1, 2);
        long first = stream.nextLong();
        long second = stream.nextLong();
        stream.begin(origin, 1, 3);
        assertNotEquals(first, stream.nextLong());
        stream.begin(origin, 1, 2);
        assertEquals(first, stream.nextLong());
        assertEquals(second, stream.nextLong());
    }
}
