package overthink.scenarios.analysis.sweep;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import overthink.core.estimate.PairedDifference;
import overthink.core.estimate.Quantity;
import overthink.core.estimate.Sample;
import overthink.core.experiment.Checkpoint;
import overthink.core.experiment.Execution;
import overthink.core.experiment.Progress;
import overthink.core.results.Results;
import overthink.scenarios.document.Scenario;
import overthink.scenarios.document.ScenarioReader;
import overthink.scenarios.plugins.StrategyCatalog;

/** Points are run with the same problems and trials, and what they have in common is run once. */
class SweepRunTest {

    private static final int PROBLEMS = 20;
    private static final int TRIALS = 6;

    @TempDir
    private Path temp;

    private Scenario scenario(String sweep) throws IOException {
        Path file = Files.writeString(temp.resolve("s.yaml"), """
                        seed: 3
                        world:
                          problems: {count: 20, accuracy: {beta: {alpha: 0.9, beta: 1.6}}}
                          policy: {wrong-answers: {zipf: {answers: 12, exponent: 1.2}}, tokens-per-step: 50}
                          verifier: {outcome: {auc: 0.80}}
                        budgets: {values: [1, 8]}
                        strategies: [best-of-n, majority-vote]
                        trials: {count: 6}
                        method: simulated
                        sweep: %s
                        """.formatted(sweep));
        return new ScenarioReader(StrategyCatalog.load(List.of())).read(file, List.of());
    }

    /** Hears of every shard that was played. */
    private static final class Counting implements Checkpoint {

        final AtomicInteger played = new AtomicInteger();

        @Override
        public byte @Nullable [] recall(Shard shard) {
            return null;
        }

        @Override
        public void keep(Shard shard, byte[] sums) {
            played.incrementAndGet();
        }
    }

    private static List<PointResult> run(SweepRun sweep, Checkpoint checkpoint) {
        return sweep.run(
                new Execution(2, Execution.PATIENCE, Progress.SILENT, checkpoint, () -> false),
                (number, of, point, experiment) -> {});
    }

    /**
     * Of 40 points that are handed on and not held, the last alone is there in the end, and one that the collector has not met:
     * what a sweep takes does not grow with its points. Where all are asked for at once, all are there.
     */
    @Tag("slow")
    @Test
    void run_pointsThatNobodyHolds_areForgotten() throws IOException {
        String forty = "{world.verifier.outcome.auc: {from: 0.6, to: 0.9, points: 40}}";
        List<WeakReference<Results>> results = new ArrayList<>();
        List<WeakReference<Sample>> samples = new ArrayList<>();
        SweepRun sweep = new SweepRun(scenario(forty), Optional.empty(), true);
        sweep.run(
                new Execution(2, Execution.PATIENCE, Progress.SILENT, Checkpoint.NONE, () -> false),
                (number, of, point, experiment) -> {},
                point -> {
                    results.add(new WeakReference<>(point.results()));
                    samples.add(new WeakReference<>(point.results().samples().get(0)));
                });
        assertEquals(40, results.size());
        assertTrue(there(results) <= 2, "results");
        assertTrue(there(samples) <= 3, "samples: the first point's, too, from which others differ");
        Reference.reachabilityFence(sweep);
        List<PointResult> held = run(new SweepRun(scenario(forty), Optional.empty(), true), Checkpoint.NONE);
        assertEquals(
                40,
                there(held.stream()
                        .map(point -> new WeakReference<>(point.results()))
                        .toList()));
        assertEquals(40, held.size());
    }

    private static <T> long there(List<WeakReference<T>> references) {
        System.gc();
        return references.stream().filter(reference -> reference.get() != null).count();
    }

    /** By problem and trial, from the means and the deviations of groups, each of which has one trial at most. */
    private static double[][] accuracies(Sample sample) {
        long[] trials = sample.trials();
        double[][] accuracies = new double[PROBLEMS][];
        double[] buffer = new double[Quantity.COUNT];
        for (int problem = 0; problem < PROBLEMS; problem++) {
            sample.means(problem, buffer);
            double mean = buffer[Quantity.ACCURACY.ordinal()];
            List<Double> own = new ArrayList<>();
            for (int group = 0; group < trials.length; group++) {
                assertTrue(trials[group] <= 1, "more groups than trials");
                if (trials[group] == 1) {
                    sample.deviations(problem, group, buffer);
                    own.add(mean + buffer[Quantity.ACCURACY.ordinal()]);
                }
            }
            accuracies[problem] = own.stream().mapToDouble(Double::doubleValue).toArray();
            assertEquals(TRIALS, own.size());
        }
        return accuracies;
    }

