package overthink.core.solve.draw;

import java.util.Arrays;
import overthink.core.random.Address;
import overthink.core.random.Purpose;
import overthink.core.random.Site;

/**
 * Which of two kinds of candidates was seen first in a trial, given how many of each kind every budget added.
 *
 * <p>A kind first seen under an earlier budget comes before. Within one budget every order of the candidates is equally
 * likely, as if each came at a uniform time of its own: the first of c candidates comes at 1 − U<sup>1/c</sup>, independently
 * of other kinds. The time is drawn when it is asked for, at the kind's own address.
 */
public final class FirstSeen {

    /** By kind: the budget and the count that it was first seen with; −1 before. */
    private int[] budgets = {};

    private long[] counts = {};
    private int[] seen = new int[16];
    private int size;
    /** Of the trial in hand. */
    private Site site = new Site(Purpose.FIRST_SEEN);

    /** Turns to a problem with so many kinds. */
    public void turnTo(int kinds) {
        if (budgets.length < kinds) {
            budgets = new int[kinds];
            counts = new long[kinds];
            Arrays.fill(budgets, -1);
            size = 0;
        }
    }

    /** Begins a trial. */
    public void begin(Site trial) {
        for (int i = 0; i < size; i++) {
            budgets[seen[i]] = -1;
        }
        size = 0;
        site = trial;
    }

    /** Some candidates of a kind come; true when they are the first of it. */
    public boolean see(int kind, int budget, long count) {
        if (budgets[kind] >= 0) {
            return false;
        }
        budgets[kind] = budget;
        counts[kind] = count;
        if (size == seen.length) {
            seen = Arrays.copyOf(seen, 2 * size);
        }
        seen[size++] = kind;
        return true;
    }

    /** How many kinds were seen. */
    public int size() {
        return size;
    }

    /** A kind that was seen, in no particular order. */
    public int kind(int index) {
        return seen[index];
    }

    /** Whether a kind was seen. */
    public boolean has(int kind) {
        return budgets[kind] >= 0;
    }

    /** Whether {@code one} was seen before {@code other}; both were seen. */
    public boolean before(int one, int other) {
        return budgets[one] != budgets[other] ? budgets[one] < budgets[other] : earliness(one) > earliness(other);
    }

    /** log U/c. */
    private double earliness(int kind) {
        return StrictMath.log(Address.uniform(site.slot(kind))) / counts[kind];
    }
}
