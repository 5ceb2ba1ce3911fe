package overthink.core.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import overthink.core.api.Resource;
import overthink.core.api.Session;
import overthink.core.api.Strategy;
import overthink.core.estimate.BinPlan;
import overthink.core.estimate.Cost;
import overthink.core.estimate.Difference;
import overthink.core.estimate.ExpectedUtility;
import overthink.core.estimate.Row;
import overthink.core.estimate.Utility;
import overthink.core.experiment.Budgets;
import overthink.core.experiment.ConfiguredStrategy;
import overthink.core.experiment.Experiment;
import overthink.core.experiment.MethodChoice;
import overthink.core.experiment.Progress;
import overthink.core.experiment.TrialPlan;
import overthink.core.law.cost.CountLaw;
import overthink.core.law.difficulty.Beta;
import overthink.core.law.difficulty.Empirical;
import overthink.core.law.difficulty.Point;
import overthink.core.law.verifier.Verifier;
import overthink.core.model.SyntheticWorld;
import overthink.core.results.Results;
import overthink.core.testkit.FalseAlarm;
import overthink.core.trial.Worlds;
import overthink.core.world.Policy;
import overthink.core.world.Problems;
import overthink.core.world.Verifiers;

/** The errors that rows state against what repeated runs show. Chance of a false alarm: 6e-7 for the class. */
class ErrorsTest {

    /** One candidate. */
    private static final Strategy SINGLE = session -> {
        session.generate();
        session.commit(0);
    };

    /** Draws until a candidate is accepted, six at most, and answers with it, or not at all. */
    private static final Strategy UNTIL_ACCEPTED = session -> {
        for (int c = session.generate(); c != Session.NONE && c < 6; c = session.generate()) {
            if (session.verify(c) > 0) {
                session.commit(c);
                return;
            }
        }
    };

    /** Answers with the second candidate. */
    private static final Strategy SECOND = session -> {
        session.generate(2);
        session.commit(1);
    };

    /** Answers with the first candidate nine times in ten. */
    private static final Strategy MOSTLY_FIRST = session -> {
        session.generate(2);
        session.commit(session.random().nextDouble() < 0.9 ? 0 : 1);
    };

    private static ConfiguredStrategy configured(String name, Strategy strategy) {
        return ConfiguredStrategy.of(Given.of(name, true, strategy), Map.of());
    }

    private static Results run(
            SyntheticWorld world, TrialPlan trials, long seed, Utility utility, ConfiguredStrategy... strategies) {
        return ExperimentRun.simulate(
                new Experiment(
                        world,
                        Budgets.generations(8),
                        List.of(strategies),
                        trials,
                        new BinPlan.None(),
                        seed,
                        MethodChoice.SIMULATED,
                        Optional.of(utility)),
                1,
                Progress.SILENT);
    }

    private static SyntheticWorld verified(double... p) {
        return new SyntheticWorld(
                new Problems(new Empirical(p), p.length), Policy.FLAT, Verifiers.outcome(Verifier.of(0.8, 0.3)));
    }

    private static final Utility PRICED =
            new Utility(1, -1, 0, Map.of(Resource.GENERATIONS, 0.2, Resource.VERIFIER_CALLS, 0.1));

    /**
     * 2,000 seeds of one problem × 64 trials: the squared errors stated are the variance seen between seeds, which errs by
     * √(2/2000) = 3.2 %, and the stated ones, of 31 degrees of freedom, by √(2/31/2000) = 0.6 %, more for tails of costs: 1 %
     * is allowed for. Ignoring how what is right depends on what is paid, or adding the errors of both, is rejected.
     */
    @Test
    @Tag("slow")
    void utilityAndCosts_ofOneProblem_haveTheErrorThatSeedsShow() {
        int seeds = 2000;
        Sums utility = new Sums();
        Sums calls = new Sums();
        double added = 0;
        for (int seed = 0; seed < seeds; seed++) {
            Row row = run(verified(0.35), new TrialPlan.Count(64), seed, PRICED, configured("until", UNTIL_ACCEPTED))
                    .rows()
                    .get(0);
            ExpectedUtility worth = row.utility().orElseThrow();
            utility.add(worth.mean(), worth.stdError());
            calls.add(row.cost().verifierCalls(), row.costStdError().verifierCalls());
            double outcome = row.stdError() * 2;
            added += (outcome + 0.3 * row.costStdError().generations())
                    * (outcome + 0.3 * row.costStdError().generations())
                    / seeds;
        }
        double allowed = FalseAlarm.standardErrors(1e-7) * Math.sqrt(2.0 / seeds) + 0.01;
        assertEquals(1, utility.stated() / utility.seen(), allowed);
        assertEquals(1, calls.stated() / calls.seen(), allowed);
        assertTrue(added / utility.seen() > 1 + allowed, "planted: errors added up");
    }

    private static final class Sums {
        private double sum;
        private double squares;
        private double errors;
        private int count;

        void add(double value, double error) {
            sum += value;
            squares += value * value;
            errors += error * error;
            count++;
        }

        double seen() {
            return (squares - sum * sum / count) / (count - 1);
        }

        double stated() {
            return errors / count;
        }
    }

    @Test
    void costs_thatEveryTrialShares_haveNoErrorAtAll() {
        SyntheticWorld rich = Worlds.rich();
        Row row = run(rich, new TrialPlan.Count(1000), 5, PRICED, configured("single", SINGLE))
                .rows()
                .get(0);
        assertEquals(Cost.NOTHING, row.costStdError());
        assertTrue(row.utility().orElseThrow().stdError() > 0);
    }

