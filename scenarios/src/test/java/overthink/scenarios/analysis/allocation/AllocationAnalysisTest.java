package overthink.scenarios.analysis.allocation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import overthink.core.estimate.Quantity;
import overthink.core.experiment.Execution;
import overthink.core.experiment.Experiment;
import overthink.core.experiment.Progress;
import overthink.core.results.Results;
import overthink.core.run.Simulator;
import overthink.scenarios.document.Scenario;
import overthink.scenarios.document.ScenarioReader;
import overthink.scenarios.plugins.StrategyCatalog;

/**
 * Splits of a run's budgets. All but one are exact; that one compares a gain with 0 at 6 of its standard errors, on one side: a
 * false alarm has a chance of 1e-9. Seeds are fixed.
 */
class AllocationAnalysisTest {

    private static final double TINY = 1e-12;

    @TempDir
    private Path folder;

    /** A run and the splits of its budgets. */
    private record Split(Experiment experiment, Results results, List<AllocationRow> rows) {

        AllocationRow row(String of, double budget, double correlation) {
            return rows.stream()
                    .filter(row -> row.candidate().strategy().equals(of)
                            && row.budget() == budget
                            && row.correlation() == correlation)
                    .findFirst()
                    .orElseThrow();
        }
    }

    private Split split(String problems, String budgets, String strategies, String trials, String allocation)
            throws IOException {
        Path file = Files.writeString(
                folder.resolve("world.yaml"), """
                        name: world
                        seed: 42
                        world:
                          problems: {%s}
                          policy: {wrong-answers: {zipf: {answers: 6, exponent: 1}}}
                          verifier: {outcome: {auc: 0.8}}
                        budgets: {values: %s}
                        strategies: %s
                        trials: {count: %s}
                        allocation: {%s}
                        """.formatted(problems, budgets, strategies, trials, allocation));
        Scenario scenario = new ScenarioReader(StrategyCatalog.load(List.of())).read(file, List.of());
        Experiment experiment = scenario.experiment();
        Results results = Simulator.run(experiment, new Execution(2, Execution.PATIENCE, Progress.SILENT));
        return new Split(
                experiment, results, AllocationAnalysis.of(scenario.allocation().orElseThrow(), experiment, results));
    }

    private static String upTo(int most) {
        return IntStream.rangeClosed(1, most).mapToObj(Integer::toString).collect(Collectors.joining(", ", "[", "]"));
    }

    private static double[] ps(Experiment experiment) {
        var drawn = experiment.world().draw(experiment.seed());
        return IntStream.range(0, drawn.size()).mapToDouble(drawn::p).toArray();
    }

    /** Each candidate goes to the problem where it adds most, p(1 − p)^N. */
    private static double greedy(double[] ps, int candidates, int most) {
        int[] spent = new int[ps.length];
        PriorityQueue<Integer> queue = new PriorityQueue<>(Comparator.<Integer>comparingDouble(
                        i -> ps[i] * StrictMath.pow(1 - ps[i], spent[i]))
                .reversed());
        queue.addAll(IntStream.range(0, ps.length).boxed().toList());
        for (int i = 0; i < candidates; i++) {
            int best = queue.remove();
            spent[best]++;
            if (spent[best] < most) {
                queue.add(best);
            }
        }
        return IntStream.range(0, ps.length)
                        .mapToDouble(i -> 1 - StrictMath.pow(1 - ps[i], spent[i]))
                        .sum()
                / ps.length;
    }

    @Tag("slow")
    @Test
    void of_coverage_isUniformAtNoneAndGreedyAtFullKnowledge() throws IOException {
        Split split = split(
                "count: 30, accuracy: {beta: {alpha: 0.7, beta: 1.5}}",
                upTo(24),
                "[best-of-n]",
                "2",
                "measure: coverage, correlations: [0, 0.3, 0.7, 1]");
        double[] ps = ps(split.experiment());
        for (int budget : new int[] {1, 2, 5, 11}) {
            double uniform = IntStream.range(0, 30)
                    .mapToDouble(i -> 1 - StrictMath.pow(1 - ps[i], budget))
                    .average()
                    .orElseThrow();
            AllocationRow none = split.row("best-of-n", budget, 0);
            AllocationRow full = split.row("best-of-n", budget, 1);
            assertEquals(uniform, none.uniform(), TINY);
            assertEquals(0, none.gain(), TINY);
            assertEquals(greedy(ps, 30 * budget, 24), full.value(), TINY);
            assertEquals(budget, full.average(), 1e-9);
            assertTrue(full.gain() > 0.01);
            double low = split.row("best-of-n", budget, 0.3).gain();
            double high = split.row("best-of-n", budget, 0.7).gain();
            assertTrue(0 <= low && low <= high && high <= full.gain(), low + " " + high);
            assertEquals(0, full.stdError());
            assertTrue(full.populationStdError() > 0);
        }
    }

