package overthink.strategies.shortcut;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import overthink.core.api.StrategyProvider;
import overthink.core.estimate.BinPlan;
import overthink.core.exact.Coverage;
import overthink.core.exact.selection.BestOfNAccuracy;
import overthink.core.exact.selection.FirstAcceptedLaw;
import overthink.core.exact.selection.FirstAcceptedLaw.Otherwise;
import overthink.core.exact.voting.Plurality;
import overthink.core.experiment.Budgets;
import overthink.core.experiment.ConfiguredStrategy;
import overthink.core.experiment.Experiment;
import overthink.core.experiment.MethodChoice;
import overthink.core.experiment.Progress;
import overthink.core.experiment.TrialPlan;
import overthink.core.law.answer.UniformAnswers;
import overthink.core.law.answer.Zipf;
import overthink.core.law.difficulty.Empirical;
import overthink.core.law.verifier.Verifier;
import overthink.core.model.ProblemTruth;
import overthink.core.model.SyntheticDraw;
import overthink.core.model.SyntheticWorld;
import overthink.core.results.Results;
import overthink.core.route.ExpectedOutcome;
import overthink.core.route.ExpectedSpending;
import overthink.core.route.LimitOutcome;
import overthink.core.route.Route;
import overthink.core.run.ExperimentRun;
import overthink.core.testkit.ShortcutContract;
import overthink.core.world.Policy;
import overthink.core.world.Problems;
import overthink.core.world.Verifiers;
import overthink.strategies.selection.BestOfNProvider;
import overthink.strategies.voting.MajorityVoteProvider;
import overthink.strategies.voting.WeightedVoteProvider;

/** The comparison that shortcuts inherit tells wrong ones; each right twin below passes it, seed for seed. */
class PlantedShortcutsTest {

    private static final Budgets BUDGETS = Budgets.generations(1, 2, 3, 4, 7, 16);

    /** The accuracy of one problem under a budget. */
    private interface Accuracy {
        double at(ProblemTruth view, long n);
    }

    private static Route.Exact route(Accuracy accuracy, int calls) {
        return drawn -> new Route.Solver() {

            private final ProblemTruth truth = SyntheticDraw.of(drawn).truth();
            private double p;
            private ToDoubleFunction<Long> curve = n -> 0;

            @Override
            public void turnTo(int problem) {
                truth.turnTo(problem);
                p = truth.problem().p();
                curve = n -> accuracy.at(truth, n);
            }

            @Override
            public ExpectedOutcome at(long n) {
                ExpectedSpending spending = new ExpectedSpending(n, n, n, 0, 0, (double) n * calls, 1, 0);
                return new ExpectedOutcome(curve.applyAsDouble(n), 0, Coverage.of(p, n), 0, spending);
            }

            @Override
            public Optional<LimitOutcome> limit() {
                return Optional.of(new LimitOutcome(1, 1));
            }
        };
    }

    private static void compare(SyntheticWorld world, StrategyProvider provider, Route route) {
        compare(world, provider, Map.of(), route);
    }

    private static void compare(SyntheticWorld world, StrategyProvider provider, Map<String, ?> given, Route route) {
        ConfiguredStrategy configured = ConfiguredStrategy.of(provider, given);
        Results plain = ShortcutContract.run(world, BUDGETS, configured, 8000, MethodChoice.SIMULATED, 2);
        Experiment experiment = new Experiment(
                world, BUDGETS, List.of(configured), new TrialPlan.Count(8000), new BinPlan.Thresholds(), 42);
        ShortcutContract.assertSame(
                plain, ExperimentRun.followRoutes(experiment, List.of(route), 2, Progress.SILENT), false);
    }

    private static SyntheticWorld world(Policy policy, Verifier outcome) {
        return new SyntheticWorld(
                new Problems(new Empirical(0.15, 0.3, 0.5, 0.7), 4), policy, Verifiers.outcome(outcome));
    }

    @Tag("slow")
    @Test
    void majority_tiesGoToTheTruth_isRejected() {
        SyntheticWorld world = world(Policy.FLAT.with(new UniformAnswers(3)), Verifier.of(1));
        Plurality vote = Plurality.of(new UniformAnswers(3));
        compare(world, new MajorityVoteProvider(), route((view, n) -> accuracy(vote, view, n), 0));
        // of two votes that differ the truth's would always win
        Route planted = route(
                (view, n) -> {
                    double p = view.problem().p();
                    return n == 2 ? 1 - (1 - p) * (1 - p) : accuracy(vote, view, n);
                },
                0);
        assertThrows(AssertionError.class, () -> compare(world, new MajorityVoteProvider(), planted));
    }

    private static double accuracy(Plurality vote, ProblemTruth view, long n) {
        return vote.accuracy(view.problem().p(), n).value();
    }

    @Tag("slow")
    @Test
    void bestOfN_withoutTheCorrectionForN_isRejected() {
        SyntheticWorld world = world(Policy.FLAT, Verifier.of(1.2));
        BestOfNAccuracy law = BestOfNAccuracy.of(Verifier.of(1.2), 1.2);
        compare(
                world,
                new BestOfNProvider(),
                route((view, n) -> law.curve(view.problem().p()).at(n).value(), 1));
        // F^(N−2) where F^(N−1) belongs
        Route planted = route(
                (view, n) ->
                        law.curve(view.problem().p()).at(Math.max(1, n - 1)).value(),
                1);
        assertThrows(AssertionError.class, () -> compare(world, new BestOfNProvider(), planted));
    }

    @Tag("slow")
    @Test
    void bestOfN_drawsOfItsOwnWhereAnswersShare_isRejected() {
        Verifier sharing = Verifier.of(1.2).with(Shares.ANSWER);
        SyntheticWorld world = world(Policy.FLAT.with(new Zipf(3, 1)), sharing);
        BestOfNAccuracy law = BestOfNAccuracy.of(Verifier.of(1.2), 1.2);
        Route planted = route((view, n) -> law.curve(view.problem().p()).at(n).value(), 1);
        assertThrows(AssertionError.class, () -> compare(world, new BestOfNProvider(), planted));
    }

    @Tag("slow")
    @Test
    void weightedVoteByMax_ofVerdictsAsBestOfN_isRejected() {
        // An answer seen before the first accepted candidate, and accepted later, wins.
        SyntheticWorld world = world(Policy.FLAT.with(new UniformAnswers(1)), Verifier.of(0.6, 0.4));
        FirstAcceptedLaw law = new FirstAcceptedLaw(0.6, 0.4);
        Route route = route((view, n) -> law.accuracy(view.problem().p(), n, Otherwise.ANSWER), 1);
        compare(world, new BestOfNProvider(), route);
        assertThrows(
                AssertionError.class, () -> compare(world, new WeightedVoteProvider(), Map.of("weight", "max"), route));
    }
}
