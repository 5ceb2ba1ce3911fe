package overthink.core.trial;

import org.jspecify.annotations.Nullable;
import overthink.core.api.Session;
import overthink.core.model.Model;

/** Grades what is committed: one grade in the tally for each checkpoint that closes. Knows what candidates are worth, and no cost. */
final class Grader {

    private final Model model;
    private final int[] committedAt;
    private final @Nullable Census census;
    private final int qualities;
    private Tally tally;
    private int problem;
    private int committed = Session.NONE;
    private boolean covered;

    /**
     * A grader of one model's trials.
     *
     * @param counting whether it also counts what the candidates are
     */
    Grader(Model model, int budgets, boolean counting) {
        this.model = model;
        census = counting ? new Census(model) : null;
        committedAt = new int[budgets];
        qualities = model.qualities();
        tally = new Tally(1, budgets);
    }

    /** Begins a trial whose grades are added to {@code into}. */
    void begin(Tally into, int ofProblem) {
        tally = into;
        problem = ofProblem;
        committed = Session.NONE;
        covered = false;
        if (census != null) {
            census.begin();
        }
    }

    /** Commits to a candidate, or to {@link Session#NONE}. */
    void commit(int candidate) {
        committed = candidate;
    }

    /** Hears that candidates were made, and whether one of them is right. */
    void made(boolean right) {
        covered |= right;
    }

    /** Closes a checkpoint with what is committed now and was spent. */
    void close(int budget, Ledger ledger) {
        boolean abstained = committed == Session.NONE;
        committedAt[budget] = committed;
        tally.add(problem, budget, abstained ? 0 : model.worth(committed), abstained, covered, ledger);
        if (qualities > 0 && !abstained) {
            for (int which = 0; which < qualities; which++) {
                tally.rate(problem, budget, which, model.quality(committed, which));
            }
        }
        if (census != null) {
            census.look();
            tally.count(problem, budget, census.right(), census.distinct(), census.length(committed));
        }
    }

    /** What was committed when the checkpoint closed. */
    int committedAt(int budget) {
        return committedAt[budget];
    }
}
