package overthink.scenarios.analysis.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import overthink.core.api.Resource;
import overthink.core.estimate.Row;
import overthink.core.experiment.Budgets;
import overthink.core.experiment.Experiment;
import overthink.core.experiment.MethodChoice;
import overthink.core.experiment.Progress;
import overthink.core.experiment.TrialPlan;
import overthink.core.run.Simulator;

/** Plans against all configurations of random worlds, one after the other. */
class BruteForceTest {

    private static final int WORLDS = 20;
    private static final int MOST = 24;

    @TempDir
    private Path folder;

    /** A random world; every whole budget to 24 is listed, so that a plan has no other. */
    private Experiment world(int number) {
        SplittableRandom random = new SplittableRandom(20_261_128L + number);
        StringBuilder budgets = new StringBuilder("1");
        for (int budget = 2; budget <= MOST; budget++) {
            budgets.append(", ").append(budget);
        }
        return Plans.scenario(
                        folder,
                        String.format(
                                Locale.ROOT,
                                """
                                seed: %d
                                world:
                                  problems: {count: 40, accuracy: {beta: {alpha: %.3f, beta: %.3f}}}
                                  policy:
                                    wrong-answers: {zipf: {answers: %d, exponent: %.2f}}
                                    prompt-tokens: 100
                                    tokens-per-step: 300
                                    price: {input: 0.5, output: 2}
                                    latency: {per-token: 0.01, concurrency: %d}
                                  verifier:
                                    outcome: {auc: %.3f}
                                    tokens-per-call: 400
                                    price: {input: %.3f}
                                    latency: {prefill: %.2f}
                                budgets: {values: [%s]}
                                strategies: [best-of-n, majority-vote, single]
                                method: exact
                                """,
                                number,
                                0.3 + random.nextDouble(),
                                0.3 + random.nextDouble(),
                                2 + random.nextInt(8),
                                random.nextDouble() * 2,
                                1 + random.nextInt(8),
                                0.5 + random.nextDouble() * 0.45,
                                random.nextDouble() * 4,
                                random.nextDouble(),
                                budgets))
                .experiment();
    }

    private static double usd(int number) {
        return 0.0008 * (1 + number % 10);
    }

    private static double seconds(int number) {
        return 4 + number % 7 * 3;
    }

    private static List<Row> rows(Experiment experiment) {
        return Simulator.run(experiment, 2, Progress.SILENT).rows();
    }

    private static Row best(List<Row> rows, Predicate<Row> allowed) {
        Row best = null;
        for (Row row : rows) {
            if (allowed.test(row) && (best == null || row.accuracy() > best.accuracy())) {
                best = row;
            }
        }
        if (best == null) {
            throw new IllegalStateException("nothing is allowed");
        }
        return best;
    }

    @Tag("slow")
    @Test
    void choice_inRandomExactWorlds_isTheBruteForceOptimumUnderBothCaps() {
        int bound = 0;
        for (int number = 0; number < WORLDS; number++) {
            Experiment experiment = world(number);
            List<Row> rows = rows(experiment);
            double usd = usd(number);
            double seconds = seconds(number);
            Row best = best(rows, row -> row.cost().usd() <= usd && row.cost().latencySeconds() <= seconds);
            Plan plan = Plans.plan(Plans.question(
                    experiment,
                    Objective.ACCURACY,
                    Plans.cap(Resource.USD, usd),
                    Plans.cap(Resource.LATENCY, seconds)));
            Row chosen = Plans.chosen(plan).row();
            assertTrue(chosen.cost().usd() <= usd && chosen.cost().latencySeconds() <= seconds, "world " + number);
            if (chosen.budget() <= MOST) {
                assertEquals(best.accuracy(), chosen.accuracy(), 1e-12, "world " + number);
            } else {
                assertTrue(chosen.accuracy() > best.accuracy(), "world " + number);
            }
            Row free = best(rows, row -> true);
            bound += free.accuracy() > best.accuracy() + 1e-9 ? 1 : 0;
        }
        assertTrue(bound >= WORLDS / 2, "the caps are to matter, and did in " + bound);
    }

    @Tag("slow")
    @Test
    void target_inRandomExactWorlds_isReachedByTheCheapestOfBruteForce() {
        for (int number = 0; number < WORLDS; number += 4) {
            Experiment experiment = world(number);
            List<Row> rows = rows(experiment);
            double target = 0.5
                    * (best(rows, row -> row.budget() == 1).accuracy()
                            + best(rows, row -> true).accuracy());
            double cheapest = Double.POSITIVE_INFINITY;
            for (Row row : rows) {
                if (row.accuracy() >= target) {
                    cheapest = Math.min(cheapest, row.cost().usd());
                }
            }
            Plan plan = Plans.plan(
                    Plans.question(experiment, Objective.least(Resource.USD), new Requirement.Target(target)));
            assertEquals(cheapest, Plans.chosen(plan).row().cost().usd(), 1e-12, "world " + number);
        }
    }

    /**
     * Played instead of solved: the true accuracy of the choice falls short of the true best by at most what its estimate may be
     * off. Whoever is chosen has the greater estimate, so it falls short by more than 7 standard errors of a difference only if
     * one of 72 differences is off by so many: 72·Φ(−7) = 1e-10 a world.
     */
    @Test
    @Tag("slow")
    void choice_inRandomPlayedWorlds_isTheBruteForceOptimumWithinItsError() {
        for (int number = 0; number < 4; number++) {
            Experiment exact = world(number);
            Experiment played = new Experiment(
                    exact.world(),
                    new Budgets(Resource.GENERATIONS, List.of(1.0, 2.0, 4.0, 8.0, 16.0)),
                    exact.strategies(),
                    new TrialPlan.Count(400),
                    exact.bins(),
                    exact.seed(),
                    MethodChoice.SIMULATED);
            double cap = 8;
            List<Row> rows = rows(exact);
            Row best = best(rows, row -> row.cost().generations() <= cap);
            Plan plan = Plans.plan(Plans.question(played, Objective.ACCURACY, Plans.cap(Resource.GENERATIONS, cap)));
            Configuration chosen = Plans.chosen(plan).configuration();
            Row truth = best(
                    rows, row -> row.strategy().equals(chosen.strategy().name()) && row.budget() == chosen.budget());
            double error = Math.sqrt(2) * Plans.chosen(plan).row().stdError();
            assertTrue(truth.accuracy() >= best.accuracy() - 7 * error, "world " + number + ": " + chosen);
            assertTrue(Plans.chosen(plan).row().cost().generations() <= cap, "world " + number);
        }
    }
}
