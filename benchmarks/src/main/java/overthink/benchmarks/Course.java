package overthink.benchmarks;

import java.util.Set;
import java.util.stream.Collectors;
import overthink.core.api.Capability;
import overthink.core.api.Resource;
import overthink.core.api.Strategy;
import overthink.core.experiment.Budgets;
import overthink.core.experiment.ConfiguredStrategy;
import overthink.core.model.SyntheticWorld;
import overthink.core.trial.TrialRunner;

/**
 * A strategy at one budget on the problems of {@link PeerWorld}, a block of trials at a time: what a benchmark times. A block
 * is on one problem, as the engine's shards are; the next block is on the next problem, and no trial is run twice.
 */
final class Course {

    /** How many problems it goes around. */
    static final int PROBLEMS = 200;

    /** The seed of its problems and trials. */
    static final long SEED = 1;

    private static final int MOST_TRIALS = 256;
    private static final int LEAST_TRIALS = 4;
    private static final int CANDIDATES = 16_384;
    /** Draws after which the mean per trial is known well enough. */
    private static final double PROBED_DRAWS = 0x1p20;

    private final ConfiguredStrategy configured;
    private final TrialRunner runner;
    private final Strategy strategy;
    private final int trials;
    private final double generationsPerTrial;
    private int problem;
    private long nextTrial;

    /**
     * A course at its start.
     *
     * @param generations N, the budget
     * @throws IllegalArgumentException when the strategy needs what the world lacks
     */
    Course(ConfiguredStrategy configured, int generations) {
        SyntheticWorld world = PeerWorld.drawn(PROBLEMS);
        Set<Capability> lacking = configured.lacking(world);
        if (!lacking.isEmpty()) {
            throw new IllegalArgumentException("%s needs %s, which the world of the benchmarks lacks"
                    .formatted(
                            configured.name(),
                            lacking.stream().map(Capability::description).collect(Collectors.joining(" and "))));
        }
        this.configured = configured;
        runner = new TrialRunner(world, Budgets.generations(generations), SEED);
        strategy = configured.provider().create(configured.parameters());
        generationsPerTrial = probe();
        trials = (int) Math.max(LEAST_TRIALS, Math.min(MOST_TRIALS, CANDIDATES / generationsPerTrial));
    }

    /** How many trials make a block. */
    int trials() {
        return trials;
    }

    /** Mean generations spent by a trial; N unless the strategy stops early. */
    double generationsPerTrial() {
        return generationsPerTrial;
    }

    /** Mean units of work of a trial: steps of a strategy that grows solutions by steps, else candidates. */
    double drawsPerTrial() {
        return generationsPerTrial * drawsPerGeneration(configured);
    }

    /** How many units of work, candidates or steps, a generation is to this strategy. */
    static int drawsPerGeneration(ConfiguredStrategy configured) {
        return Roster.bySteps(configured) ? PeerWorld.STEPS : 1;
    }

    /** Runs the next block. */
    void runBlock() {
        for (int i = 0; i < trials; i++) {
            runner.runSilently(strategy, problem, nextTrial + i);
        }
        if (++problem == PROBLEMS) {
            problem = 0;
            nextTrial += trials;
        }
    }

    /** Mean generations of the problems' first trials, of as many problems as make enough draws. */
    private double probe() {
        long steps = 0;
        int done = 0;
        while (done < PROBLEMS && steps < PROBED_DRAWS) {
            steps += runner.run(strategy, done, 0).get(0).spent()[Resource.STEPS.ordinal()];
            done++;
        }
        return (double) steps / PeerWorld.STEPS / done;
    }
}
