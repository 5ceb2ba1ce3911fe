package overthink.core.experiment;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import overthink.core.estimate.BinPlan;
import overthink.core.estimate.Utility;
import overthink.core.model.World;

/**
 * What to run: strategies on a world under budgets.
 *
 * @param world the problems, the policy, the verifiers, the costs
 * @param budgets the budgets, of one resource
 * @param strategies the strategies with their parameters
 * @param trials how many
 * @param bins the bins of difficulty reported beside all problems together
 * @param seed of all randomness
 * @param method which way to the numbers is asked for
 * @param utility what answers are worth and what resources cost; empty when nothing says so
 * @param observations what is looked at in trials beside
 */
public record Experiment(
        World world,
        Budgets budgets,
        List<ConfiguredStrategy> strategies,
        TrialPlan trials,
        BinPlan bins,
        long seed,
        MethodChoice method,
        Optional<Utility> utility,
        Set<Observation> observations) {

    /**
     * Copies the collections.
     *
     * @throws IllegalArgumentException when there is no strategy
     */
    public Experiment {
        strategies = List.copyOf(strategies);
        observations = Set.copyOf(observations);
        if (strategies.isEmpty()) {
            throw new IllegalArgumentException("there must be at least one strategy");
        }
    }

    /** An experiment in which nothing is looked at beside. */
    public Experiment(
            World world,
            Budgets budgets,
            List<ConfiguredStrategy> strategies,
            TrialPlan trials,
            BinPlan bins,
            long seed,
            MethodChoice method,
            Optional<Utility> utility) {
        this(world, budgets, strategies, trials, bins, seed, method, utility, Set.of());
    }

    /** This experiment, with some things looked at beside. */
    public Experiment observing(Set<Observation> these) {
        return new Experiment(world, budgets, strategies, trials, bins, seed, method, utility, these);
    }

    /** Whether something is looked at. */
    public boolean observes(Observation observation) {
        return observations.contains(observation);
    }

    /** An experiment in which nothing says what answers are worth. */
    public Experiment(
            World world,
            Budgets budgets,
            List<ConfiguredStrategy> strategies,
            TrialPlan trials,
            BinPlan bins,
            long seed,
            MethodChoice method) {
        this(world, budgets, strategies, trials, bins, seed, method, Optional.empty());
    }

    /** An experiment that takes the best method for each strategy. */
    public Experiment(
            World world,
            Budgets budgets,
            List<ConfiguredStrategy> strategies,
            TrialPlan trials,
            BinPlan bins,
            long seed) {
        this(world, budgets, strategies, trials, bins, seed, MethodChoice.AUTO);
    }
}
