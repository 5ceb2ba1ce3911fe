package overthink.core.fit.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import overthink.core.random.CounterStream;

/**
 * How urns grow, against closed forms. Each stochastic assertion allows six standard errors: a chance of 2e-9 each, below 1e-7 for
 * all of them. Seeds fixed.
 */
class UrnTest {

    private static final int DRAWS = 200_000;
    private static final long SEED = 20261128;

    /** Nobody is ever out of reach. */
    static final Urn.Race ALL_OPEN = new Urn.Race() {
        @Override
        public boolean open(int place, long votes) {
            return true;
        }

        @Override
        public void look() {}
    };

    /** All votes many at once, from the start. */
    private static final Urn.Race AT_ONCE = new Urn.Race() {
        @Override
        public boolean open(int place, long votes) {
            return votes > 0;
        }

        @Override
        public void look() {}
    };

    private static void assertMean(double expected, double sum, double squares, int draws, String what) {
        double mean = sum / draws;
        double error = StrictMath.sqrt(Math.max(0, squares / draws - mean * mean) / draws);
        assertEquals(expected, mean, 6 * error + 1e-12, what);
    }

    @Test
    void growTo_twoVotes_hasTheClosedForm() {
        // from (3, 1) with d = .3 and θ = 1.2: the first further vote is for the first class with probability 2.7/5.2;
        // both
        // are with 2.7/5.2·3.7/6.2, and both found new classes with 1.8/5.2·2.1/6.2
        CounterStream stream = new CounterStream(SEED);
        Urn urn = new Urn();
        int[] sizes = {3, 1};
        long both = 0;
        long found = 0;
        for (int draw = 0; draw < DRAWS; draw++) {
            urn.begin(sizes, 3, 4, 0.3, 1.2);
            urn.growTo(6, Long.MAX_VALUE, ALL_OPEN, stream);
            both += urn.votes[0] == 5 ? 1 : 0;
            found += urn.size == 4 ? 1 : 0;
        }
        assertMean(2.7 / 5.2 * 3.7 / 6.2, both, both, DRAWS, "both for the first");
        assertMean(1.8 / 5.2 * 2.1 / 6.2, found, found, DRAWS, "two new classes");
        // a plain Dirichlet urn of the same θ would give other numbers, which these assertions reject
        assertTrue(Math.abs(3 / 5.2 * 4 / 6.2 - 2.7 / 5.2 * 3.7 / 6.2) * DRAWS > 12 * StrictMath.sqrt(0.25 * DRAWS));
    }

    @Tag("slow")
    @Test
    void growTo_manyAtOnce_hasTheMomentsOfOneByOne() {
        // the share of a class after any number of votes has the mean (n − d)/(w + θ); after 100 further votes its
        // variance is that of a beta-binomial number of 100 trials with a = n − d and b = w + θ − n + d
        int[] sizes = {5, 2, 1};
        double d = 0.25;
        double theta = 1.5;
        double a = 5 - d;
        double b = 8 + theta - 5 + d;
        double mean = 100 * a / (a + b);
        double second = mean * (100 - mean) / 100 * (a + b + 100) / (a + b + 1) + mean * mean;
        for (Urn.Race race : new Urn.Race[] {ALL_OPEN, AT_ONCE}) {
            CounterStream stream = new CounterStream(SEED + 1);
            Urn urn = new Urn();
            double sum = 0;
            double squares = 0;
            double fourth = 0;
            int draws = DRAWS / 4;
            for (int draw = 0; draw < draws; draw++) {
                urn.begin(sizes, 5, 8, d, theta);
                urn.growTo(108, Long.MAX_VALUE, race, stream);
                double more = urn.votes[0] - 5;
                sum += more;
                squares += more * more;
                fourth += more * more * more * more;
            }
            assertMean(mean, sum, squares, draws, "votes");
            assertMean(second, squares, fourth, draws, "their squares");
        }
    }

    @Test
    void growTo_stepByStep_isGrowingAtOnce() {
        Urn urn = new Urn();
        Urn other = new Urn();
        CounterStream stream = new CounterStream(SEED + 2);
        CounterStream same = new CounterStream(SEED + 2);
        urn.begin(new int[] {2, 2}, 2, 4, 0.5, 2);
        other.begin(new int[] {2, 2}, 2, 4, 0.5, 2);
        urn.growTo(300, Long.MAX_VALUE, ALL_OPEN, stream);
        for (int votes = 5; votes <= 300; votes++) {
            other.growTo(votes, Long.MAX_VALUE, ALL_OPEN, same);
        }
        assertEquals(urn.size, other.size);
        for (int a = 0; a < urn.size; a++) {
            assertEquals(urn.votes[a], other.votes[a]);
        }
    }

    @Test
    void growTo_fromNothing_beginsWithANewClass() {
        Urn urn = new Urn();
        CounterStream stream = new CounterStream(SEED + 3);
        urn.begin(new int[0], 0, 0, 0, 0.02);
        urn.growTo(1, Long.MAX_VALUE, ALL_OPEN, stream);
        assertEquals(1, urn.size);
        assertEquals(1, urn.largest);
    }

    @Test
    void growTo_limits_areOneClassAndAllAlone() {
        Urn urn = new Urn();
        CounterStream stream = new CounterStream(SEED + 4);
        urn.begin(new int[0], 0, 0, 0, 0);
        urn.growTo(50, Long.MAX_VALUE, ALL_OPEN, stream);
        assertEquals(1, urn.size);
        assertEquals(50, urn.votes[0]);
        urn.begin(new int[0], 0, 0, 0, 1e12);
        urn.growTo(50, Long.MAX_VALUE, ALL_OPEN, stream);
        assertEquals(50, urn.size, "two of fifty agree with a chance of 1e-9");
        urn.begin(new int[0], 0, 0, 0.3, 2);
        urn.growTo(2_000_000, Long.MAX_VALUE, ALL_OPEN, stream);
        assertEquals(2_000_000, urn.total);
    }

    @Test
    void growTo_theNumberOfClasses_isThatOfTheProcess() {
        // d = 0: Σ θ/(θ + i) classes of w votes
        double theta = 3;
        double expected = 0;
        for (int i = 0; i < 200; i++) {
            expected += theta / (theta + i);
        }
        CounterStream stream = new CounterStream(SEED + 5);
        Urn urn = new Urn();
        double sum = 0;
        double squares = 0;
        int draws = 20_000;
        for (int draw = 0; draw < draws; draw++) {
            urn.begin(new int[0], 0, 0, 0, theta);
            urn.growTo(200, Long.MAX_VALUE, ALL_OPEN, stream);
            sum += urn.size;
            squares += (double) urn.size * urn.size;
        }
        assertMean(expected, sum, squares, draws, "classes");
    }

    @Test
    void mayOvertake_closeAndFar_differ() {
        assertTrue(Urn.mayOvertake(5, 6, 1));
        assertTrue(Urn.mayOvertake(1, 20, 1));
        assertFalse(Urn.mayOvertake(1, 60, 1));
        assertTrue(Urn.mayOvertake(1, 60, 10), "its votes count ten times as much");
        assertFalse(Urn.mayOvertake(800, 1200, 1));
    }
}