    /**
     * Over the population: the standard deviation of the problems' mean differences over √problems. Over these problems: the
     * root of the sum over the problems of the variances of their mean differences, over their number. Two points whose trials
     * were independent would have the sum of both variances: that is told apart.
     */
    @Test
    void changes_betweenTwoPoints_areThoseOfPairsOfTrials() throws IOException {
        List<PointResult> points = run(
                new SweepRun(scenario("{world.verifier.outcome.auc: [0.6, 0.9]}"), Optional.empty(), false),
                Checkpoint.NONE);
        Change change = points.get(1).changes().get(0);
        assertEquals("best-of-n", change.strategy());
        assertTrue(change.paired());
        double[][] low = accuracies(points.get(0).results().samples().get(1));
        double[][] high = accuracies(points.get(1).results().samples().get(1));
        double[] means = new double[PROBLEMS];
        double within = 0;
        double independent = 0;
        for (int i = 0; i < PROBLEMS; i++) {
            double[] differences = new double[TRIALS];
            for (int t = 0; t < TRIALS; t++) {
                differences[t] = high[i][t] - low[i][t];
            }
            means[i] = mean(differences);
            within += variance(differences) / TRIALS;
            independent += (variance(high[i]) + variance(low[i])) / TRIALS;
        }
        PairedDifference accuracy = change.accuracy();
        assertEquals(mean(means), accuracy.difference(), 1e-12);
        assertEquals(Math.sqrt(variance(means) / PROBLEMS), accuracy.populationStdError(), 1e-12);
        assertEquals(Math.sqrt(within) / PROBLEMS, accuracy.stdError(), 1e-12);
        assertTrue(
                Math.sqrt(independent) / PROBLEMS > 1.1 * accuracy.stdError(),
                "trials share their candidates, so errors of independent ones are larger");
    }

    @Test
    void changes_ofOtherProblems_areUnpaired() throws IOException {
        List<PointResult> points = run(
                new SweepRun(scenario("{world.problems.count: [20, 30]}"), Optional.empty(), false), Checkpoint.NONE);
        Change change = points.get(1).changes().get(0);
        assertTrue(!change.paired());
        double one = points.get(0).results().rows().get(1).populationStdError();
        double two = points.get(1).results().rows().get(1).populationStdError();
        assertEquals(Math.sqrt(one * one + two * two), change.accuracy().populationStdError(), 1e-15);
    }

    @Test
    void strategies_thatNothingTouches_areRunOnce() throws IOException {
        SweepRun sweep =
                new SweepRun(scenario("{world.verifier.outcome.auc: [0.6, 0.7, 0.8]}"), Optional.empty(), false);
        assertEquals(3 + 1, sweep.units(), "majority-vote asks no verifier");
        List<PointResult> points = run(sweep, Checkpoint.NONE);
        assertSame(
                points.get(0).results().rows().get(3),
                points.get(2).results().rows().get(3));
        assertEquals(
                new PairedDifference(0, 0, 0), points.get(2).changes().get(1).accuracy());
        assertEquals(
                6, new SweepRun(scenario("{world.policy.recovery: [0, 0.1, 0.2]}"), Optional.empty(), false).units());
        assertEquals(
                2 + 2,
                new SweepRun(
                                scenario(
                                        "{'strategies[1]': [majority-vote, {best-of-majority: {share: 0.5}}, single]}"),
                                Optional.empty(),
                                false)
                        .units(),
                "best-of-n once");
    }

    @Test
    void trials_thatDifferByPricesAlone_arePlayedOnce() throws IOException {
        Counting one = new Counting();
        Counting three = new Counting();
        run(new SweepRun(scenario("{world.policy.price.output: [1]}"), Optional.empty(), false), one);
        List<PointResult> points =
                run(new SweepRun(scenario("{world.policy.price.output: [1, 2, 4]}"), Optional.empty(), false), three);
        assertTrue(one.played.get() > 0);
        assertEquals(one.played.get(), three.played.get());
        double[] usd = points.stream()
                .mapToDouble(point -> point.results().rows().get(1).cost().usd())
                .toArray();
        assertArrayEquals(new double[] {usd[0], 2 * usd[0], 4 * usd[0]}, usd, 1e-15);
        assertTrue(usd[0] > 0);
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double variance(double[] values) {
        double mean = mean(values);
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
        }
        return sum / (values.length - 1);
    }
}
