package overthink.strategies.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import overthink.core.api.Parameters;
import overthink.core.api.Strategy;
import overthink.core.api.StrategyProvider;
import overthink.core.estimate.BinPlan;
import overthink.core.estimate.Row;
import overthink.core.exact.selection.FirstAcceptedLaw;
import overthink.core.experiment.Budgets;
import overthink.core.experiment.ConfiguredStrategy;
import overthink.core.experiment.Experiment;
import overthink.core.experiment.Progress;
import overthink.core.experiment.TrialPlan;
import overthink.core.law.difficulty.Levels;
import overthink.core.law.difficulty.Point;
import overthink.core.law.verifier.NoiseShares;
import overthink.core.law.verifier.Verifier;
import overthink.core.model.SyntheticWorld;
import overthink.core.run.ExperimentRun;
import overthink.core.testkit.FalseAlarm;
import overthink.core.trial.TrialRunner;
import overthink.core.trial.TrialRunner.Grade;
import overthink.core.world.Policy;
import overthink.core.world.Problems;
import overthink.core.world.Verifiers;
import overthink.strategies.selection.FirstAcceptedProvider;
import overthink.strategies.selection.RepeatedVerificationProvider;
import tools.jackson.databind.JsonNode;

/**
 * What imperfect Boolean verifiers do, as recorded in {@code values.json}: resampling until one accepts, and verdicts on one
 * candidate that agree more than independence says. Seed 42; each assertion states a chance of false alarm of 1e-8 or less,
 * and there are fewer than 100 of them.
 */
class RecordedVerdictsTest {

