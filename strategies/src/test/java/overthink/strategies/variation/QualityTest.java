package overthink.strategies.variation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import overthink.core.api.StrategyProvider;
import overthink.core.estimate.BinPlan;
import overthink.core.estimate.Mean;
import overthink.core.estimate.Quantity;
import overthink.core.estimate.Row;
import overthink.core.estimate.Sample;
import overthink.core.exact.selection.BestOfNQuality;
import overthink.core.experiment.Budgets;
import overthink.core.experiment.ConfiguredStrategy;
import overthink.core.experiment.Experiment;
import overthink.core.experiment.MethodChoice;
import overthink.core.experiment.Progress;
import overthink.core.experiment.TrialPlan;
import overthink.core.law.cost.Tariff;
import overthink.core.law.quality.CorrelationMatrix;
import overthink.core.law.quality.QualityLaw;
import overthink.core.law.quality.QualityScale;
import overthink.core.law.quality.QualityVerifier;
import overthink.core.law.verifier.Hack;
import overthink.core.law.verifier.NoiseLaw;
import overthink.core.law.verifier.NoiseShares;
import overthink.core.model.quality.QualityPolicy;
import overthink.core.model.quality.QualityVerifiers;
import overthink.core.model.quality.QualityWorld;
import overthink.core.results.Results;
import overthink.core.run.Simulator;
import overthink.strategies.particle.FeynmanKacProvider;
import overthink.strategies.selection.BestOfNProvider;

/**
 * Quality in rows. Trials are compared with numbers from elsewhere: the bound is 6 standard errors, as the row states them, a chance of
 * 2·10⁻⁹ for each of some 30 comparisons. Seed 3 throughout.
 */
class QualityTest {

    private static QualityWorld world(QualityLaw law, OptionalDouble rightFrom, int steps, QualityVerifiers verifiers) {
        return new QualityWorld(4, law, 0, rightFrom, QualityPolicy.of(steps), verifiers);
    }

    private static QualityWorld world(QualityVerifiers verifiers) {
        return world(QualityLaw.STANDARD, OptionalDouble.empty(), 1, verifiers);
    }

    private static List<Row> rows(
            QualityWorld world,
            StrategyProvider provider,
            Map<String, ?> given,
            MethodChoice method,
            int trials,
            long... budgets) {
        Experiment experiment = new Experiment(
                world,
                Budgets.generations(budgets),
                List.of(ConfiguredStrategy.of(provider, given)),
                new TrialPlan.Count(trials),
                new BinPlan.None(),
                3,
                method);
        return Simulator.run(experiment, 2, Progress.SILENT).rows();
    }

    private static void near(double expected, Mean found, String what) {
        assertEquals(expected, found.value(), 6 * found.stdError(), what);
    }

    /** Rows of best-of-n by trials have what the exact way says, whole and by attribute, right and covered. */
    private static void exactIsWhatTrialsShow(QualityWorld world, Map<String, ?> given) {
        long[] budgets = {1, 4, 32};
        List<Row> exact = rows(world, new BestOfNProvider(), given, MethodChoice.EXACT, 1, budgets);
        List<Row> played = rows(world, new BestOfNProvider(), given, MethodChoice.SIMULATED, 3000, budgets);
        for (int i = 0; i < budgets.length; i++) {
            Row row = played.get(i);
            Row known = exact.get(i);
            known.perTrial()
                    .quality()
                    .forEach((name, mean) ->
                            near(mean.value(), row.perTrial().quality().get(name), name + " at " + row.budget()));
            assertEquals(known.cost(), row.cost());
            assertEquals(world.rightOrWrong(), !Double.isNaN(row.accuracy()));
            if (world.rightOrWrong()) {
                assertEquals(known.accuracy(), row.accuracy(), 6 * row.stdError());
                double share = known.coverage();
                assertEquals(share, row.coverage(), 6 * Math.sqrt(share * (1 - share) / row.trials()) + 1e-9);
            }
        }
    }

