package overthink.scenarios.analysis.learning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import overthink.core.estimate.Row;
import overthink.core.experiment.Execution;
import overthink.core.experiment.Progress;
import overthink.scenarios.analysis.sweep.PointResult;
import overthink.scenarios.analysis.sweep.SweepRun;
import overthink.scenarios.document.InvalidScenarioException;
import overthink.scenarios.document.Scenario;
import overthink.scenarios.document.ScenarioReader;
import overthink.scenarios.plugins.StrategyCatalog;

/** Rounds of learning against their recursion, which is exact where rows are. */
class LearningRoundsTest {

    private static final double T = 0.9;
    private static final double F = 0.2;
    private static final int N = 4;
    private static final double[] P = {0, 0.1, 0.6, 1};

    @TempDir
    private Path folder;

    private Scenario read(String learning, String strategies) throws IOException {
        return read("problems: {accuracy: {empirical: {values: [0, 0.1, 0.6, 1]}}}", learning, strategies);
    }

    private Scenario read(String problems, String learning, String strategies) throws IOException {
        Path file = Files.writeString(
                folder.resolve("learning.yaml"), """
                        seed: 42
                        world:
                          %s
                          verifier: {outcome: {tpr: %s, fpr: %s}}
                        budgets: {values: [1, %d]}
                        strategies: %s
                        method: exact
                        %s
                        """.formatted(problems, T, F, N, strategies, learning));
        return new ScenarioReader(StrategyCatalog.load(List.of())).read(file, List.of());
    }

    private static List<PointResult> run(Scenario scenario) {
        return new SweepRun(scenario, Optional.empty(), true)
                .run(new Execution(2, Execution.PATIENCE, Progress.SILENT), (number, of, point, experiment) -> {});
    }

    private static double accuracy(PointResult result, String strategy, double budget) {
        return result.results().rows().stream()
                .filter(row -> row.strategy().equals(strategy) && row.budget() == budget)
                .mapToDouble(Row::accuracy)
                .findFirst()
                .orElseThrow();
    }

    /** P(the first accepted of N is of a kind that is accepted with so much): kind·(1 − (1 − a)^N)/a. */
    private static double kept(double kind, double p, int most) {
        double a = p * T + (1 - p) * F;
        return kind * (1 - Math.pow(1 - a, most)) / a;
    }

    /** The mean accuracy after some rounds, each of which moves p by a rule of the share kept right and that kept wrong. */
    private static double after(int rounds, int most, boolean rightAlone, DoubleBinaryOperator move) {
        double sum = 0;
        for (double first : P) {
            double p = first;
            for (int round = 0; round < rounds; round++) {
                double right = kept(p * T, p, N);
                double wrong = rightAlone ? 0 : kept((1 - p) * F, p, N);
                p = move.applyAsDouble(p, right - wrong);
            }
            sum += kept(p * T, p, most);
        }
        return sum / P.length;
    }

    private static double logOddsMove(double p, double kept) {
        return p == 0 || p == 1 ? p : 1 / (1 + Math.exp(-(Math.log(p / (1 - p)) + 1.5 * kept)));
    }

    /** Rows follow the recursion in every round under every budget; moving p itself, or not at all, is told from it. */
    @Test
    void rounds_ofFirstAccepted_followTheRecursion() throws IOException {
        for (String keep : List.of("answers", "right")) {
            boolean rightAlone = keep.equals("right");
            List<PointResult> results = run(read(
                    "learning: {rounds: 3, rate: 1.5, keep: %s}".formatted(keep),
                    "[first-accepted: {fallback: abstain}]"));
            assertEquals(4, results.size());
            for (int round = 0; round <= 3; round++) {
                assertEquals(
                        Map.of("round", BigDecimal.valueOf(round)),
                        results.get(round).point().key().values());
                for (int budget : new int[] {1, N}) {
                    double found = accuracy(results.get(round), "first-accepted", budget);
                    assertEquals(after(round, budget, rightAlone, LearningRoundsTest::logOddsMove), found, 1e-12);
                    double wrongly =
                            after(round, budget, rightAlone, (p, kept) -> Math.max(0, Math.min(1, p + 1.5 * kept)));
                    assertTrue(round == 0 || Math.abs(wrongly - found) > 1e-3, "p itself is not moved");
                }
            }
        }
    }

    /** A recursion: what p becomes, of p, of what it was before any round, and of the shares kept right and wrong. */
    @FunctionalInterface
    private interface Rule {
        double next(double p, double first, double right, double wrong);
    }

    private static void follows(List<PointResult> results, Rule rule) {
        double[] now = P.clone();
        for (int round = 0; round < results.size(); round++) {
            double sum = 0;
            for (int i = 0; i < P.length; i++) {
                sum += kept(now[i] * T, now[i], N);
                now[i] = rule.next(now[i], P[i], kept(now[i] * T, now[i], N), kept((1 - now[i]) * F, now[i], N));
            }
            assertEquals(sum / P.length, accuracy(results.get(round), "first-accepted", N), 1e-9, "round " + round);
        }
    }

