package overthink.benchmarks;

import java.util.List;
import java.util.Map;
import overthink.core.estimate.BinPlan;
import overthink.core.estimate.Row;
import overthink.core.experiment.Budgets;
import overthink.core.experiment.ConfiguredStrategy;
import overthink.core.experiment.Experiment;
import overthink.core.experiment.MethodChoice;
import overthink.core.experiment.Progress;
import overthink.core.experiment.TrialPlan;
import overthink.core.model.SyntheticWorld;
import overthink.core.results.Results;
import overthink.core.run.Simulator;

/**
 * A strategy at one budget by a method of choice, on one thread.
 *
 * @param configured the strategy
 * @param method which is asked for
 * @param trials how many, of a method that makes any
 */
public record TimedShortcut(ConfiguredStrategy configured, MethodChoice method, TrialPlan trials) {

    /** A strategy by name. */
    static TimedShortcut of(String strategy, Map<String, ?> given, MethodChoice method, TrialPlan trials) {
        return new TimedShortcut(Roster.named(strategy, given), method, trials);
    }

    /**
     * The row of a whole experiment with a budget of {@code n} generations.
     *
     * @throws IllegalArgumentException when the method does not apply
     * @throws IllegalStateException when the strategy was stopped
     */
    Row row(SyntheticWorld world, long n, long seed) {
        Results results = Simulator.run(
                new Experiment(
                        world, Budgets.generations(n), List.of(configured), trials, new BinPlan.None(), seed, method),
                1,
                Progress.SILENT);
        if (!results.faults().isEmpty()) {
            throw new IllegalStateException("stopped: " + results.faults());
        }
        return results.rows().get(0);
    }

    /** Seconds that {@link #row} takes. */
    double seconds(SyntheticWorld world, long n, long seed) {
        long start = System.nanoTime();
        row(world, n, seed);
        return (System.nanoTime() - start) / 1e9;
    }
}
