package overthink.core.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import overthink.core.api.Session;
import overthink.core.api.Strategy;
import overthink.core.estimate.Agreement;
import overthink.core.estimate.BinPlan;
import overthink.core.estimate.DifferenceVariance;
import overthink.core.estimate.PairedTrials;
import overthink.core.estimate.Pairing;
import overthink.core.experiment.Budgets;
import overthink.core.experiment.ConfiguredStrategy;
import overthink.core.experiment.Execution;
import overthink.core.experiment.Experiment;
import overthink.core.experiment.Progress;
import overthink.core.experiment.TrialPlan;
import overthink.core.law.difficulty.Beta;
import overthink.core.law.difficulty.Point;
import overthink.core.model.World;
import overthink.core.results.PairedResults;
import overthink.core.trial.Worlds;

/** Chance of a false alarm: 2e-8 for the class, of 6 comparisons at 6 standard errors. */
class PairedRunTest {

    private static final double P = 0.3;
    private static final int PROBLEMS = 40;
    private static final int TRIALS = 1000;
    private static final double ALL = PROBLEMS * TRIALS;

    private static final Given FIRST = chooser("first", true, session -> session.commit(0));
    private static final Given LAST = chooser("last", true, session -> session.commit(session.size() - 1));

    /** Of two, either; in one pass for each budget, so that the choice falls once. */
    private static final Given EITHER = chooser("either", false, session -> {
        if (session.size() == 2) {
            session.commit(session.random().nextInt(2));
        }
    });

    /** Chooses after each candidate that the budget pays for. */
    private static Given chooser(String name, boolean isAnytime, Strategy choice) {
        return Given.of(name, isAnytime, session -> {
            while (session.generate() != Session.NONE) {
                choice.run(session);
            }
        });
    }

    private static PairedRun.Side side(Given chooser, double budget) {
        return new PairedRun.Side(ConfiguredStrategy.of(chooser, Map.of()), budget);
    }

    private static PairedResults play(World world, PairedRun.Side one, PairedRun.Side other, int trials, int threads) {
        Experiment setting = new Experiment(
                world, Budgets.generations(1), List.of(one.strategy()), new TrialPlan.Count(1), new BinPlan.None(), 7);
        return PairedRun.play(setting, one, other, trials, new Execution(threads, Execution.PATIENCE, Progress.SILENT));
    }

    private static PairedResults play(PairedRun.Side one, PairedRun.Side other) {
        return play(Worlds.flat(new Point(P), PROBLEMS), one, other, TRIALS, 2);
    }

    @Test
    void play_otherCandidates_agreesByChance() {
        PairedResults results = play(side(FIRST, 2), side(LAST, 2));
        Agreement agreement = results.agreement().orElseThrow();
        assertShare(P * P, agreement.both());
        assertShare(P * (1 - P), agreement.onlyFirst());
        assertShare(P * (1 - P), agreement.onlySecond());
        assertEquals(ALL, agreement.trials());
    }

    /** Half of the time the same candidate: discordance p(1 − p), and so is the variance of the difference, whose mean is 0. */
    @Test
    void play_halfTheSameCandidate_hasHalfTheVarianceOfUnpairedOnes() {
        PairedResults results = play(side(FIRST, 1), side(EITHER, 2));
        Agreement agreement = results.agreement().orElseThrow();
        assertShare(P * (1 - P), agreement.onlyFirst() + agreement.onlySecond());
        assertShare(P / 2 + P * P / 2, agreement.both());
        PairedTrials trials = results.trials().orElseThrow();
        DifferenceVariance paired = DifferenceVariance.of(trials, Pairing.CANDIDATES);
        DifferenceVariance unpaired = DifferenceVariance.of(trials, Pairing.PROBLEMS);
        // D² is 1 with probability p(1 − p) = .21: sd of the mean of 40,000 is √(.21·.79/40000) = .00204
        assertEquals(P * (1 - P), paired.within(), 6 * 0.00204);
        // two binomial variances, .0091·√… each smaller still: a formula that forgets the pairing is far off
        assertEquals(2 * P * (1 - P), unpaired.within(), 6 * 0.00204);
        assertTrue(unpaired.within() - paired.within() > 12 * 0.00204);
        // all problems are alike: their means vary by 40 of variance .21/1000, whose own error is √(2/39) of it
        assertEquals(0, paired.between(), 6 * 0.00021 * Math.sqrt(2.0 / 39));
    }

    @Test
    void play_theSameAtTwoBudgets_sharesItsCandidates() {
        PairedResults results = play(side(FIRST, 1), side(FIRST, 4));
        Agreement agreement = results.agreement().orElseThrow();
        assertEquals(0, agreement.onlyFirst() + agreement.onlySecond());
        assertEquals(1, results.first().generations());
        assertEquals(4, results.second().generations());
        assertEquals(4, results.both().generations());
        assertEquals(
                0,
                DifferenceVariance.of(results.trials().orElseThrow(), Pairing.CANDIDATES)
                        .each(1));
    }

    @Test
    void play_onAnyNumberOfThreads_givesTheSame() {
        World world = Worlds.flat(new Beta(0.9, 1.6), 7);
        PairedResults one = play(world, side(FIRST, 3), side(EITHER, 2), 700, 1);
        PairedResults other = play(world, side(FIRST, 3), side(EITHER, 2), 700, 3);
        assertEquals(one, other);
    }

    @Test
    void play_aStrategyThatThrows_isNamed() {
        Given broken = chooser("broken", true, session -> {
            throw new IllegalStateException("no idea");
        });
        PairedResults results = play(Worlds.flat(new Point(P), 3), side(FIRST, 1), side(broken, 1), 5, 2);
        assertEquals(Optional.empty(), results.trials());
        assertEquals("broken", results.faults().get(0).strategy());
    }

    @Test
    void play_tooFewOrTooManyTrials_isRefused() {
        World world = Worlds.flat(new Point(P), 3);
        for (int trials : new int[] {1, 10_000_000}) {
            assertThrows(IllegalArgumentException.class, () -> play(world, side(FIRST, 1), side(LAST, 1), trials, 1));
        }
    }

    private static void assertShare(double expected, double count) {
        assertEquals(expected, count / ALL, 6 * Math.sqrt(expected * (1 - expected) / ALL));
    }
}
