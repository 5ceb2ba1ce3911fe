package overthink.core.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import overthink.core.api.Capability;
import overthink.core.api.Parameters;
import overthink.core.api.Resource;
import overthink.core.api.Session;
import overthink.core.api.Strategy;
import overthink.core.api.StrategyProvider;
import overthink.core.estimate.BinPlan;
import overthink.core.estimate.Row;
import overthink.core.experiment.Budgets;
import overthink.core.experiment.ConfiguredStrategy;
import overthink.core.experiment.Experiment;
import overthink.core.experiment.Progress;
import overthink.core.experiment.TrialPlan;
import overthink.core.fault.Fault;
import overthink.core.fault.Fault.Kind;
import overthink.core.law.difficulty.Beta;
import overthink.core.law.difficulty.Levels;
import overthink.core.law.difficulty.Point;
import overthink.core.model.SyntheticWorld;
import overthink.core.results.Results;
import overthink.core.trial.Worlds;
import overthink.core.world.Policy;
import overthink.core.world.Problems;
import overthink.core.world.Verifiers;

class ExperimentRunTest {

    /** Commits whatever comes first. */
    private static final Strategy FIRST = session -> {
        while (session.generate(Integer.MAX_VALUE) > 0) {
            session.commit(0);
        }
    };

    private static final Strategy RANDOM = session -> {
        int n = session.generate(3);
        session.commit(session.random().nextInt(n));
    };

    private static ConfiguredStrategy configured(String name, Strategy strategy) {
        return ConfiguredStrategy.of(Given.of(name, true, strategy), Map.of());
    }

    private static Experiment experiment(TrialPlan trials, ConfiguredStrategy... strategies) {
        return new Experiment(
                Worlds.flat(new Beta(0.9, 1.6), 100),
                Budgets.generations(1, 2, 8),
                List.of(strategies),
                trials,
                new BinPlan.Thresholds(),
                11);
    }

    @Tag("slow")
    @Test
    void run_anyNumberOfThreads_givesTheSameRows() {
        for (TrialPlan plan : List.of(new TrialPlan.Count(300), new TrialPlan.Precision(0.01))) {
            Experiment experiment = experiment(plan, configured("first", FIRST), configured("random", RANDOM));
            List<Row> one =
                    ExperimentRun.simulate(experiment, 1, Progress.SILENT).rows();
            for (int threads : new int[] {2, 7}) {
                assertEquals(
                        one,
                        ExperimentRun.simulate(experiment, threads, Progress.SILENT)
                                .rows());
            }
            assertEquals(2 * 3 * 4, one.size());
        }
    }

    @Test
    void run_otherSeed_givesOtherRows() {
        Experiment experiment = experiment(new TrialPlan.Count(50), configured("first", FIRST));
        Experiment other = new Experiment(
                experiment.world(),
                experiment.budgets(),
                experiment.strategies(),
                experiment.trials(),
                experiment.bins(),
                12);
        assertFalse(ExperimentRun.simulate(experiment, 2, Progress.SILENT)
                .rows()
                .equals(ExperimentRun.simulate(other, 2, Progress.SILENT).rows()));
    }

    @Test
    void run_count_isPerProblem() {
        Row row = ExperimentRun.simulate(
                        experiment(new TrialPlan.Count(30), configured("first", FIRST)), 2, Progress.SILENT)
                .rows()
                .get(0);
        assertEquals(100, row.problems());
        assertEquals(3000, row.trials());
    }

    @Test
    void run_precision_runsUntilEveryHalfWidthIsBelow() {
        Results results = ExperimentRun.simulate(
                experiment(new TrialPlan.Precision(0.004), configured("first", FIRST)), 2, Progress.SILENT);
        for (Row row : results.rows()) {
            if (row.bin().equals("all")) {
                assertTrue((row.upper() - row.lower()) / 2 <= 0.004, row.toString());
            }
        }
        assertTrue(results.rows().get(0).trials() < 200_000, "no more trials than it takes");
    }

    /** Answers below 8 generations; with 8 it abstains, so that its accuracy is known to be 0 at once. */
    private static final Strategy FEW = session -> {
        session.generate();
        session.commit(0);
        while (session.generate() != Session.NONE) {
            if (session.size() == 8) {
                session.abstain();
            }
        }
    };

    @Tag("slow")
    @Test
    void run_precisionWithAPassForEachBudget_givesEachBudgetTheTrialsItNeeds() {
        ConfiguredStrategy few = ConfiguredStrategy.of(Given.of("few", false, FEW), Map.of());
        Experiment experiment = experiment(new TrialPlan.Precision(0.005), few);
        List<Row> rows = ExperimentRun.simulate(experiment, 1, Progress.SILENT).rows();
        assertEquals(
                rows, ExperimentRun.simulate(experiment, 7, Progress.SILENT).rows());
        for (Row row : rows.subList(0, 3)) {
            assertTrue((row.upper() - row.lower()) / 2 <= 0.005, row.toString());
            assertEquals(row.budget(), row.cost().generations(), 1e-12);
        }
        assertTrue(rows.get(2).trials() < rows.get(0).trials(), "an accuracy of 0 needs fewer trials");
        assertEquals(0, rows.get(2).accuracy());
        List<Row> together = ExperimentRun.simulate(
                        experiment(new TrialPlan.Precision(0.005), configured("few", FEW)), 2, Progress.SILENT)
                .rows();
        assertEquals(together.get(0).trials(), together.get(2).trials(), "one pass serves all budgets");
    }