    @Tag("slow")
    @Test
    void bestOfN_exactly_isBestOfN() {
        QualityVerifier plain = QualityVerifier.of(0.7);
        exactIsWhatTrialsShow(world(QualityVerifiers.outcome(plain)), Map.of());
        exactIsWhatTrialsShow(
                world(QualityVerifiers.outcome(plain.with(new NoiseShares(0.3, 0.2, 0.3, 0.2)))), Map.of());
        exactIsWhatTrialsShow(world(QualityVerifiers.outcome(plain.with(new Hack(0.05, 3)))), Map.of());
        QualityLaw attributes = QualityLaw.of(
                List.of(
                        new QualityLaw.Attribute("a", new QualityScale.Normal(1, 2), 1),
                        new QualityLaw.Attribute("b", new QualityScale.Normal(-1, 0.5), 2)),
                new CorrelationMatrix(new double[][] {{1, -0.4}, {-0.4, 1}}));
        exactIsWhatTrialsShow(
                world(attributes, OptionalDouble.of(0.2), 3, QualityVerifiers.process(plain.seeing(Map.of("b", 1.0)))),
                Map.of("aggregation", "last"));
    }

    @Tag("slow")
    @Test
    void studentT_sendsQualityBackToTheBase() {
        QualityWorld heavy =
                world(QualityVerifiers.outcome(QualityVerifier.of(0.8).with(new NoiseLaw.StudentT(2.2))));
        List<Row> rows = rows(heavy, new BestOfNProvider(), Map.of(), MethodChoice.SIMULATED, 1000, 1, 16, 4096);
        double peak = rows.get(1).perTrial().wholeQuality().value();
        Mean end = rows.get(2).perTrial().wholeQuality();
        assertTrue(end.value() + 6 * end.stdError() < peak, "%s after %s".formatted(end, peak));
        assertTrue(assertThrows(
                        IllegalArgumentException.class,
                        () -> rows(heavy, new BestOfNProvider(), Map.of(), MethodChoice.EXACT, 1, 4))
                .getMessage()
                .contains("gaussian noise"));
    }

    /**
     * Steered by its score, what Feynman–Kac draws tends to N(λ, 1): half lies above λ, a share of 0.1587 above λ + 1. With 4,096
     * particles the bias is of the order of 1/4096.
     */
    private static void tendsToTheTilted(Map<String, ?> given, double lambda, int particles) {
        for (double beyond : new double[] {0, 1}) {
            QualityWorld world = world(
                    QualityLaw.STANDARD,
                    OptionalDouble.of(lambda + beyond),
                    4,
                    QualityVerifiers.process(QualityVerifier.of(1)));
            Row row = rows(world, new FeynmanKacProvider(), given, MethodChoice.SIMULATED, 250, particles)
                    .get(0);
            if (beyond == 0) {
                near(lambda, row.perTrial().wholeQuality(), "mean");
            }
            double share = QualityScale.cumulative(-beyond);
            assertEquals(share, row.accuracy(), 6 * Math.sqrt(share * (1 - share) / row.trials()), "beyond " + beyond);
        }
    }

    @Tag("slow")
    @Test
    void feynmanKac_tendsToTheTiltedLaw() {
        tendsToTheTilted(Map.of("reward", "score", "lambda", 1.0, "select", "sample"), 1, 1024);
        // planted: the candidate of the greatest score in place of one drawn by weight
        assertThrows(
                AssertionError.class,
                () -> tendsToTheTilted(Map.of("reward", "score", "lambda", 1.0, "select", "argmax"), 1, 1024));
    }

    @Test
    void divergence_ofBestOfN_isLogNLessItsShare() {
        Row row = rows(
                        world(QualityVerifiers.outcome(QualityVerifier.of(0.5))),
                        new BestOfNProvider(),
                        Map.of(),
                        MethodChoice.EXACT,
                        1,
                        64)
                .get(0);
        assertEquals(Math.log(64) - 63.0 / 64, row.perTrial().divergence(), 1e-12);
        assertTrue(Double.isNaN(row.coverage()) && Double.isNaN(row.falseAccepted()), "nothing is right or wrong");
        assertEquals(0, row.abstained());
    }