    private static void rejects(String planted, List<PointResult> results, Rule rule) {
        assertThrows(AssertionError.class, () -> follows(results, rule), planted);
    }

    /** Rows are told from those of a learner that gets something wrong: here all that is kept, mistakes too, teaches. */
    @Test
    void rounds_ofAWrongRecursion_areRejected() throws IOException {
        List<PointResult> results =
                run(read("learning: {rounds: 3, rate: 1.5}", "[first-accepted: {fallback: abstain}]"));
        follows(results, (p, first, right, wrong) -> logOddsMove(p, right - wrong));
        rejects("mistakes that teach nothing", results, (p, first, right, wrong) -> logOddsMove(p, right));
        rejects(
                "mistakes that teach like the rest",
                results,
                (p, first, right, wrong) -> logOddsMove(p, right + wrong));
        rejects("no answer for a mistake", results, (p, first, right, wrong) -> logOddsMove(p, 2 * right - 1));
        rejects(
                "the share of what is kept in place of that of trials",
                results,
                (p, first, right, wrong) -> right + wrong == 0 ? p : logOddsMove(p, (right - wrong) / (right + wrong)));
        rejects(
                "each round from the beginning",
                results,
                (p, first, right, wrong) -> logOddsMove(first, right - wrong));
        rejects(
                "the first round alone",
                results,
                (p, first, right, wrong) -> p == first ? logOddsMove(p, right - wrong) : p);
        rejects("nothing", results, (p, first, right, wrong) -> p);
        rejects("odds in place of log-odds", results, (p, first, right, wrong) -> {
            double odds = p / (1 - p) * (1 + 1.5 * (right - wrong));
            return p == 1 ? 1 : Math.max(0, odds / (1 + odds));
        });
        rejects(
                "a problem out of reach that moves",
                results,
                (p, first, right, wrong) -> logOddsMove(Math.max(p, 1e-2), right - wrong));
    }

    /** Every strategy learns by itself; one that always answers keeps all its mistakes. */
    @Test
    void rounds_ofSeveralStrategies_areEachOnesOwn() throws IOException {
        List<PointResult> results =
                run(read("learning: {rounds: 2, rate: 1.5}", "[first-accepted: {fallback: abstain}, single]"));
        double single = 0;
        for (double first : P) {
            double p = first;
            for (int round = 0; round < 2; round++) {
                p = logOddsMove(p, p - (1 - p));
            }
            single += p / P.length;
        }
        assertEquals(single, accuracy(results.get(2), "single", N), 1e-12);
        assertEquals(
                after(2, N, false, LearningRoundsTest::logOddsMove),
                accuracy(results.get(2), "first-accepted", N),
                1e-12);
    }

    /** Rates are swept, and each has its own rounds from the beginning. */
    @Test
    void rounds_atEveryPoint_beginAnew() throws IOException {
        Scenario scenario = read(
                "learning: {rounds: 1, rate: 1.5}\nsweep: {learning.rate: [1.5, 0]}",
                "[first-accepted: {fallback: abstain}]");
        List<PointResult> results = run(scenario);
        assertEquals(4, results.size());
        double first = accuracy(results.get(0), "first-accepted", N);
        assertEquals(
                after(1, N, false, LearningRoundsTest::logOddsMove),
                accuracy(results.get(1), "first-accepted", N),
                1e-12);
        assertEquals(first, accuracy(results.get(2), "first-accepted", N));
        assertEquals(first, accuracy(results.get(3), "first-accepted", N), "a rate of 0 teaches nothing");
    }

    private void refused(String part, String problems, String learning) {
        InvalidScenarioException refused =
                assertThrows(InvalidScenarioException.class, () -> read(problems, learning, "[first-accepted]"));
        assertTrue(
                refused.diagnostics().stream().anyMatch(one -> one.toString().contains(part)),
                () -> part + " in " + refused.diagnostics());
    }

    @Test
    void learning_thatMeansNothing_isRefused() {
        String listed = "problems: {count: 3, accuracy: 0.5}";
        refused(
                "learning: a policy learns problem by problem, of problems that can be counted, not of a population",
                "problems: {count: population, accuracy: {uniform: {low: 0, high: 1}}}",
                "learning: {rounds: 1, rate: 1}");
        refused("round: a round is one of learning, which is not stated", listed, "round: 2");
        refused(
                "learning.rounds: must be a whole number between 1 and 100, not 0",
                listed,
                "learning: {rounds: 0, rate: 1}");
        refused("learning.rate: must be a number between 0 and 100, not -1", listed, "learning: {rounds: 1, rate: -1}");
        refused(
                "learning.keep: must be one of answers, right, not correct",
                listed,
                "learning: {rounds: 1, rate: 1, keep: correct}");
    }
}