    /** Both strategies at any budget for each of five problems: all 5⁵ ways to put them at 1, 2 or 4 candidates of one or none. */
    @Test
    void of_anyStrategy_isTheBestOfAllWays() throws IOException {
        Split split = split(
                "count: 5, accuracy: {uniform: {low: 0.05, high: 0.9}}",
                "[1, 2, 4]",
                "[best-of-n, majority-vote]",
                "2",
                "correlations: [1]");
        double[][] values = new double[6][5];
        double[] buffer = new double[Quantity.COUNT];
        for (int point = 0; point < 6; point++) {
            for (int problem = 0; problem < 5; problem++) {
                split.results().samples().get(point).means(problem, buffer);
                values[point][problem] = buffer[Quantity.ACCURACY.ordinal()];
            }
        }
        int[] costs = {1, 2, 4, 1, 2, 4, 0};
        for (int budget : new int[] {1, 2, 4}) {
            double best = 0;
            for (int way = 0; way < 16807; way++) {
                double value = 0;
                int cost = 0;
                for (int problem = 0, rest = way; problem < 5; problem++, rest /= 7) {
                    cost += costs[rest % 7];
                    value += rest % 7 == 6 ? 0 : values[rest % 7][problem];
                }
                best = cost <= 5 * budget ? Math.max(best, value / 5) : best;
            }
            AllocationRow row = split.row("best strategy for each", budget, 1);
            // no less than the best way, and more by less than what one problem gains in one piece, at most .5
            assertTrue(row.value() >= best - TINY, row.value() + " below " + best);
            assertTrue(row.value() - best < 0.5 / 5, row.value() + " far above " + best);
            double fixed = Math.max(
                    split.row("best-of-n", budget, 1).uniform(),
                    split.row("majority-vote", budget, 1).uniform());
            assertEquals(fixed, row.uniform(), TINY);
        }
    }

    /** Problems that are all alike: nothing can be gained, and who chooses and measures by the same trials takes luck for it. */
    @Test
    void of_trials_takesNoLuckForGain() throws IOException {
        String problems = "count: 60, accuracy: 0.4";
        AllocationRow crossed = split(problems, "[1, 2, 4, 8]", "[weighted-vote]", "8", "correlations: [1]")
                .row("weighted-vote", 2, 1);
        assertTrue(crossed.crossed());
        assertTrue(crossed.stdError() > 0 && crossed.stdError() < 0.05, "" + crossed.stdError());
        assertTrue(crossed.gain() < 6 * crossed.stdError(), "" + crossed);
        AllocationRow flattered = split(problems, "[1, 2, 4, 8]", "[weighted-vote]", "1", "correlations: [1]")
                .row("weighted-vote", 2, 1);
        assertFalse(flattered.crossed());
        assertTrue(flattered.gain() > 0.05, "" + flattered);
    }

    @Test
    void of_classes_saysWhatEachGets() throws IOException {
        AllocationRow row = split(
                        "count: 40, accuracy: {beta: {alpha: 0.5, beta: 1}}",
                        "[1, 2, 4, 8]",
                        "[best-of-n]",
                        "2",
                        "correlations: [0.8], classes: 4")
                .row("best-of-n", 2, 0.8);
        assertEquals(4, row.classes());
        assertEquals(4, row.split().size());
        assertEquals(
                1,
                row.split().stream()
                        .mapToDouble(AllocationRow.ClassShare::problems)
                        .sum(),
                TINY);
        assertEquals(
                2,
                row.split().stream()
                        .mapToDouble(share -> share.problems() * share.average())
                        .sum(),
                1e-9);
        assertTrue(row.split().stream().anyMatch(share -> share.lower().startsWith("best-of-n@")), "" + row);
    }

    /** Two right answers, ten draws at most: the easiest problem takes 2/p of three candidates, the next easiest the rest. */
    @Test
    void of_rightAnswers_goesToTheEasiest() throws IOException {
        Split split = split(
                "count: 3, accuracy: {uniform: {low: 0.75, high: 0.98}}",
                "[1, 3]",
                "[best-of-n]",
                "2",
                "correlations: [0, 1], right-answers: {count: 2, cap: 10}");
        double[] ps = IntStream.range(0, 3)
                .mapToDouble(i -> ps(split.experiment())[i])
                .sorted()
                .toArray();
        AllocationRow full = split.row("right answers", 1, 1);
        // with ten draws fewer than two are right with a chance below 31·.25⁹ = 1.2e-4
        assertEquals((2 + ps[1] * (3 - 2 / ps[2])) / 3, full.value(), 1.2e-4);
        assertEquals((ps[0] + ps[1] + ps[2]) / 3, full.uniform(), TINY);
        assertEquals(0, split.row("right answers", 1, 0).gain(), TINY);
        assertTrue(full.gain() > 0.01, "" + full);
    }
}
