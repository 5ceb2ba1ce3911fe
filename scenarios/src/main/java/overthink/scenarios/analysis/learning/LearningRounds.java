package overthink.scenarios.analysis.learning;

import java.util.HashMap;
import java.util.Map;
import overthink.core.estimate.Bin;
import overthink.core.estimate.Quantity;
import overthink.core.estimate.Row;
import overthink.core.estimate.Sample;
import overthink.core.experiment.Experiment;
import overthink.core.law.difficulty.LogOddsMoves;
import overthink.core.model.SyntheticWorld;
import overthink.core.results.Results;

/**
 * What the policy has learnt of each strategy, round by round. Every strategy trains a policy of its own; the first policy of the
 * world learns, and what belongs to a problem beside its difficulty stays.
 *
 * <p>Rounds play the same trials with the same random numbers, so that they are compared trial by trial. Where numbers are of T
 * trials a problem, that a problem was lucky both moves it and shows again: it adds something in the order of rate/T to its
 * accuracy; exact rows have nothing of it.
 */
public final class LearningRounds {

    private final Map<Integer, LogOddsMoves> learnt = new HashMap<>();

    /** Nothing is learnt yet. */
    public LearningRounds() {}

    /**
     * What is run of a strategy at a round: in the first one the experiment as it is, later that of the policy that has learnt.
     *
     * @param strategy its number among those that are run
     * @param experiment of it alone
     */
    public Experiment at(int strategy, LearningQuestion question, Experiment experiment) {
        if (question.round() == 0) {
            learnt.remove(strategy);
        }
        LogOddsMoves moves = learnt.getOrDefault(strategy, LogOddsMoves.NONE);
        if (moves.size() == 0 || !(experiment.world() instanceof SyntheticWorld world)) {
            return experiment;
        }
        return new Experiment(
                world.with(world.problems().moved(moves), world.policy(), world.verifiers()),
                experiment.budgets(),
                experiment.strategies(),
                experiment.trials(),
                experiment.bins(),
                experiment.seed(),
                experiment.method(),
                experiment.utility(),
                experiment.observations());
    }

    /** Learns of what a strategy gave; of one that was stopped nothing. */
    public void learn(int strategy, LearningQuestion question, Results results) {
        Sample sample = null;
        for (int i = 0; i < results.rows().size(); i++) {
            Row row = results.rows().get(i);
            if (row.bin().equals(Bin.ALL)) {
                sample = results.samples().get(i); // budgets ascend
            }
        }
        if (sample == null) {
            return;
        }
        int[] problems = sample.problems();
        double[] right = new double[problems.length];
        double[] wrong = new double[problems.length];
        double[] means = new double[Quantity.COUNT];
        for (int i = 0; i < problems.length; i++) {
            sample.means(i, means);
            right[problems[i]] = means[Quantity.ACCURACY.ordinal()];
            wrong[problems[i]] =
                    question.keep() == LearningQuestion.Keep.RIGHT ? 0 : means[Quantity.FALSE_ACCEPTED.ordinal()];
        }
        learnt.merge(
                strategy,
                LogOddsMoves.NONE.after(question.rate(), right, wrong),
                (before, now) -> before.after(question.rate(), right, wrong));
    }
}
