package overthink.strategies.variation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import overthink.core.api.Parameters;
import overthink.core.api.Session;
import overthink.core.api.Strategy;
import overthink.core.api.StrategyProvider;
import overthink.core.estimate.BinPlan;
import overthink.core.estimate.Mean;
import overthink.core.estimate.Row;
import overthink.core.experiment.Budgets;
import overthink.core.experiment.ConfiguredStrategy;
import overthink.core.experiment.Experiment;
import overthink.core.experiment.MethodChoice;
import overthink.core.experiment.Progress;
import overthink.core.experiment.TrialPlan;
import overthink.core.law.quality.QualityLaw;
import overthink.core.law.quality.QualityScale;
import overthink.core.law.quality.QualityVerifier;
import overthink.core.model.quality.QualityPolicy;
import overthink.core.model.quality.QualityVerifiers;
import overthink.core.model.quality.QualityWorld;
import overthink.core.run.Simulator;

/**
 * The law of zero-order search under a verifier that sees the quality itself. The pivot's quality has density f₀ = φ, and of K
 * neighbours √(1 − λ²)·q + λ·ξ the best takes its place where it is better:
 *
 * <pre>f'(x) = f(x)·G(x | x)^K + ∫ f(y) K·G(x | y)^(K−1)·g(x | y) dy over y &lt; x,   G(x | y) = Φ((x − √(1 − λ²)·y)/λ)</pre>
 *
 * which is worked out on a grid. Trials of seed 17, 10,000 a comparison, lie within 6 standard errors: a chance of 2·10⁻⁹ for each of
 * 12. Searches with a mistake are played on the same trials, and the same comparison rejects each.
 */
class ZeroOrderLawTest {

    private static final int NEIGHBOURS = 3;
    private static final int ROUNDS = 4;

    private static final double WIDTH = 7;
    private static final int POINTS = 600;

