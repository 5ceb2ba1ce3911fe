package overthink.core.trial;

import java.util.ArrayList;
import java.util.List;
import overthink.core.api.Resource;
import overthink.core.api.Strategy;
import overthink.core.experiment.Budgets;
import overthink.core.model.DrawnWorld;
import overthink.core.model.Model;
import overthink.core.model.World;
import overthink.core.random.Origin;

/**
 * Runs single trials of a strategy on one problem of a world, with the run's own sessions, meter and grades. For tests and
 * benchmarks; the simulator runs experiments.
 */
public final class TrialRunner {

    private final DrawnWorld drawn;
    private final Budgets budgets;
    private final TrialSession session;
    private final GuardedSession guarded;
    private final Tally tally;
    private final long tokensPerCall;
    private int problem;

    /** A runner whose one session is reused from trial to trial; a trial serves all budgets as checkpoints of one pass. */
    public TrialRunner(World world, Budgets budgets, long seed) {
        this.budgets = budgets;
        tokensPerCall = world.costs().tokensPerCall();
        drawn = world.draw(seed);
        session = new TrialSession(drawn.model(), world.costs(), budgets, Origin.of(seed), false);
        guarded = new GuardedSession(session, GuardedSession.Overseer.NONE);
        tally = new Tally(1, budgets.size());
    }

    /** How a trial stood at a budget. */
    public enum Grade {
        /** The answer committed is right. */
        CORRECT,
        /** The answer committed is wrong. */
        WRONG,
        /** No answer was committed. */
        ABSTAINED
    }

    /**
     * One trial at one budget.
     *
     * @param grade of what was committed
     * @param committed its handle, or {@link overthink.core.api.Session#NONE}
     * @param covered whether some candidate generated was correct
     * @param spent by {@link Resource#ordinal()}, in whole units; flops and usd are 0
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Outcome(Grade grade, int committed, boolean covered, long[] spent) {}

    /**
     * Runs a trial and says how it stood at each budget.
     *
     * @param problem its number in the world
     * @param trial its number
     */
    public List<Outcome> run(Strategy strategy, int problem, long trial) {
        tally.clear();
        runSilently(strategy, problem, trial);
        List<Outcome> outcomes = new ArrayList<>();
        for (int budget = 0; budget < budgets.size(); budget++) {
            boolean correct = tally.sum(0, budget, Tally.WORTH) == Model.RIGHT;
            boolean abstained = tally.sum(0, budget, Tally.ABSTAINED) == 1;
            long[] spent = new long[Resource.values().length];
            spent[Resource.STEPS.ordinal()] = tally.sum(0, budget, Tally.STEPS);
            spent[Resource.GENERATIONS.ordinal()] = tally.sum(0, budget, Tally.STEPS) / drawn.steps(problem);
            spent[Resource.TOKENS.ordinal()] = tally.sum(0, budget, Tally.TOKENS);
            spent[Resource.INPUT_TOKENS.ordinal()] = tally.sum(0, budget, Tally.PROMPT_TOKENS)
                    + tally.sum(0, budget, Tally.CACHED_TOKENS)
                    + tokensPerCall * tally.sum(0, budget, Tally.VERIFIER_CALLS);
            spent[Resource.VERIFIER_CALLS.ordinal()] = tally.sum(0, budget, Tally.VERIFIER_CALLS);
            spent[Resource.ROUNDS.ordinal()] = tally.sum(0, budget, Tally.ROUNDS);
            spent[Resource.LATENCY.ordinal()] = tally.sum(0, budget, Tally.NANOS);
            outcomes.add(new Outcome(
                    abstained ? Grade.ABSTAINED : correct ? Grade.CORRECT : Grade.WRONG,
                    session.committedAt(budget),
                    tally.sum(0, budget, Tally.COVERED) == 1,
                    spent));
        }
        return outcomes;
    }

    /** Runs a trial for its own sake: allocates nothing unless the strategy does. */
    public void runSilently(Strategy strategy, int problemNumber, long trial) {
        if (problem != problemNumber) {
            problem = problemNumber;
            session.turnTo(problemNumber);
        }
        guarded.play(strategy, trial, 0, budgets.size() - 1, tally);
    }
}
