package overthink.scenarios.analysis.power;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.apache.commons.math3.distribution.TDistribution;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import overthink.core.estimate.PairedTrials;
import overthink.core.estimate.Pairing;
import overthink.core.estimate.TwoSidedTest;
import overthink.core.experiment.Execution;
import overthink.core.experiment.Experiment;
import overthink.core.experiment.Progress;
import overthink.core.results.PairedResults;
import overthink.core.run.PairedRun;
import overthink.scenarios.document.ScenarioReader;
import overthink.scenarios.plugins.StrategyCatalog;

/**
 * The power that is promised is met: tests on problems and candidates that are drawn anew find the difference as often as was
 * asked for.
 *
 * <p>With R = {@value #TESTS} tests the share that finds it has a standard error of √(.8·.2/R) = .018. What was planned errs as
 * well: power moves by φ(z<sub>.8</sub>)·(z<sub>.975</sub> + z<sub>.8</sub>) = .784 times the relative error of the difference, and
 * by half of that times the relative error of the variance, √(2/P) = .022 for P = {@value #PROBLEMS} problems. Five worlds, two
 * comparisons each, at 5.5 standard errors: a false alarm has a chance of 4e-7. Seeds are fixed.
 */
@Tag("slow")
class PowerSimulationTest {

    private static final int PROBLEMS = 4000;
    private static final int TRIALS = 24;
    private static final int TESTS = 500;
    private static final double ERRORS = 5.5;
    private static final double SLOPE = 0.784;
    private static final double LEVEL = 0.05;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    0.3                                                  | {auc: 0.85}            | best-of-n@8     | majority-vote@8  | 2
                    {beta: {alpha: 0.9, beta: 1.6}}                      | {auc: 0.90}            | best-of-n@8     | best-of-n@1      | 2
                    {uniform: {low: 0.1, high: 0.7}}                     | {auc: 0.80}            | weighted-vote@8 | majority-vote@2  | 3
                    {logit-normal: {mu: -1, sigma: 1.5}}                  | {tpr: 0.9, fpr: 0.1}   | best-of-n@4     | majority-vote@4  | 2
                    {mixture: [{weight: 0.5, accuracy: 0.1}, {weight: 0.5, accuracy: 0.6}]} | {auc: 0.9, shared: {answer: 0.3}} | weighted-vote@8 | majority-vote@1 | 4
                    """)
    void tests_asPlanned_findTheDifferenceAsOftenAsPromised(
            String accuracy, String verifier, String first, String second, int samples) throws IOException {
        PowerAnalysis analysis = analysis(accuracy, verifier, first, second, samples);
        PowerPoint paired = point(analysis, Pairing.CANDIDATES);
        PowerPoint unpaired = point(analysis, Pairing.NOTHING);
        double doubt = SLOPE * analysis.populationStdError() / Math.abs(analysis.difference());
        double variance = SLOPE / 2 * Math.sqrt(2.0 / PROBLEMS);
        double bound = ERRORS * Math.sqrt(0.8 * 0.2 / TESTS + doubt * doubt + variance * variance);
        assertTrue(bound < 0.15, "a bound of %s says nothing".formatted(bound));

        int most = (int) Math.max(paired.problems(), 2 * unpaired.problems());
        List<PairedTrials.Problem> problems = play(
                        experiment(accuracy, verifier, most * TESTS, 43), analysis.question(), samples)
                .trials()
                .orElseThrow()
                .problems();
        double found = share(problems, most, (int) paired.problems(), false);
        assertEquals(0.8, found, bound, "paired");
        assertEquals(0.8, share(problems, most, (int) unpaired.problems(), true), bound, "unpaired");

        // planted wrong: the number of the other formula
        assertTrue(share(problems, most, (int) unpaired.problems(), false) > 0.8 + bound, "too many");
        assertTrue(share(problems, most, (int) paired.problems(), true) < 0.8 - bound, "too few");
    }

    private PowerAnalysis analysis(String accuracy, String verifier, String first, String second, int samples)
            throws IOException {
        Experiment experiment = experiment(accuracy, verifier, PROBLEMS, 42);
        PowerQuestion question = new PowerQuestion(
                Contender.of(first, experiment),
                Contender.of(second, experiment),
                new TwoSidedTest(LEVEL, 0.8),
                List.of((double) samples),
                OptionalLong.empty(),
                OptionalDouble.empty(),
                0);
        return PowerAnalysis.of(question, play(experiment, question, TRIALS));
    }

    private Experiment experiment(String accuracy, String verifier, int problems, int seed) throws IOException {
        Path file = Files.writeString(folder.resolve("world.yaml"), """
                        name: world
                        seed: %d
                        world:
                          problems: {count: %d, accuracy: %s}
                          policy: {wrong-answers: {zipf: {answers: 6, exponent: 1}}}
                          verifier: {outcome: %s}
                        budgets: {values: [1, 8]}
                        strategies: [best-of-n, majority-vote, weighted-vote]
                        trials: {count: 2}
                        """.formatted(seed, problems, accuracy, verifier));
        return new ScenarioReader(StrategyCatalog.load(List.of()))
                .read(file, List.of())
                .experiment();
    }

    private static PairedResults play(Experiment experiment, PowerQuestion question, int trials) {
        return PairedRun.play(
                experiment,
                question.first().side(),
                question.second().side(),
                trials,
                new Execution(2, Execution.PATIENCE, Progress.SILENT));
    }

    private static PowerPoint point(PowerAnalysis analysis, Pairing pairing) {
        return analysis.designs().stream()
                .filter(design -> design.variance().pairing() == pairing)
                .findFirst()
                .orElseThrow()
                .points()
                .get(0);
    }

    /** The share of tests on {@code size} problems each, or on as many each for either strategy, that find a difference. */
    private static double share(List<PairedTrials.Problem> problems, int stride, int size, boolean apart) {
        double critical =
                new TDistribution(null, apart ? 2 * size - 2 : size - 1).inverseCumulativeProbability(1 - LEVEL / 2);
        int found = 0;
        for (int test = 0; test < TESTS; test++) {
            Moments first = new Moments();
            Moments second = new Moments();
            for (int i = 0; i < size; i++) {
                PairedTrials.Problem problem = problems.get(test * stride + i);
                if (apart) {
                    first.add(problem.first());
                    second.add(problems.get(test * stride + size + i).second());
                } else {
                    first.add(problem.difference());
                }
            }
            double error = Math.sqrt((first.variance() + (apart ? second.variance() : 0)) / size);
            found += Math.abs(first.mean() - second.mean()) > critical * error ? 1 : 0;
        }
        return (double) found / TESTS;
    }

    /** The mean and the variance of numbers. */
    private static final class Moments {

        private double count;
        private double sum;
        private double squares;

        void add(double number) {
            count++;
            sum += number;
            squares += number * number;
        }

        double mean() {
            return count == 0 ? 0 : sum / count;
        }

        double variance() {
            return (squares - sum * sum / count) / (count - 1);
        }
    }
}
