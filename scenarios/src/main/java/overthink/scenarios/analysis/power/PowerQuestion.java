package overthink.scenarios.analysis.power;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import overthink.core.api.RealRange;
import overthink.core.api.WholeRange;
import overthink.core.estimate.Estimate;
import overthink.core.estimate.TwoSidedTest;
import overthink.core.experiment.Experiment;
import overthink.core.experiment.TrialPlan;
import overthink.core.run.PairedRun;

/**
 * What is asked: how many problems prove that one of two strategies is better. A <i>sample</i> is one go of a strategy at a
 * problem under its budget, which ends in an answer; both strategies get as many.
 *
 * @param first one strategy
 * @param second the other
 * @param test that is to find the difference
 * @param samples of each problem, ascending; infinity for what no number of samples improves on
 * @param problems that there are, of which it is asked what they can show
 * @param usdPerCandidate dollars that each candidate costs with its verdicts; empty for the world's prices
 * @param usdPerProblem dollars that each problem costs beside its samples, at least 0
 */
public record PowerQuestion(
        Contender first,
        Contender second,
        TwoSidedTest test,
        List<Double> samples,
        OptionalLong problems,
        OptionalDouble usdPerCandidate,
        double usdPerProblem) {

    /** How many samples of a problem there may be. */
    public static final WholeRange SAMPLES = new WholeRange(1, 1_000_000);

    /** How many problems there may be. */
    public static final WholeRange PROBLEMS = new WholeRange(2, 1_000_000_000);

    /** What a candidate or a problem may cost. */
    public static final RealRange PRICE = new RealRange(0, 1e9);

    private static final long FEWEST_TRIALS = 32;

    /** Copies the list. */
    public PowerQuestion {
        samples = List.copyOf(samples);
    }

    /**
     * The trials of each problem that an experiment asks for: its count; where it asks for a precision, as many as make the
     * 95 % half-width of the difference, whose variance within a problem is 1 at most, no larger by trials: z²/(P·h²), at least
     * {@value #FEWEST_TRIALS}.
     */
    public static int trials(Experiment experiment) {
        int problems = experiment.world().size();
        long most = Math.max(2, PairedRun.MOST_TRIALS / problems);
        if (experiment.trials() instanceof TrialPlan.Precision precision) {
            double z = Estimate.Z95 / precision.halfWidth();
            double enough = Math.ceil(z * z / problems);
            return (int) Math.min(most, Math.max(FEWEST_TRIALS, enough));
        }
        return (int) Math.min(most, Math.max(2, ((TrialPlan.Count) experiment.trials()).perProblem()));
    }
}
