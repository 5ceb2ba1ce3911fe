package overthink.core.fit.answer;

import java.util.Arrays;
import overthink.core.random.Address;
import overthink.core.random.Binomial;
import overthink.core.random.CounterStream;
import overthink.core.random.GammaDraw;

/**
 * A Pitman–Yor urn that goes on from classes that it has: of w votes in K classes, the next is for class a with probability
 * (n<sub>a</sub> − d)/(w + θ) and for a new one with (θ + K·d)/(w + θ).
 *
 * <p>Votes are drawn one by one until the class that leads is out of reach for those that are yet to come, or
 * {@value #MOST_ONE_BY_ONE} were drawn. From there on many are drawn at once: given the classes so far, their shares of all
 * further votes and the share of all classes to come are Dirichlet(n<sub>1</sub> − d, …, n<sub>K</sub> − d, θ + K·d) (Pitman
 * 1996, "Some developments of the Blackwell–MacQueen urn scheme", corollary 20), and the votes multinomial. What is
 * approximated then: classes out of the leader's reach stop growing, and classes to come are not told apart, so that none of
 * them wins. By Chernoff's bound the chance that one would overtake is below e<sup>−25</sup>, unless the votes one by one ran out;
 * then classes that come later than those are lost, which matters only where no class has a noticeable share.
 *
 * <p>One word a vote: with x uniform in [0, w + θ), below θ the vote is for a new class, else it copies the earlier vote of number
 * ⌊x − θ⌋, but for a chance of d/n<sub>a</sub>, by the fraction of x, that it is for a new class after all.
 */
final class Urn {

    /** The most votes that are drawn one by one. */
    static final int MOST_ONE_BY_ONE = 2048;

    /** The log of the chance below which a class counts as out of reach. */
    static final double OUT_OF_REACH = -25;

    /** Whether further votes let one class overtake another. */
    interface Race {

        /** Whether a class of {@code votes} votes may overtake the one that leads now; 0 votes stand for a class to come. */
        boolean open(int place, long votes);

        /** Looks at the urn again. */
        void look();
    }

    /** By place: the votes of a class; the recorded classes come first. */
    long[] votes = new long[64];

    /** How many classes there are. */
    int size;

    /** All votes. */
    long total;

    /** The votes of the largest class. */
    long largest;

    private double discount;
    private double concentration;
    /** The class of each vote, while votes are drawn one by one. */
    private int[] ballots = new int[256];

    private long ends;
    private long nextLook;
    private boolean together;
    private boolean laid;
    /** The places that grow, and by them: the weight of it and those after it, whoever is to come being last. */
    private int[] growing = {};

    private int growers;
    private double[] weights = {};
    private double[] rest = {};

    /** Takes over classes; discount and concentration 0 mean that all votes are for one class. */
    void begin(int[] sizes, int largestSize, int sum, double d, double theta) {
        discount = d;
        concentration = theta;
        size = sizes.length;
        if (votes.length < size) {
            votes = new long[2 * size];
        }
        for (int a = 0; a < size; a++) {
            votes[a] = sizes[a];
        }
        total = sum;
        largest = largestSize;
        together = false;
        laid = false;
        ends = total + MOST_ONE_BY_ONE;
        nextLook = total;
    }

    /** Draws votes until there are {@code target}, or the largest class has more than {@code enough}. */
    void growTo(long target, long enough, Race race, CounterStream stream) {
        if (total == target) {
            return;
        }
        if (discount == 0 && concentration == 0) {
            size = Math.max(size, 1);
            votes[0] = (total == 0 ? 0 : votes[0]) + target - total;
            total = target;
            largest = votes[0];
            return;
        }
        while (!together && total < target) {
            if (total >= Math.min(nextLook, ends)) {
                race.look();
                if (total >= ends || !race.open(size, 0)) {
                    drawShares(race, stream);
                    break;
                }
                nextLook = total + Math.max(16, (total - ends + MOST_ONE_BY_ONE) / 2);
            }
            oneByOne((int) Math.min(target, Math.min(nextLook, ends)), stream);
            if (largest > enough) {
                return;
            }
        }
        if (total < target) {
            manyAtOnce(target - total, stream);
        }
    }

    private void oneByOne(int until, CounterStream stream) {
        if (ballots.length < until) {
            ballots = Arrays.copyOf(ballots, 2 * until);
        }
        if (!laid) {
            laid = true;
            int vote = 0;
            for (int a = 0; a < size; a++) {
                Arrays.fill(ballots, vote, vote + (int) votes[a], a);
                vote += (int) votes[a];
            }
        }
        for (int vote = (int) total; vote < until; vote++) {
            double x = Address.uniform(stream.nextLong()) * (vote + concentration) - concentration;
            int place = size;
            if (x >= 0 && vote > 0) {
                int copied = Math.min((int) x, vote - 1);
                int old = ballots[copied];
                if ((x - copied) * votes[old] >= discount) {
                    place = old;
                }
            }
            if (place == size) {
                if (size == votes.length) {
                    votes = Arrays.copyOf(votes, 2 * size);
                }
                votes[size++] = 0;
            }
            ballots[vote] = place;
            largest = Math.max(largest, ++votes[place]);
        }
        total = until;
    }

    private void drawShares(Race race, CounterStream stream) {
        together = true;
        if (growing.length < size) {
            growing = new int[2 * size];
            weights = new double[2 * size];
            rest = new double[2 * size + 1];
        }
        growers = 0;
        double others = concentration + size * discount;
        for (int a = 0; a < size; a++) {
            if (race.open(a, votes[a])) {
                weights[growers] = GammaDraw.of(votes[a] - discount, stream);
                growing[growers++] = a;
            } else {
                others += votes[a] - discount;
            }
        }
        rest[growers] = others > 0 ? GammaDraw.of(others, stream) : 0;
        for (int i = growers - 1; i >= 0; i--) {
            rest[i] = rest[i + 1] + weights[i];
        }
    }

    private void manyAtOnce(long more, CounterStream stream) {
        long left = more;
        for (int i = 0; i < growers && left > 0; i++) {
            long drawn = Binomial.draw(left, rest[i] > 0 ? weights[i] / rest[i] : 1, stream);
            long all = votes[growing[i]] + drawn;
            votes[growing[i]] = all;
            largest = Math.max(largest, all);
            left -= drawn;
        }
        total += more;
    }

    /**
     * Whether a class of {@code fewer} votes may overtake one of {@code more}, its votes counting {@code ratio} times as much: the log
     * of Chernoff's bound on P(ratio·G<sub>fewer</sub> ≥ G<sub>more</sub>), G of gamma numbers, is not below {@link #OUT_OF_REACH}.
     */
    static boolean mayOvertake(double fewer, double more, double ratio) {
        if (ratio * fewer >= more) {
            return true;
        }
        if (ratio <= 0) {
            return false;
        }
        double all = fewer + more;
        double bound = -fewer * StrictMath.log(fewer * (1 + ratio) / all)
                - more * StrictMath.log(more * (1 + ratio) / (ratio * all));
        return bound >= OUT_OF_REACH;
    }
}
