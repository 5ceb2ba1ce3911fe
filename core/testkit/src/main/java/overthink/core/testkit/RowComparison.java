package overthink.core.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import overthink.core.api.Law;
import overthink.core.api.Resource;
import overthink.core.estimate.BinPlan;
import overthink.core.estimate.Row;
import overthink.core.experiment.Budgets;
import overthink.core.experiment.ConfiguredStrategy;
import overthink.core.experiment.Experiment;
import overthink.core.experiment.MethodChoice;
import overthink.core.experiment.Progress;
import overthink.core.experiment.TrialPlan;
import overthink.core.law.answer.AnswerLaw;
import overthink.core.law.cost.CountLaw;
import overthink.core.law.cost.Latency;
import overthink.core.law.cost.Price;
import overthink.core.law.cost.Tariff;
import overthink.core.law.difficulty.Empirical;
import overthink.core.law.step.StepProfile;
import overthink.core.law.verifier.Verifier;
import overthink.core.model.SyntheticWorld;
import overthink.core.model.World;
import overthink.core.results.Results;
import overthink.core.run.Simulator;
import overthink.core.world.Policy;
import overthink.core.world.Problems;
import overthink.core.world.Verifiers;

/** Whether rows that mathematics gives are those of trials, as far as trials let one tell. */
final class RowComparison {

    /** The chance of a false alarm of one comparison. */
    private static final double EACH = 1e-9;

    /** What rare events, whose counts are not normal, may differ by. */
    private static final double RARE = 20;

    /** What means of costs that are not random may differ by. */
    private static final double ROUNDING = 1e-9;

    static final long SEED = 42;

    private RowComparison() {}

    /** Whether trials of a law under one budget differ in what they spend. */
    static boolean spendsAtRandom(Law law) {
        return law instanceof Law.UntilAccepted
                || law instanceof Law.UntilPassed
                || law instanceof Law.VoteUntil
                || law instanceof Law.VoteUntilAgreed
                || law instanceof Law.BestUntil
                || law instanceof Law.UntilFinished
                || law instanceof Law.Cascaded
                || law instanceof Law.CascadedByVote;
    }

    /**
     * Ten problems from never to always solved, solutions of 4 steps that may recover, and costs in every resource.
     *
     * @param outcome the outcome verifier
     * @param process the process verifier
     */
    static SyntheticWorld world(AnswerLaw answers, Verifier outcome, Verifier process) {
        Tariff policy = new Tariff(1e9, new Price(0.1, 0.4), new Latency(0.2, 0.01, 8));
        Tariff verifier = new Tariff(1e8, new Price(0.05, 0), new Latency(0.1, 0.001, 16));
        return new SyntheticWorld(
                new Problems(new Empirical(0.02, 0.1, 0.15, 0.25, 0.3, 0.5, 0.7, 0.95, 0, 1), 10),
                new Policy(
                        new CountLaw.Constant(4),
                        0.1,
                        StepProfile.UNIFORM,
                        answers,
                        new CountLaw.Constant(100),
                        new CountLaw.Constant(30),
                        policy),
                new Verifiers(outcome, process, null, 300, verifier));
    }

    /** Runs one strategy by one method. */
    static Results run(
            World world, Budgets budgets, ConfiguredStrategy strategy, int trials, MethodChoice method, int threads) {
        Experiment experiment = new Experiment(
                world, budgets, List.of(strategy), new TrialPlan.Count(trials), new BinPlan.Thresholds(), SEED, method);
        Results results = Simulator.run(experiment, threads, Progress.SILENT);
        expect(results.faults().isEmpty(), () -> "stopped: " + results.faults());
        return results;
    }

    /**
     * Asserts that a shortcut's rows are those of the plain strategy as far as trials let one tell.
     *
     * @param plain rows of trials of the plain strategy
     * @param fast rows of the shortcut for the same experiment
     * @param spendsAtRandom whether trials under one budget differ in what they spend
     */
    static void assertSame(Results plain, Results fast, boolean spendsAtRandom) {
        assertSame(plain, fast, spendsAtRandom, true);
    }

