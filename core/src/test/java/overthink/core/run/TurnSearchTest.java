package overthink.core.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import overthink.core.api.Law;
import overthink.core.api.Parameters;
import overthink.core.api.Resource;
import overthink.core.api.Strategy;
import overthink.core.api.StrategyProvider;
import overthink.core.estimate.BinPlan;
import overthink.core.estimate.Turn;
import overthink.core.estimate.TurningPoint;
import overthink.core.experiment.Budgets;
import overthink.core.experiment.Checkpoint;
import overthink.core.experiment.ConfiguredStrategy;
import overthink.core.experiment.Execution;
import overthink.core.experiment.Experiment;
import overthink.core.experiment.MethodChoice;
import overthink.core.experiment.Progress;
import overthink.core.experiment.TrialPlan;
import overthink.core.law.answer.AnswerLaw;
import overthink.core.law.answer.Zipf;
import overthink.core.law.cost.CountLaw;
import overthink.core.law.difficulty.Empirical;
import overthink.core.law.step.StepProfile;
import overthink.core.law.verifier.Hack;
import overthink.core.law.verifier.NoiseShares;
import overthink.core.law.verifier.Verifier;
import overthink.core.model.DrawnWorld;
import overthink.core.model.SyntheticWorld;
import overthink.core.results.Results;
import overthink.core.route.Availability;
import overthink.core.route.Route;
import overthink.core.solve.WorldLaws;
import overthink.core.world.Policy;
import overthink.core.world.Problems;
import overthink.core.world.Verifiers;

/** Turns of curves among all budgets, against formulas and against all budgets one by one. */
class TurnSearchTest {

    /** To which budgets beyond {@link TurningPoint#FINEST} are told apart, and one more for the other side of the gap. */
    private static final double APART = 1 + 2.0 / TurningPoint.FINENESS;

    private record Claimed(Law claim) implements StrategyProvider {

        @Override
        public String name() {
            return "claimed";
        }

        @Override
        public String summary() {
            return "Of a law alone.";
        }

        @Override
        public Strategy create(Parameters parameters) {
            return session -> {
                throw new IllegalStateException("nothing is to be simulated");
            };
        }

        @Override
        public boolean anytime(Parameters parameters) {
            return true;
        }

        @Override
        public Optional<Law> law(Parameters parameters) {
            return Optional.of(claim);
        }
    }

    private static final Law BEST_OF_N = new Law.BestOf(Law.Score.OUTCOME);

    private static SyntheticWorld world(AnswerLaw answers, int steps, Verifiers verifiers, double... p) {
        Policy flat = Policy.FLAT;
        return new SyntheticWorld(
                new Problems(new Empirical(p), p.length),
                new Policy(
                        new CountLaw.Constant(steps),
                        0,
                        StepProfile.UNIFORM,
                        answers,
                        flat.promptTokens(),
                        flat.tokensPerStep(),
                        flat.tariff()),
                verifiers);
    }

    private static List<TurningPoint> turns(SyntheticWorld world, Law law, Budgets budgets, BinPlan bins) {
        Experiment experiment = new Experiment(
                world,
                budgets,
                List.of(ConfiguredStrategy.of(new Claimed(law), Map.of())),
                new TrialPlan.Count(1),
                bins,
                1,
                MethodChoice.AUTO);
        Results results = Simulator.run(
                experiment, new Execution(2, Execution.PATIENCE, Progress.SILENT, Checkpoint.NONE, () -> false, true));
        return results.turningPoints();
    }

    private static Turn overall(SyntheticWorld world, Law law) {
        return turns(world, law, Budgets.generations(1, 4), new BinPlan.None())
                .get(0)
                .overall()
                .orElseThrow();
    }

