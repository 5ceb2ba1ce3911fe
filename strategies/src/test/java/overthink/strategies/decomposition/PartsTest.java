package overthink.strategies.decomposition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import overthink.core.api.Parameters;
import overthink.core.api.Resource;
import overthink.core.api.Strategy;
import overthink.core.api.StrategyProvider;
import overthink.core.estimate.BinPlan;
import overthink.core.estimate.Row;
import overthink.core.experiment.Budgets;
import overthink.core.experiment.ConfiguredStrategy;
import overthink.core.experiment.Experiment;
import overthink.core.experiment.MethodChoice;
import overthink.core.experiment.Progress;
import overthink.core.experiment.TrialPlan;
import overthink.core.law.cost.Latency;
import overthink.core.law.cost.Price;
import overthink.core.law.cost.Tariff;
import overthink.core.law.difficulty.DifficultyLaw;
import overthink.core.law.difficulty.Point;
import overthink.core.law.difficulty.UniformDifficulty;
import overthink.core.law.part.Combination;
import overthink.core.law.part.PartGraph;
import overthink.core.law.verifier.Verifier;
import overthink.core.model.part.PartPolicy;
import overthink.core.model.part.PartWorld;
import overthink.core.run.Simulator;
import overthink.core.trial.TrialRunner;
import overthink.core.world.Verifiers;
import overthink.strategies.selection.SingleProvider;

/** Problems made of parts: closed forms, trials, and time. */
class PartsTest {

    private static PartWorld world(PartGraph graph, Combination combination, DifficultyLaw chances, PartPolicy policy) {
        return new PartWorld(4, graph, combination, chances, policy, Verifiers.process(Verifier.of(1.2)));
    }

    private static List<Row> rows(
            PartWorld world, StrategyProvider provider, Map<String, ?> given, MethodChoice method, long... budgets) {
        Experiment experiment = new Experiment(
                world,
                Budgets.generations(budgets),
                List.of(ConfiguredStrategy.of(provider, given)),
                new TrialPlan.Count(500),
                new BinPlan.None(),
                11,
                method);
        return Simulator.run(experiment, 2, Progress.SILENT).rows();
    }

    private static double accuracy(PartWorld world, StrategyProvider provider, Map<String, ?> given, long budget) {
        return rows(world, provider, given, MethodChoice.EXACT, budget).get(0).accuracy();
    }

    @Test
    void parts_thatAllCount_areAProduct() {
        PartWorld world =
                world(PartGraph.none(3), Combination.ALL, new Point(0.6), PartPolicy.PLAIN.withWrongAnswers(1));
        assertEquals(0.216, accuracy(world, new SingleProvider(), Map.of(), 1), 1e-12);
        // three votes of two answers: q = p³ + 3p²(1 − p) = 0.648, and all three parts need one
        assertEquals(Math.pow(0.648, 3), accuracy(world, new SolvePartsProvider(), Map.of(), 3), 1e-12);
        // of two votes a tie goes to the first: as good as one
        assertEquals(0.216, accuracy(world, new SolvePartsProvider(), Map.of(), 2), 1e-12);
        assertEquals(0.216, accuracy(world, new SolvePartsProvider(), Map.of("select", "first"), 9), 1e-12);
    }

    @Test
    void parts_thatAddUpOrVote_areABinomial() {
        assertEquals(
                0.6,
                accuracy(
                        world(PartGraph.none(5), Combination.SUM, new Point(0.6), PartPolicy.PLAIN),
                        new SingleProvider(),
                        Map.of(),
                        1),
                1e-12);
        // P(K ≥ 3), K of 5 with 0.6
        double majority = 10 * 0.216 * 0.16 + 5 * 0.1296 * 0.4 + 0.07776;
        assertEquals(
                majority,
                accuracy(
                        world(PartGraph.none(5), Combination.MAJORITY, new Point(0.6), PartPolicy.PLAIN),
                        new SingleProvider(),
                        Map.of(),
                        1),
                1e-12);
    }

    /** e^T·p, p the chance of what is left. */
    private static void losesItsSense(double e, int merges, double found) {
        assertEquals(Math.pow(e, merges) * Math.pow(0.7, 5 - merges), found, 1e-12);
    }

    @Test
    void contraction_keepsTheSense_orLosesIt() {
        PartWorld world =
                world(PartGraph.chain(5), Combination.ALL, new Point(0.7), PartPolicy.PLAIN.withEquivalence(0.9));
        for (int merges = 1; merges <= 4; merges++) {
            losesItsSense(0.9, merges, accuracy(world, new AtomsProvider(), Map.of("merges", merges), 1));
        }
        losesItsSense(0.9, 4, accuracy(world, new AtomsProvider(), Map.of(), 1));
        // planted: contraction that is free
        assertThrows(
                AssertionError.class, () -> losesItsSense(1, 4, accuracy(world, new AtomsProvider(), Map.of(), 1)));
    }