    /** The mean quality of the pivot after each of so many rounds. */
    private static double[] means(int neighbours, double stride, int rounds) {
        double step = 2 * WIDTH / POINTS;
        double kept = Math.sqrt(1 - stride * stride);
        double[] density = new double[POINTS + 1];
        for (int i = 0; i <= POINTS; i++) {
            density[i] = Math.exp(-x(i) * x(i) / 2) / Math.sqrt(2 * Math.PI);
        }
        double[] stays = new double[POINTS + 1];
        double[][] moves = new double[POINTS + 1][];
        for (int i = 0; i <= POINTS; i++) {
            stays[i] = Math.pow(QualityScale.cumulative(x(i) * (1 - kept) / stride), neighbours);
            moves[i] = new double[i + 1];
            for (int j = 0; j <= i; j++) {
                double z = (x(i) - kept * x(j)) / stride;
                double height = Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI) / stride;
                double below = height < 1e-18 ? 0 : QualityScale.cumulative(z);
                moves[i][j] = neighbours * Math.pow(below, neighbours - 1) * height * step * (j == i ? 0.5 : 1);
            }
        }
        double[] means = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            double[] next = new double[POINTS + 1];
            double total = 0;
            for (int i = 0; i <= POINTS; i++) {
                next[i] = density[i] * stays[i];
                for (int j = 0; j <= i; j++) {
                    next[i] += density[j] * moves[i][j];
                }
                total += next[i] * step;
            }
            assertEquals(1, total, 1e-3, "the density adds up");
            density = next;
            for (int i = 0; i <= POINTS; i++) {
                means[round] += x(i) * density[i] * step / total;
            }
        }
        return means;
    }

    private static double x(int i) {
        return -WIDTH + 2 * WIDTH * i / POINTS;
    }

    /** Searches that get something wrong. */
    private enum Mistake {
        /** The pivot is the best of the last round, though that before was better. */
        FORGETS_THE_PIVOT,
        /** All neighbours are those of the first candidate. */
        STAYS_WHERE_IT_BEGAN,
        /** Fresh candidates in the place of neighbours. */
        DRAWS_AFRESH,
        /** The last neighbour of each round is paid for and not looked at. */
        OVERLOOKS_ONE,
        /** The worst. */
        GOES_DOWN,
        /** Each neighbour is one of the neighbour before. */
        WALKS,
        /** Half the stride. */
        STEPS_SHORT
    }

    private static Strategy mistaken(Mistake mistake, double stride) {
        return session -> {
            int pivot = session.generate();
            double best = session.verify(pivot);
            session.commit(pivot);
            for (int round = 0; round < ROUNDS; round++) {
                int leader = mistake == Mistake.FORGETS_THE_PIVOT ? Session.NONE : pivot;
                double score = mistake == Mistake.FORGETS_THE_PIVOT ? Double.NEGATIVE_INFINITY : best;
                int from = mistake == Mistake.STAYS_WHERE_IT_BEGAN ? 0 : pivot;
                for (int i = 0; i < NEIGHBOURS; i++) {
                    int node = mistake == Mistake.DRAWS_AFRESH
                            ? session.generate()
                            : session.vary(from, mistake == Mistake.STEPS_SHORT ? stride / 2 : stride);
                    if (node == Session.NONE) {
                        return;
                    }
                    from = mistake == Mistake.WALKS ? node : from;
                    boolean looked = mistake != Mistake.OVERLOOKS_ONE || i < NEIGHBOURS - 1;
                    double seen = looked ? session.verify(node) : Double.NaN;
                    if (mistake == Mistake.GOES_DOWN ? seen < score : seen > score) {
                        leader = node;
                        score = seen;
                    }
                }
                pivot = leader;
                best = score;
                session.commit(pivot);
            }
        };
    }

    /** A search that is not the project's. */
    private record Planted(Mistake mistake, double stride) implements StrategyProvider {

        @Override
        public String name() {
            return "planted";
        }

        @Override
        public String summary() {
            return "Gets something wrong.";
        }

        @Override
        public Strategy create(Parameters parameters) {
            return mistaken(mistake, stride);
        }

        @Override
        public boolean anytime(Parameters parameters) {
            return true;
        }
    }

    private static void follows(StrategyProvider provider, Map<String, ?> given, double[] expected) {
        long[] budgets = new long[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            budgets[round] = 1 + (long) (round + 1) * NEIGHBOURS;
        }
        Experiment experiment = new Experiment(
                new QualityWorld(
                        4,
                        QualityLaw.STANDARD,
                        0,
                        OptionalDouble.empty(),
                        QualityPolicy.of(1),
                        QualityVerifiers.outcome(QualityVerifier.of(1))),
                Budgets.generations(budgets),
                List.of(ConfiguredStrategy.of(provider, given)),
                new TrialPlan.Count(2500),
                new BinPlan.None(),
                17,
                MethodChoice.SIMULATED);
        List<Row> rows = Simulator.run(experiment, 2, Progress.SILENT).rows();
        for (int round = 0; round < ROUNDS; round++) {
            Mean found = rows.get(round).perTrial().wholeQuality();
            assertEquals(expected[round], found.value(), 6 * found.stdError(), "after round %d".formatted(round + 1));
        }
    }

    @Tag("slow")
    @Test
    void search_followsTheLawOfItsPivot() {
        for (double stride : new double[] {0.3, 0.6, 1}) {
            follows(
                    new ZeroOrderSearchProvider(),
                    Map.of("neighbours", NEIGHBOURS, "stride", stride),
                    means(NEIGHBOURS, stride, ROUNDS));
        }
    }

    /** E max of two correlated by r is √((1 − r)/π); with stride 1 it is the best of 1 + 3·rounds, 1.0294 of 4 and 1.6680 of 13. */
    @Tag("slow")
    @Test
    void law_onItsGrid_isTheClosedForm() {
        assertEquals(Math.sqrt((1 - 0.8) / Math.PI), means(1, 0.6, 1)[0], 1e-4);
        double[] fresh = means(NEIGHBOURS, 1, ROUNDS);
        assertEquals(1.0294, fresh[0], 1e-4);
        assertEquals(1.6680, fresh[3], 1e-4);
    }

    @Tag("slow")
    @Test
    void searches_thatGetSomethingWrong_areRejected() {
        double[] expected = means(NEIGHBOURS, 0.6, ROUNDS);
        for (Mistake mistake : Mistake.values()) {
            assertThrows(
                    AssertionError.class,
                    () -> follows(new Planted(mistake, 0.6), Map.of(), expected),
                    mistake.toString());
        }
    }
}
