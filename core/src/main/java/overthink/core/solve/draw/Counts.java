package overthink.core.solve.draw;

import overthink.core.model.ProblemTruth;
import overthink.core.random.Binomial;
import overthink.core.random.CounterStream;
import overthink.core.random.Purpose;
import overthink.core.random.Site;

/**
 * What candidates add up to in a trial, budget by budget: how many of those that a budget adds are right, and how many of
 * the wrong ones are of each kind. Each budget's draws live at an address of their own and the right ones come first, so that
 * all strategies see as many right ones in the same trial.
 */
public final class Counts {

    private final Multinomial wrong = new Multinomial();
    private final CounterStream stream = new CounterStream();
    private double p;
    private long[] candidates = {};
    /** Of the trial in hand. */
    private Site site = new Site(Purpose.COUNTS);

    private int next;
    private long added;
    private long rights;

    /**
     * Turns to another problem.
     *
     * @param upTo how many candidates each budget pays for
     * @param weights of the kinds of wrong candidates
     */
    public void turnTo(ProblemTruth view, long[] upTo, double[] weights) {
        p = view.problem().p();
        candidates = upTo;
        wrong.weigh(weights);
    }

    /** Begins a trial. */
    public void begin(ProblemTruth view, long trial) {
        site = view.counts(trial);
        next = 0;
    }

    /** Draws what the next budget adds; false when there is none. */
    public boolean next() {
        if (next == candidates.length) {
            return false;
        }
        added = candidates[next] - (next == 0 ? 0 : candidates[next - 1]);
        if (added > 0) {
            site.move(stream, next);
            rights = Binomial.draw(added, p, stream);
        } else {
            rights = 0;
        }
        next++;
        return true;
    }

    /** The number of the budget, from 0. */
    public int budget() {
        return next - 1;
    }

    /** Whether the budget pays for a candidate. */
    public boolean some() {
        return candidates[next - 1] > 0;
    }

    /** How many candidates the budget adds. */
    public long added() {
        return added;
    }

    /** How many of them are right. */
    public long rights() {
        return rights;
    }

    /** The wrong ones among them by kind; to be asked for once a budget. */
    public Multinomial wrongs() {
        wrong.draw(added - rights, stream);
        return wrong;
    }
}