    private static final String FILE = "values.json";
    private static final double FALSE_ALARM = 1e-9;
    private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);

    private static JsonNode record(String name) {
        JsonNode record = Records.read(FILE).path(name);
        Assumptions.assumeFalse(record.isMissingNode(), () -> "there is no record " + name);
        return record;
    }

    // ---- resampling until accepted ----

    /** The types of problems as levels, with their weights. */
    private static Levels types(JsonNode record) {
        double[] prior = Records.numbers(record.get("types").get("prior"));
        double[] success = Records.numbers(record.get("types").get("success"));
        List<Levels.Level> levels = new ArrayList<>();
        for (int i = 0; i < prior.length; i++) {
            levels.add(new Levels.Level("type" + i, prior[i], new Point(success[i])));
        }
        return new Levels(levels);
    }

    private static FirstAcceptedLaw exact(JsonNode record) {
        return new FirstAcceptedLaw(
                record.get("tpr").asDouble(), record.get("fpr").asDouble());
    }

    /** E[accuracy + V·false acceptance] over the types. */
    private static double exactReward(JsonNode record, double falsePositive, long attempts) {
        return types(record).expectation(p -> exact(record).utility(p, attempts, -falsePositive));
    }

    @Tag("slow")
    @Test
    void resampling_closedForm_toFiveDigits() {
        JsonNode record = record("resampling-until-accepted");
        for (JsonNode entry : record.get("cases")) {
            double falsePositive = entry.get("falsePositive").asDouble();
            entry.get("rewardByAttempts")
                    .properties()
                    .forEach(reward -> assertEquals(
                            reward.getValue().asDouble(),
                            exactReward(record, falsePositive, Long.parseLong(reward.getKey())),
                            1e-5));
            assertEquals(entry.get("bestAttempts").asLong(), exact(record).bestCap(types(record), -falsePositive));
        }
    }

    /**
     * The strategy on a world of levels, its rewards weighted by the types' prior: a level's problems are all alike, so its
     * mean has the binomial error of its trials. A reward of 1, V or 0 has variance A + V²F − (A + VF)².
     */
    @Tag("slow")
    @Test
    void resampling_simulated_withinItsError() {
        JsonNode record = record("resampling-until-accepted");
        for (JsonNode entry : record.get("cases")) {
            double falsePositive = entry.get("falsePositive").asDouble();
            long[] attempts = entry.get("rewardByAttempts").propertyNames().stream()
                    .mapToLong(Long::parseLong)
                    .sorted()
                    .toArray();
            Reward[] rewards = simulated(record, falsePositive, attempts);
            for (int i = 0; i < attempts.length; i++) {
                double expected =
                        entry.get("rewardByAttempts").get("" + attempts[i]).asDouble();
                Reward reward = rewards[i];
                FalseAlarm.assertMean(
                        "V %s, %d attempts".formatted(falsePositive, attempts[i]),
                        expected,
                        reward.mean,
                        reward.stdError,
                        FALSE_ALARM);
                assertThrows(
                        AssertionError.class,
                        () -> FalseAlarm.assertMean(
                                "no penalty", expected, reward.mean + 0.01, reward.stdError, FALSE_ALARM));
            }
        }
    }

    private record Reward(double mean, double stdError) {}

    private static Reward[] simulated(JsonNode record, double falsePositive, long[] attempts) {
        Levels types = types(record);
        SyntheticWorld world = new SyntheticWorld(
                new Problems(types, 400),
                Policy.FLAT,
                Verifiers.outcome(Verifier.of(
                        record.get("tpr").asDouble(), record.get("fpr").asDouble())));
        List<Row> rows = ExperimentRun.simulate(
                        new Experiment(
                                world,
                                Budgets.generations(attempts),
                                List.of(ConfiguredStrategy.of(
                                        new FirstAcceptedProvider(), Map.of("fallback", "abstain"))),
                                new TrialPlan.Count(2500),
                                new BinPlan.Levels(),
                                42),
                        1,
                        Progress.SILENT)
                .rows();
        double[] means = new double[attempts.length];
        double[] variances = new double[attempts.length];
        for (Row row : rows) {
            for (Levels.Level level : types.list()) {
                if (row.bin().equals(level.name())) {
                    int i = IntStream.range(0, attempts.length)
                            .filter(at -> attempts[at] == row.budget())
                            .findFirst()
                            .orElseThrow();
                    double mean = row.accuracy() + falsePositive * row.falseAccepted();
                    double square = row.accuracy() + falsePositive * falsePositive * row.falseAccepted();
                    means[i] += level.weight() * mean;
                    variances[i] += level.weight() * level.weight() * (square - mean * mean) / row.trials();
                }
            }
        }
        return IntStream.range(0, attempts.length)
                .mapToObj(i -> new Reward(means[i], Math.sqrt(variances[i])))
                .toArray(Reward[]::new);
    }

    // ---- verdicts that agree ----

    /** P(all k verdicts accept) where a share of the noise is the candidate's: E[Φ((Φ⁻¹(rate) − √share·z)/√(1 − share))^k]. */
    private static double allAccept(double rate, double share, int k) {
        double threshold = STANDARD.inverseCumulativeProbability(rate);
        double width = 1e-2;
        double sum = 0;
        for (double z = -8; z <= 8; z += width) {
            double accepts = STANDARD.cumulativeProbability((threshold - Math.sqrt(share) * z) / Math.sqrt(1 - share));
            sum += STANDARD.density(z) * Math.pow(accepts, k) * width;
        }
        return sum;
    }

    /** A measured curve, and the share that is nearest to it over its k up to 4. */
    private static final class Curve {

        private final int[] calls;
        private final double[] measured;
        private final double share;

        Curve(JsonNode entry) {
            calls = Records.integers(entry.get("k")).stream().mapToInt(k -> k).toArray();
            measured = Records.numbers(entry.get("measured"));
            share = least(this::misfit);
        }

        /** The rate of a single verdict. */
        double rate() {
            return measured[0];
        }

        double misfit(double tried) {
            double misfit = 0;
            for (int i = 0; i < calls.length && calls[i] <= 4; i++) {
                double error = allAccept(rate(), tried, calls[i]) - measured[i];
                misfit += error * error;
            }
            return misfit;
        }
    }

    /** Where a function of one valley is least, by golden sections. */
    private static double least(DoubleUnaryOperator function) {
        double golden = (Math.sqrt(5) - 1) / 2;
        double low = 0;
        double high = 0.999;
        for (int i = 0; i < 40; i++) {
            double left = high - golden * (high - low);
            double right = low + golden * (high - low);
            if (function.applyAsDouble(left) < function.applyAsDouble(right)) {
                high = right;
            } else {
                low = left;
            }
        }
        return 0.5 * (low + high);
    }

    private static final int TRIALS = 160_000;

    /** In how many of the trials one candidate, always right or always wrong, is accepted by all its calls. */
    private static long accepted(JsonNode record, boolean right, double share, int calls) {
        Verifier verifier = Verifier.of(
                        record.get("tpr").asDouble(), record.get("fpr").asDouble())
                .with(new NoiseShares(0, 0, share, 1 - share));
        SyntheticWorld world =
                new SyntheticWorld(new Problems(new Point(right ? 1 : 0), 1), Policy.FLAT, Verifiers.outcome(verifier));
        StrategyProvider provider = new RepeatedVerificationProvider();
        Strategy strategy = provider.create(Parameters.of(
                provider.parameters(), Map.of("calls", calls, "combine", "all-accept", "fallback", "abstain")));
        TrialRunner runner = new TrialRunner(world, Budgets.generations(1), 42);
        long accepted = 0;
        for (int trial = 0; trial < TRIALS; trial++) {
            accepted += runner.run(strategy, 0, trial).get(0).grade() == Grade.ABSTAINED ? 0 : 1;
        }
        return accepted;
    }

    /**
     * With a candidate's share fitted on one, two and four verdicts, the curve meets the measured one to its end within 0.03:
     * for wrong candidates with a share of about 0.90, for right ones with a share of their own, about 0.96. (One share for
     * both, about 0.92, would miss the end by 0.05 and 0.02.) The strategy on the engine gives these curves.
     */
    @Tag("slow")
    @Test
    void allAccept_shareFittedOnFour_meetsTheMeasuredCurve() {
        JsonNode record = record("correlated-verdicts");
        for (boolean right : new boolean[] {false, true}) {
            String name = right ? "allAcceptCorrect" : "allAcceptWrong";
            double rate = record.get(right ? "tpr" : "fpr").asDouble();
            Curve curve = new Curve(record.get(name));
            for (int i = 0; i < curve.calls.length; i++) {
                int k = curve.calls[i];
                double expected = allAccept(rate, curve.share, k);
                String what = "%s, share %s, k = %d".formatted(name, curve.share, k);
                assertEquals(curve.measured[i], expected, 0.03, what);
                long accepted = accepted(record, right, curve.share, k);
                FalseAlarm.assertProportion(what, expected, accepted, TRIALS, FALSE_ALARM);
            }
            int last = curve.calls.length - 1;
            assertThrows(
                    AssertionError.class,
                    () -> FalseAlarm.assertProportion(
                            "independent",
                            Math.pow(curve.rate(), curve.calls[last]),
                            accepted(record, right, curve.share, curve.calls[last]),
                            TRIALS,
                            FALSE_ALARM),
                    "independence is noticed");
        }
    }

    /** Independence misses the end of the curve of wrong candidates by orders of magnitude, whatever is accepted by one call. */
    @Tag("slow")
    @Test
    void allAccept_independentVerdicts_missByOrdersOfMagnitude() {
        JsonNode record = record("correlated-verdicts");
        Curve curve = new Curve(record.get("allAcceptWrong"));
        int last = curve.calls.length - 1;
        long accepted = accepted(record, false, 0, curve.calls[last]);
        double independent = Math.pow(record.get("fpr").asDouble(), curve.calls[last]);
        FalseAlarm.assertProportion("independent", independent, accepted, TRIALS, FALSE_ALARM);
        assertTrue(
                curve.measured[last] > 100 * independent,
                () -> "measured %s, independent %s".formatted(curve.measured[last], independent));
    }
}