    /** m verifiers of correlation ρ and independent noise see the whole like one of √m·ρ/√(1 + (m − 1)ρ²). */
    @Test
    void ensemble_ofScores_isAClearerVerifier() {
        Map<String, QualityVerifier> three = new LinkedHashMap<>();
        for (String name : List.of("one", "two", "three")) {
            three.put(name, QualityVerifier.of(0.6));
        }
        QualityWorld world = world(new QualityVerifiers(three, null, null, 0, Tariff.FREE));
        double together = Math.sqrt(3) * 0.6 / Math.sqrt(1 + 2 * 0.36);
        double expected = new BestOfNQuality(QualityVerifier.of(together)).latent(16);
        Mean found = rows(
                        world,
                        new VerifierEnsembleProvider(),
                        Map.of("combine", "scores"),
                        MethodChoice.SIMULATED,
                        2500,
                        16)
                .get(0)
                .perTrial()
                .wholeQuality();
        near(expected, found, "three verifiers");
        Mean ranked = rows(world, new VerifierEnsembleProvider(), Map.of(), MethodChoice.SIMULATED, 2500, 16)
                .get(0)
                .perTrial()
                .wholeQuality();
        assertTrue(ranked.value() < expected && ranked.value() > 0.95 * expected, "ranks lose little: " + ranked);
        AssertionError planted = assertThrows(
                AssertionError.class,
                () -> near(new BestOfNQuality(QualityVerifier.of(0.6)).latent(16), found, "one verifier"));
        assertNull(planted.getCause());
    }

    @Test
    void zeroOrderSearch_ofStrideOne_isBestOfN_andClimbsWithLess() {
        QualityWorld world = world(QualityVerifiers.outcome(QualityVerifier.of(1)));
        Mean fresh = rows(
                        world,
                        new ZeroOrderSearchProvider(),
                        Map.of("stride", 1.0, "neighbours", 3),
                        MethodChoice.SIMULATED,
                        2500,
                        16)
                .get(0)
                .perTrial()
                .wholeQuality();
        near(new BestOfNQuality(QualityVerifier.of(1)).latent(16), fresh, "fresh samples");
        Mean near = rows(
                        world,
                        new ZeroOrderSearchProvider(),
                        Map.of("stride", 0.6, "neighbours", 3),
                        MethodChoice.SIMULATED,
                        500,
                        97)
                .get(0)
                .perTrial()
                .wholeQuality();
        assertTrue(
                near.value() - 6 * near.stdError() > new BestOfNQuality(QualityVerifier.of(1)).latent(97),
                "it climbs: " + near);
    }

    /**
     * The whole of two attributes of weights 1 and 2 is a third of their weighted sum, problem by problem and in the deviations of
     * every group of trials, up to the rounding of each number to 2⁻³⁰. Read as the whole, the attributes do not add up to it.
     */
    @Test
    void samples_ofAttributes_addUpToTheWhole() {
        QualityLaw law = QualityLaw.of(
                List.of(
                        new QualityLaw.Attribute("a", new QualityScale.Normal(1, 2), 1),
                        new QualityLaw.Attribute("b", new QualityScale.Normal(-1, 0.5), 2)),
                new CorrelationMatrix(new double[][] {{1, -0.4}, {-0.4, 1}}));
        Experiment experiment = new Experiment(
                world(law, OptionalDouble.empty(), 1, QualityVerifiers.outcome(QualityVerifier.of(0.7))),
                Budgets.generations(1, 8),
                List.of(ConfiguredStrategy.of(new BestOfNProvider(), Map.of())),
                new TrialPlan.Count(100),
                new BinPlan.None(),
                3,
                MethodChoice.SIMULATED);
        Results results = Simulator.run(experiment, 2, Progress.SILENT);
        Sample whole = results.samples().get(1);
        Sample a = whole.ofQuality(1).orElseThrow();
        Sample b = whole.ofQuality(2).orElseThrow();
        addUp(whole, a, b);
        assertThrows(AssertionError.class, () -> addUp(whole, a, a));
        assertThrows(AssertionError.class, () -> addUp(whole, whole, b));
        assertTrue(whole.ofQuality(3).isEmpty());
        assertEquals(
                results.rows().get(1).perTrial().quality().get("b").value(),
                IntStream.range(0, 4)
                        .mapToDouble(i -> quality(b, i, -1))
                        .average()
                        .orElseThrow(),
                1e-9);
    }

    private static void addUp(Sample whole, Sample a, Sample b) {
        for (int i = 0; i < whole.problems().length; i++) {
            for (int group = -1; group < whole.trials().length; group++) {
                double expected = (quality(a, i, group) + 2 * quality(b, i, group)) / 3;
                assertEquals(expected, quality(whole, i, group), 1e-6, "problem %d, group %d".formatted(i, group));
            }
        }
    }

    /** Of a problem, or of a group of its trials. */
    private static double quality(Sample sample, int problem, int group) {
        double[] into = new double[Quantity.COUNT];
        if (group < 0) {
            sample.means(problem, into);
        } else {
            sample.deviations(problem, group, into);
        }
        return into[Quantity.QUALITY.ordinal()];
    }
}