    /**
     * Trials against the exact way, over the combinations, graphs and choices: 2,000 trials a row, 6 standard errors of a share, 2·10⁻⁹
     * for each of 144 shares. Costs are the same to the last bit but for rounding of means.
     */
    @Tag("slow")
    @Test
    void trials_showWhatIsSolved() {
        PartPolicy policy = new PartPolicy(0.5, 0.8, 3, 50, 20, new Tariff(1e9, Price.FREE, new Latency(1, 0.01, 3)));
        List<PartGraph> graphs =
                List.of(PartGraph.none(3), PartGraph.tree(4, 2), new PartGraph(new int[][] {{}, {0}, {0}, {1, 2}}));
        for (Combination combination : Combination.values()) {
            for (PartGraph graph : graphs) {
                PartWorld world = world(graph, combination, new UniformDifficulty(0.3, 0.9), policy);
                agree(world, new SolvePartsProvider(), Map.of());
                agree(world, new SolvePartsProvider(), Map.of("select", "best"));
                agree(world, new AtomsProvider(), Map.of("merges", 2));
                agree(world, new SingleProvider(), Map.of());
            }
        }
    }

    private static void agree(PartWorld world, StrategyProvider provider, Map<String, ?> given) {
        List<Row> exact = rows(world, provider, given, MethodChoice.EXACT, 1, 5);
        List<Row> played = rows(world, provider, given, MethodChoice.SIMULATED, 1, 5);
        for (int i = 0; i < exact.size(); i++) {
            String what = "%s %s of %s, %s".formatted(provider.name(), given, world.combination(), world.graph());
            double share = exact.get(i).accuracy();
            double bound = 6 * Math.sqrt(share * (1 - share) / played.get(i).trials()) + 1e-9;
            assertEquals(share, played.get(i).accuracy(), bound, what);
            double covered = exact.get(i).coverage();
            assertEquals(
                    covered,
                    played.get(i).coverage(),
                    6 * Math.sqrt(covered * (1 - covered) / played.get(i).trials()) + 1e-9,
                    what);
            for (Resource resource : Resource.values()) {
                double cost = exact.get(i).cost().of(resource);
                assertEquals(cost, played.get(i).cost().of(resource), 1e-9 * (1 + cost), what + ", " + resource);
            }
        }
    }

    /** The largest of work/W and span is no more, and their sum no less, than the time of parts of one second. */
    private static void takesItsTime(PartGraph graph, int workers, double seconds) {
        double share = (double) graph.count() / workers;
        assertTrue(seconds >= Math.max(share, graph.span()) - 1e-9, "too short: " + seconds);
        assertTrue(seconds <= share + graph.span() + 1e-9, "too long: " + seconds);
    }

    @Test
    void time_liesBetweenItsBounds_onRandomGraphs() {
        SplittableRandom random = new SplittableRandom(9);
        int rejected = 0;
        for (int round = 0; round < 40; round++) {
            int count = 1 + random.nextInt(14);
            double density = random.nextDouble();
            int[][] before = new int[count][];
            for (int part = 0; part < count; part++) {
                before[part] = new int[0];
                for (int one = 0; one < part; one++) {
                    if (random.nextDouble() < density / 2) {
                        before[part] = Arrays.copyOf(before[part], before[part].length + 1);
                        before[part][before[part].length - 1] = one;
                    }
                }
            }
            PartGraph graph = new PartGraph(before);
            int workers = 1 + random.nextInt(5);
            double seconds = seconds(graph, workers, "first");
            takesItsTime(graph, workers, seconds);
            assertEquals(graph.rounds(1, workers), seconds, 1e-9);
            try {
                // planted: parts that wait for nothing
                takesItsTime(graph, workers, Math.ceil((double) count / workers) - (graph.span() > 1 ? 0 : 1));
            } catch (AssertionError tooShort) {
                rejected++;
            }
        }
        assertTrue(rejected > 20, "of 40: " + rejected);
    }

    private static double seconds(PartGraph graph, int workers, String select) {
        PartPolicy policy = PartPolicy.PLAIN.with(new Tariff(0, Price.FREE, new Latency(1, 0, workers)));
        Parameters parameters = Parameters.of(new SolvePartsProvider().parameters(), Map.of("select", select));
        Strategy strategy = new SolvePartsProvider().create(parameters);
        long nanos = new TrialRunner(world(graph, Combination.ALL, new Point(0.5), policy), Budgets.generations(1), 1)
                .run(strategy, 0, 0)
                .get(0)
                .spent()[Resource.LATENCY.ordinal()];
        return nanos / 1e9;
    }
}