    @Test
    void costs_thatVary_haveErrorsInEveryResource() {
        Row row = run(
                        Worlds.rich(new CountLaw.UniformCount(1, 20)),
                        new TrialPlan.Count(100),
                        5,
                        PRICED,
                        configured("until", UNTIL_ACCEPTED))
                .rows()
                .get(0);
        for (Resource resource : Resource.values()) {
            assertTrue(row.costStdError().of(resource) > 0, resource.label());
            assertTrue(row.costStdError().of(resource) < row.cost().of(resource), resource.label());
        }
    }

    @Test
    void costs_ofASingleTrial_areNotKnownToWithinAnything() {
        Row row = run(verified(0.5), new TrialPlan.Count(1), 5, PRICED, configured("until", UNTIL_ACCEPTED))
                .rows()
                .get(0);
        assertTrue(Double.isNaN(row.costStdError().generations()));
        Row several = run(
                        verified(0.5, 0.1, 0.9), new TrialPlan.Count(1), 5, PRICED, configured("until", UNTIL_ACCEPTED))
                .rows()
                .get(0);
        assertFalse(Double.isNaN(several.costStdError().generations()));
    }

    /**
     * 600 seeds of five problems × 40 trials: one strategy answers with the first candidate nine times in ten, the other
     * always, one with the second. Errors of differences are what seeds show, whether strategies nearly always agree or never
     * have to do with one another.
     */
    @Test
    @Tag("slow")
    void differences_ofStrategies_haveTheErrorThatSeedsShow() {
        int seeds = 600;
        Sums near = new Sums();
        Sums far = new Sums();
        double unpaired = 0;
        for (int seed = 0; seed < seeds; seed++) {
            Results results = run(
                    verified(0.5, 0.4, 0.3, 0.2, 0.6),
                    new TrialPlan.Count(40),
                    seed,
                    PRICED,
                    configured("single", SINGLE),
                    configured("mostly", MOSTLY_FIRST),
                    configured("second", SECOND));
            List<Difference> differences = results.differences();
            assertEquals(2, differences.size());
            assertEquals("mostly", differences.get(0).strategy());
            assertEquals("single", differences.get(0).reference());
            near.add(
                    differences.get(0).accuracy().difference(),
                    differences.get(0).accuracy().stdError());
            far.add(
                    differences.get(1).accuracy().difference(),
                    differences.get(1).accuracy().stdError());
            Row first = results.rows().get(0);
            unpaired += 2 * first.stdError() * first.stdError() / seeds;
        }
        double allowed = FalseAlarm.standardErrors(1e-7) * Math.sqrt(2.0 / seeds) + 0.02;
        assertEquals(1, near.stated() / near.seen(), allowed);
        assertEquals(1, far.stated() / far.seen(), allowed);
        assertTrue(unpaired / near.seen() > 1 + allowed, "planted: errors that do not pair");
    }

    /** 800 seeds of a rare accuracy: no bias, the interval holds it as often as it says, and neither side is too long. */
    @Test
    @Tag("slow")
    void precision_ofARareAccuracy_isWithoutBias() {
        int seeds = 800;
        double p = 0.02;
        double side = 0.008;
        SyntheticWorld world = new SyntheticWorld(new Problems(new Point(p), 1), Policy.FLAT, Verifiers.NONE);
        Sums sums = new Sums();
        int covered = 0;
        for (int seed = 0; seed < seeds; seed++) {
            Row row = run(
                            world,
                            new TrialPlan.Precision(side),
                            seed,
                            new Utility(1, 0, 0, Map.of()),
                            configured("single", SINGLE))
                    .rows()
                    .get(0);
            assertTrue(row.upper() - row.accuracy() <= side, row.toString());
            assertFalse(row.limited());
            covered += row.lower() <= p && p <= row.upper() ? 1 : 0;
            sums.add(row.accuracy(), row.stdError());
        }
        FalseAlarm.assertMean("accuracy", p, sums.sum / seeds, Math.sqrt(sums.seen() / seeds), 1e-7);
        double z = FalseAlarm.standardErrors(1e-7);
        assertEquals(0.95, (double) covered / seeds, 0.015 + z * Math.sqrt(0.95 * 0.05 / seeds));
    }

    @Test
    void precision_thatCannotBeHad_saysSo() {
        SyntheticWorld world = Worlds.flat(new Beta(0.9, 1.6), 10);
        TrialPlan few = new TrialPlan.Precision(0.001, 100);
        Row row =
                run(world, few, 1, PRICED, configured("single", SINGLE)).rows().get(0);
        assertEquals(1000, row.trials());
        assertTrue(row.limited());
        assertTrue(Math.max(row.upper() - row.accuracy(), row.accuracy() - row.lower()) > 0.001);
        assertFalse(run(world, new TrialPlan.Count(10), 1, PRICED, configured("single", SINGLE))
                .rows()
                .get(0)
                .limited());
    }

    @Test
    void errors_afterNoSuccessOrNoFailure_areNotZero() {
        for (double p : new double[] {0, 1}) {
            Row row = run(verified(p, p), new TrialPlan.Count(50), 1, PRICED, configured("single", SINGLE))
                    .rows()
                    .get(0);
            for (ToDoubleFunction<Row> error : List.<ToDoubleFunction<Row>>of(
                    Row::stdError,
                    Row::populationStdError,
                    one -> one.utility().orElseThrow().stdError())) {
                assertTrue(error.applyAsDouble(row) > 0, row.toString());
            }
        }
    }
}