    /** A verifier that is never wrong finds what there is: 1 − (1 − p)^N, whose gain over p is that share of 1 − p less. */
    @ParameterizedTest
    @ValueSource(doubles = {0.5, 0.3, 0.1, 0.03, 0.002})
    void coverage_isLevelAndArrivesWhereItsFormulaSays(double p) {
        Verifiers perfect = Verifiers.outcome(Verifier.of(1, 0));
        TurningPoint point = turns(
                        world(Policy.FLAT.wrongAnswers(), 1, perfect, p),
                        BEST_OF_N,
                        Budgets.generations(1, 2, 1024),
                        new BinPlan.None())
                .get(0);
        Turn turn = point.overall().orElseThrow();
        assertEquals(Double.POSITIVE_INFINITY, turn.budget());
        assertEquals(1, turn.accuracy(), 1e-12);
        double level = Math.ceil(1 + Math.log(1 - Turn.SHARE) / Math.log1p(-p));
        double arrival = Math.ceil(Math.log(TurningPoint.NEAR) / Math.log1p(-p));
        within(level, turn.level());
        within(arrival, point.arrival().orElseThrow());
        assertFalse(turn.until().isPresent());
        assertFalse(turn.drop().seen());
        assertTrue(turn.gain().seen());
        assertEquals(1 - p, turn.gain().paired().difference(), 1e-12);
        assertEquals(1024, point.listed().budget());
        assertTrue(point.edge() || p > 0.03, "no more is gained by 1,024 where p is large");
    }

    private static void within(double expected, double observed) {
        if (expected < TurningPoint.FINEST) {
            assertEquals(expected, observed);
        } else {
            assertTrue(observed >= expected && observed <= expected * APART, expected + " and " + observed);
        }
    }

    /** Every budget to 4,096, one by one, of the same exact route. */
    @Tag("slow")
    @ParameterizedTest
    @CsvSource({
        "1.2, 0.1, 3, 0",
        "1, 0, 0, 0.3",
        "1.5, 0.02, 4, 0",
        "0.8, 0.3, 2, 0.2",
        "2.5, 0.005, 6, 0",
        "1, 0, 0, 0.5",
        "0.4, 1, -1, 0"
    })
    void bestOfN_ofAnImperfectVerifier_turnsWhereEveryBudgetSays(double d, double hacked, double shift, double shared) {
        Verifier verifier =
                Verifier.of(d).with(new NoiseShares(0, shared, 1 - shared, 0)).with(new Hack(hacked, shift));
        SyntheticWorld world = world(new Zipf(20, 1), 1, Verifiers.outcome(verifier), 0.03, 0.1, 0.25, 0.4, 0.6, 0.9);
        int most = 1 << 12;
        double[] accuracy = new double[most + 1];
        DrawnWorld drawn = world.draw(1);
        Route.Exact route =
                (Route.Exact) ((Availability.Made) WorldLaws.of(world).exact(BEST_OF_N)).route();
        Route.Solver solver = route.solver(drawn);
        double limit = 0;
        for (int problem = 0; problem < drawn.size(); problem++) {
            solver.turnTo(problem);
            limit += solver.limit().orElseThrow().accuracy() / drawn.size();
            for (int n = 1; n <= most; n++) {
                accuracy[n] += solver.at(n).accuracy() / drawn.size();
            }
        }
        int best = 1;
        for (int n = 1; n <= most; n++) {
            best = accuracy[n] > accuracy[best] + 1e-12 ? n : best;
        }
        TurningPoint point = turns(world, BEST_OF_N, Budgets.generations(1, 4, 64), new BinPlan.None())
                .get(0);
        Turn turn = point.overall().orElseThrow();
        double gain = accuracy[best] - accuracy[1];
        if (best < most && accuracy[best] > limit) {
            assertTrue(turn.budget() >= best / APART && turn.budget() <= best * APART, best + " and " + turn.budget());
            assertTrue(best >= TurningPoint.FINEST || turn.budget() == best, best + " and " + turn.budget());
            assertEquals(accuracy[(int) turn.budget()], turn.accuracy(), 1e-12);
            assertEquals(accuracy[best], turn.accuracy(), 1e-5);
            int level = best;
            while (level > 1 && accuracy[level - 1] >= accuracy[best] - (1 - Turn.SHARE) * gain) {
                level--;
            }
            within(level, turn.level());
            assertTrue(turn.drop().seen());
            assertEquals(accuracy[best] - limit, turn.drop().paired().difference(), 1e-5);
        } else {
            assertTrue(turn.budget() >= most, best + " and " + turn.budget());
            assertTrue(turn.accuracy() >= accuracy[best] - 1e-12);
        }
        assertEquals(limit, turn.endAccuracy(), 1e-12);
        double arrival = point.arrival().orElseThrow();
        if (arrival < most) {
            int first = most;
            while (Math.abs(accuracy[first - 1] - limit) <= TurningPoint.NEAR) {
                first--;
            }
            within(first, arrival);
        }
    }

