package overthink.core.shortcut;

import org.jspecify.annotations.Nullable;
import overthink.core.engine.ProblemView;
import overthink.core.random.CounterStream;
import overthink.core.random.Site;

/**
 * What candidates add up to in a trial, budget by budget: how many of those that a budget adds are right, and how many of
 * the wrong ones are of each kind. Each budget's draws live at an address of their own and the right ones come first, so that
 * all strategies see as many right ones in the same trial.
 */
final class Counts {

    private final Multinomial wrong = new Multinomial();
    private final CounterStream stream = new CounterStream();
    private double p;
    private long[] candidates = {};
    private @Nullable Site site;
    private int next;
    private long added;
    private long rights;

    /**
     * Turns to another problem.
     *
     * @param upTo how many candidates each budget pays for
     * @param weights of the kinds of wrong candidates
     */
    void turnTo(ProblemView view, long[] upTo, double[] weights) {
        p = view.problem().p();
        candidates = upTo;
        wrong.weigh(weights);
    }

    /** Begins a trial. */
    void begin(ProblemView view, long trial) {
        site = view.counts(trial);
        next = 0;
    }

    /** Draws what the next budget adds; false when there is none. */
    boolean next() {
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
    int budget() {
        return next - 1;
    }

    /** Whether the budget pays for a candidate. */
    boolean some() {
        return candidates[next - 1] > 0;
    }

    /** How many candidates the budget adds. */
    long added() {
        return added;
    }

    /** How many of them are right. */
    long rights() {
        return rights;
    }

    /** The wrong ones among them by kind; to be asked for once a budget. */
    Multinomial wrongs() {
        wrong.draw(added - rights, stream);
        return wrong;
    }
}