    /**
     * {@link #assertSame(Results, Results, boolean)} of candidates that may cost different amounts.
     *
     * @param candidatesAlike whether all cost the same
     */
    static void assertSame(Results plain, Results fast, boolean spendsAtRandom, boolean candidatesAlike) {
        expectEqual("rows", plain.rows().size(), fast.rows().size());
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < plain.rows().size(); i++) {
            Row slow = plain.rows().get(i);
            Row quick = fast.rows().get(i);
            expectEqual("bins", slow.bin(), quick.bin());
            expectEqual("budgets", slow.budget(), quick.budget());
            expectEqual("problems", slow.problems(), quick.problems());
            double trials = slow.trials();
            double error = Math.hypot(slow.stdError(), quick.stdError()) + (quick.upper() - quick.lower()) / 100;
            differ(differences, "accuracy", slow, quick, slow.accuracy() - quick.accuracy(), error);
            differ(
                    differences,
                    "coverage",
                    slow,
                    quick,
                    slow.coverage() - quick.coverage(),
                    pooled(slow.coverage(), quick.coverage(), trials));
            differ(
                    differences,
                    "abstained",
                    slow,
                    quick,
                    slow.abstained() - quick.abstained(),
                    pooled(slow.abstained(), quick.abstained(), trials));
            expect(
                    Math.abs(quick.accuracy() + quick.abstained() + quick.falseAccepted() - 1) <= 1e-12,
                    () -> "shares that are not 1 together: " + quick);
            expect(quick.accuracy() <= quick.coverage() + 1e-9, () -> "more accuracy than coverage: " + quick);
            if (candidatesAlike) {
                compareCosts(slow, quick, spendsAtRandom);
            } else {
                compareEachCost(slow, quick);
            }
        }
        expect(differences.isEmpty(), () -> String.join("\n", differences));
    }

    /** Of two means of so many trials; that of trials within problems is less. */
    private static double pooled(double one, double other, double trials) {
        double mean = 0.5 * (one + other);
        return Math.sqrt(2 * mean * (1 - mean) / trials);
    }

    private static void differ(
            List<String> differences, String what, Row slow, Row quick, double difference, double error) {
        double allowed = FalseAlarm.standardErrors(EACH) * error + RARE / slow.trials() + 1e-12;
        if (!(Math.abs(difference) <= allowed)) {
            differences.add("%s differs by %s, and %s is allowed: %s against %s"
                    .formatted(what, difference, allowed, slow, quick));
        }
    }

    /** Whether all candidates of a law cost the same. */
    static boolean candidatesAlike(Law law) {
        return !(law instanceof Law.Cascaded || law instanceof Law.CascadedByVote);
    }

    /** Each mean by its own error of trials. */
    private static void compareEachCost(Row slow, Row quick) {
        for (Resource resource : Resource.values()) {
            double error = slow.costStdError().of(resource);
            FalseAlarm.assertMean(
                    resource.label(),
                    quick.cost().of(resource),
                    slow.cost().of(resource),
                    error + ROUNDING * Math.abs(slow.cost().of(resource)),
                    EACH);
        }
    }

    private static void compareCosts(Row slow, Row quick, boolean spendsAtRandom) {
        double scale = 1;
        if (spendsAtRandom) {
            // Popoviciu: the standard deviation of what lies between 0 and N is at most N/2.
            double error = 0.5 * slow.budget() / Math.sqrt(slow.trials());
            FalseAlarm.assertMean(
                    "generations", quick.cost().generations(), slow.cost().generations(), error, EACH);
            scale = slow.cost().generations() / quick.cost().generations();
        }
        assertShare(
                "generations",
                slow,
                slow.cost().generations(),
                scale * quick.cost().generations());
        assertShare("steps", slow, slow.cost().steps(), scale * quick.cost().steps());
        assertShare("tokens", slow, slow.cost().tokens(), scale * quick.cost().tokens());
        assertShare(
                "verifier calls",
                slow,
                slow.cost().verifierCalls(),
                scale * quick.cost().verifierCalls());
        boolean oneByOne = Math.abs(quick.cost().rounds() - quick.cost().generations()) <= ROUNDING;
        if (spendsAtRandom && !oneByOne) {
            compareRounds(slow, quick);
            return;
        }
        assertShare("rounds", slow, slow.cost().rounds(), scale * quick.cost().rounds());
        if (!spendsAtRandom) {
            assertShare(
                    "input tokens",
                    slow,
                    slow.cost().inputTokens(),
                    quick.cost().inputTokens());
            assertShare("FLOPs", slow, slow.cost().flops(), quick.cost().flops());
            assertShare("dollars", slow, slow.cost().usd(), quick.cost().usd());
        }
        assertShare(
                "latency",
                slow,
                slow.cost().latencySeconds(),
                scale * quick.cost().latencySeconds());
    }

    /** Rounds of several candidates: they, and their waves, are N at most, and a wave is no longer than the mean round. */
    private static void compareRounds(Row slow, Row quick) {
        double error = 0.5 * slow.budget() / Math.sqrt(slow.trials());
        FalseAlarm.assertMean("rounds", quick.cost().rounds(), slow.cost().rounds(), error, EACH);
        double secondsEach = quick.cost().latencySeconds() / quick.cost().rounds();
        FalseAlarm.assertMean(
                "latency", quick.cost().latencySeconds(), slow.cost().latencySeconds(), secondsEach * error, EACH);
    }

    private static void assertShare(String what, Row row, double trials, double shortcut) {
        expect(
                trials == shortcut || Math.abs(trials / shortcut - 1) <= ROUNDING,
                () -> "%s differ at budget %s: %s in trials, %s by the shortcut"
                        .formatted(what, row.budget(), trials, shortcut));
    }

    private static void expectEqual(String what, Object one, Object other) {
        expect(one.equals(other), () -> "%s differ: %s in trials, %s by the shortcut".formatted(what, one, other));
    }

    private static void expect(boolean kept, Supplier<String> otherwise) {
        if (!kept) {
            throw new AssertionError(otherwise.get());
        }
    }
}