    @Test
    void run_shares_sumToOne() {
        Strategy sometimes = session -> {
            session.generate();
            if (session.random().nextDouble() < 0.5) {
                session.commit(0);
            }
        };
        for (Row row : ExperimentRun.simulate(
                        experiment(new TrialPlan.Count(40), configured("sometimes", sometimes)), 2, Progress.SILENT)
                .rows()) {
            assertEquals(1, row.accuracy() + row.abstained() + row.falseAccepted(), 1e-12);
            assertTrue(row.accuracy() <= row.coverage());
        }
    }

    @Test
    void run_anytimeOrNot_givesTheSameCurve() {
        ConfiguredStrategy once = ConfiguredStrategy.of(Given.of("first", true, FIRST), Map.of());
        ConfiguredStrategy each = ConfiguredStrategy.of(Given.of("first", false, FIRST), Map.of());
        assertEquals(
                ExperimentRun.simulate(experiment(new TrialPlan.Count(40), once), 2, Progress.SILENT)
                        .rows(),
                ExperimentRun.simulate(experiment(new TrialPlan.Count(40), each), 2, Progress.SILENT)
                        .rows());
    }

    @Tag("slow")
    @Test
    void run_faultyStrategies_areStoppedAndTheOthersDeliver() {
        Strategy throwing = session -> {
            session.generate();
            throw new IllegalStateException("on purpose");
        };
        Strategy looping = session -> {
            while (session.size() < Integer.MAX_VALUE) {
                session.depth(session.generate(1) == 0 ? 0 : session.size() - 1);
            }
        };
        Strategy idling = session -> {
            while (session.size() >= 0) {
                session.limit(Resource.STEPS);
            }
        };
        Strategy overspending = session -> {
            while (true) {
                session.generate();
            }
        };
        Strategy misusing = session -> session.commit(Session.NONE);
        Results results = ExperimentRun.simulate(
                experiment(
                        new TrialPlan.Count(20),
                        configured("throwing", throwing),
                        configured("first", FIRST),
                        configured("looping", looping),
                        configured("idling", idling),
                        configured("overspending", overspending),
                        configured("misusing", misusing)),
                2,
                Progress.SILENT);
        assertEquals(
                Set.of("first"),
                Set.copyOf(results.rows().stream().map(Row::strategy).toList()));
        assertEquals(
                List.of(Kind.THREW, Kind.OVERSPENT, Kind.LOOPED, Kind.OVERSPENT, Kind.THREW),
                results.faults().stream().map(Fault::kind).toList());
        assertTrue(results.faults().get(0).message().contains("on purpose"));
        assertTrue(results.faults().get(0).message().contains("problem 0, trial 0, seed 11"));
    }

    @Test
    void run_faults_areTheSameOnAnyNumberOfThreads() {
        Strategy rarely = session -> {
            session.generate();
            if (session.random().nextDouble() < 0.001) {
                throw new IllegalStateException("rarely");
            }
        };
        Experiment experiment = experiment(new TrialPlan.Count(1000), configured("rarely", rarely));
        Fault one =
                ExperimentRun.simulate(experiment, 1, Progress.SILENT).faults().get(0);
        assertEquals(
                one,
                ExperimentRun.simulate(experiment, 4, Progress.SILENT).faults().get(0));
    }

    @Test
    void run_needsThatTheWorldLacks_areNamed() {
        StrategyProvider needy = new StrategyProvider() {
            @Override
            public String name() {
                return "needy";
            }

            @Override
            public String summary() {
                return "needs a judge";
            }

            @Override
            public Strategy create(Parameters parameters) {
                return FIRST;
            }

            @Override
            public Set<Capability> needs(Parameters parameters) {
                return Set.of(Capability.JUDGE);
            }
        };
        Experiment experiment = experiment(new TrialPlan.Count(1), ConfiguredStrategy.of(needy, Map.of()));
        String message = assertThrows(
                        IllegalArgumentException.class, () -> ExperimentRun.simulate(experiment, 1, Progress.SILENT))
                .getMessage();
        assertEquals("needy needs a judge, which this world lacks", message);
    }

    @Test
    void run_levels_areBinsOfTheirOwn() {
        SyntheticWorld world = new SyntheticWorld(
                new Problems(
                        new Levels(List.of(
                                new Levels.Level("easy", 0.5, new Point(1)),
                                new Levels.Level("hard", 0.5, new Point(0)))),
                        200),
                Policy.FLAT,
                Verifiers.NONE);
        Results results = ExperimentRun.simulate(
                new Experiment(
                        world,
                        Budgets.generations(1),
                        List.of(configured("first", FIRST)),
                        new TrialPlan.Count(3),
                        new BinPlan.Levels(),
                        1),
                2,
                Progress.SILENT);
        assertEquals(
                List.of("all", "easy", "hard"),
                results.rows().stream().map(Row::bin).toList());
        assertEquals(1, results.rows().get(1).accuracy());
        assertEquals(0, results.rows().get(2).accuracy());
    }

    @Test
    void run_oneProblemManyTrials_isSharedOutAndAddsUp() {
        Experiment experiment = new Experiment(
                Worlds.flat(0.25),
                Budgets.generations(1),
                List.of(configured("first", FIRST)),
                new TrialPlan.Count(100_001),
                new BinPlan.None(),
                3);
        Row row = ExperimentRun.simulate(experiment, 3, Progress.SILENT).rows().get(0);
        assertEquals(100_001, row.trials());
        assertEquals(1.0, row.cost().generations());
    }
}