    @Test
    void steps_areMultiplesOfASolution() {
        Verifiers perfect = Verifiers.outcome(Verifier.of(1, 0));
        SyntheticWorld world = world(Policy.FLAT.wrongAnswers(), 6, perfect, 0.3);
        TurningPoint point = turns(
                        world, BEST_OF_N, new Budgets(Resource.STEPS, List.of(6.0, 60.0)), new BinPlan.None())
                .get(0);
        assertEquals(6 * 10, point.overall().orElseThrow().level());
        assertEquals(6 * 20, point.arrival().orElseThrow());
    }

    @Test
    void bins_haveTheirOwnTurns() {
        Verifiers perfect = Verifiers.outcome(Verifier.of(1, 0));
        List<TurningPoint> points = turns(
                world(Policy.FLAT.wrongAnswers(), 1, perfect, 0.6, 0.05),
                BEST_OF_N,
                Budgets.generations(1),
                new BinPlan.Thresholds());
        assertEquals(
                List.of("all", "easy", "hard"),
                points.stream().map(TurningPoint::bin).toList());
        assertEquals(5, points.get(1).overall().orElseThrow().level());
        assertEquals(60, points.get(2).overall().orElseThrow().level());
        assertFalse(points.get(0).edge(), "of a single budget");
    }

    @Test
    void flat_isBestAndLevelFromTheFirst() {
        Verifiers blind = Verifiers.outcome(Verifier.of(0));
        Turn turn = overall(world(Policy.FLAT.wrongAnswers(), 1, blind, 0.2, 0.7), BEST_OF_N);
        assertEquals(1, turn.budget());
        assertEquals(1, turn.level());
        assertFalse(turn.gain().seen());
        assertFalse(turn.drop().seen());
    }

    @Tag("slow")
    @Test
    void tooManyProblems_haveTheListedTurnsAlone() {
        double[] p = new double[Execution.MOST_SEARCHED + 1];
        Arrays.fill(p, 0.5);
        Verifiers perfect = Verifiers.outcome(Verifier.of(1, 0));
        TurningPoint point = turns(
                        world(Policy.FLAT.wrongAnswers(), 1, perfect, p),
                        BEST_OF_N,
                        Budgets.generations(1, 2),
                        new BinPlan.None())
                .get(0);
        assertEquals(Optional.empty(), point.overall());
        assertEquals(0.75, point.turn().accuracy(), 1e-12);
    }

    /** The listed budgets are a small part of the work, and progress says so. */
    @Test
    void progress_countsTheSearchFromTheBeginning() {
        List<Double> shares = new ArrayList<>();
        Progress progress = new Progress() {
            @Override
            public void report(long done, long planned, long steps) {
                throw new IllegalStateException("there are no trials");
            }

            @Override
            public void solved(long done, long planned) {
                assertTrue(done <= planned, done + " of " + planned);
                shares.add((double) done / planned);
            }
        };
        Experiment experiment = new Experiment(
                world(Policy.FLAT.wrongAnswers(), 1, Verifiers.outcome(Verifier.of(1)), 0.3, 0.6),
                Budgets.generations(1, 2),
                List.of(ConfiguredStrategy.of(new Claimed(BEST_OF_N), Map.of())),
                new TrialPlan.Count(1),
                new BinPlan.None(),
                1,
                MethodChoice.AUTO);
        Simulator.run(experiment, new Execution(1, Execution.PATIENCE, progress, Checkpoint.NONE, () -> false, true));
        assertTrue(shares.get(0) < 0.2, shares.toString());
        assertTrue(shares.get(shares.size() - 1) > 0.5, shares.toString());
    }

    @Test
    void nobodyAsked_nothingIsSearched() {
        Experiment experiment = new Experiment(
                world(Policy.FLAT.wrongAnswers(), 1, Verifiers.outcome(Verifier.of(1)), 0.3),
                Budgets.generations(1, 2),
                List.of(ConfiguredStrategy.of(new Claimed(BEST_OF_N), Map.of())),
                new TrialPlan.Count(1),
                new BinPlan.None(),
                1,
                MethodChoice.AUTO);
        TurningPoint point =
                Simulator.run(experiment, 1, Progress.SILENT).turningPoints().get(0);
        assertEquals(Optional.empty(), point.overall());
        assertEquals(2, point.turn().budget());
        assertTrue(point.edge());
    }
}
