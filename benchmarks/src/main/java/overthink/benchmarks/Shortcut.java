package overthink.benchmarks;

import java.util.List;
import java.util.Map;
import overthink.core.engine.Budgets;
import overthink.core.engine.Contestant;
import overthink.core.engine.Experiment;
import overthink.core.engine.MethodChoice;
import overthink.core.engine.Progress;
import overthink.core.engine.Results;
import overthink.core.engine.TrialPlan;
import overthink.core.estimate.BinPlan;
import overthink.core.estimate.Row;
import overthink.core.shortcut.Experiments;
import overthink.core.world.World;

/**
 * A strategy at one budget by a method of choice, on one thread.
 *
 * @param contestant the strategy
 * @param method which is asked for
 * @param trials how many, of a method that makes any
 */
record Shortcut(Contestant contestant, MethodChoice method, TrialPlan trials) {

    /** A strategy by name. */
    static Shortcut of(String strategy, Map<String, ?> given, MethodChoice method, TrialPlan trials) {
        return new Shortcut(Roster.named(strategy, given), method, trials);
    }

    /**
     * The row of a whole experiment with a budget of {@code n} generations.
     *
     * @throws IllegalArgumentException when the method does not apply
     * @throws IllegalStateException when the strategy was stopped
     */
    Row row(World world, long n, long seed) {
        Results results = Experiments.run(
                new Experiment(
                        world, Budgets.generations(n), List.of(contestant), trials, new BinPlan.None(), seed, method),
                1,
                Progress.SILENT);
        if (!results.faults().isEmpty()) {
            throw new IllegalStateException("stopped: " + results.faults());
        }
        return results.rows().get(0);
    }

    /** Seconds that {@link #row} takes. */
    double seconds(World world, long n, long seed) {
        long start = System.nanoTime();
        row(world, n, seed);
        return (System.nanoTime() - start) / 1e9;
    }
}
