package overthink.core.fit.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import overthink.core.fit.curve.Rule;
import overthink.core.fit.difficulty.TailExponent;
import overthink.core.law.answer.PitmanYor;
import overthink.core.law.answer.Silence;
import overthink.core.law.cost.CountLaw;
import overthink.core.law.cost.Tariff;
import overthink.core.law.difficulty.Beta;
import overthink.core.law.step.StepProfile;
import overthink.core.law.verifier.NoiseShares;
import overthink.core.law.verifier.Scoring;
import overthink.core.law.verifier.Sensitivity;
import overthink.core.law.verifier.Verifier;
import overthink.core.model.SyntheticWorld;
import overthink.core.random.Gaussian;
import overthink.core.random.Origin;
import overthink.core.random.Purpose;
import overthink.core.random.Site;
import overthink.core.world.Policy;
import overthink.core.world.Problems;
import overthink.core.world.Recording;
import overthink.core.world.Verifiers;

/**
 * Fits of recordings drawn from known worlds. Seeds fixed: each is one recording, so nothing here fails by chance on the same
 * code; the bounds are those that a correct fit of another recording leaves once in 10⁵ times (4.4 standard errors).
 */
class WorldFitTest {

    private static final double BOUND = 4.4;

    private static SyntheticWorld known(Verifier verifier) {
        return new SyntheticWorld(
                new Problems(new Beta(0.6, 1.2), 200),
                new Policy(
                        new CountLaw.Constant(1),
                        0,
                        StepProfile.UNIFORM,
                        new PitmanYor(0.3, 2),
                        new Silence.OverProblems(new Beta(1, 8)),
                        new CountLaw.Constant(0),
                        new CountLaw.LogNormalCount(300, 0.6, 4000),
                        Tariff.FREE),
                Verifiers.outcome(verifier));
    }

    private static void assertNear(String what, double expected, WorldFit fit, double grid) {
        FittedParameter found = fit.parameters().stream()
                .filter(one -> one.name().equals(what))
                .findFirst()
                .orElseThrow();
        assertEquals(expected, found.value(), BOUND * found.error() + grid, what);
    }

    @Test
    @Tag("slow")
    void fit_ofARecordingFromTheLaw_recoversItAndIsAdequate() {
        Verifier verifier = Verifier.of(1.2)
                .with(Sensitivity.of(1.2).with(new Sensitivity.Spread.Normal(0.5)))
                .with(new NoiseShares(0, 0.4, 0.6, 0));
        WorldFit fit = WorldFit.of(Simulated.of(known(verifier), 40, 3), TailExponent.DEFAULT, 1);
        assertEquals("beta", fit.world().difficulty().family().label());
        assertNear("a", 0.6, fit, 0);
        assertNear("b", 1.2, fit, 0);
        // half a step of the grids of discounts and concentrations
        assertNear("discount", 0.3, fit, 0.05);
        assertNear("concentration", 2, fit, 0.6);
        assertNear("no-answer alpha", 1, fit, 0.2);
        assertNear("no-answer beta", 8, fit, 1);
        assertNear("d", 1.2, fit, 0);
        assertNear("spread", 0.5, fit, 0.1);
        assertNear("shared.answer", 0.4, fit, 0.05);
        assertTrue(fit.verdict().adequate(), fit.verdict().sentence());
        assertEquals(4, fit.verdict().curves().size());
        CountLaw.LogNormalCount tokens =
                assertInstanceOf(CountLaw.LogNormalCount.class, fit.world().tokens());
        assertEquals(300, tokens.median(), 10);
        assertEquals(0.6, tokens.sigma(), 0.03);
    }

    @Test
    @Tag("slow")
    void fit_ofVerdicts_recoversTheRates() {
        Verifier verifier =
                Verifier.of(0.8, 0.3).with(new NoiseShares(0.3, 0, 0.7, 0)).withGood(new NoiseShares(0.1, 0, 0.9, 0));
        WorldFit fit = WorldFit.of(Simulated.of(known(verifier), 40, 3), TailExponent.DEFAULT, 1);
        assertNear("tpr", 0.8, fit, 0);
        assertNear("fpr", 0.3, fit, 0);
        assertNear("shared.problem", 0.3, fit, 0);
        assertTrue(fit.verdict().adequate(), fit.verdict().sentence());
    }

    /** In every problem one wrong candidate is above all right ones: the best of all n is never right, that of half is, half the time. */
    @Test
    @Tag("slow")
    void verdict_onAVerifierThatBreaksTheLaw_saysDoNotUse() {
        Recording drawn = Simulated.of(known(Verifier.of(1)), 40, 5);
        Recording broken = Simulated.rescored(drawn, (problem, candidate, right) -> {
            int loved = 0;
            while (loved < drawn.candidates(problem) - 1 && drawn.correct(problem, loved)) {
                loved++;
            }
            double spread = ((candidate * 37 + problem * 11) % 40) / 40.0;
            return candidate == loved && !right ? 9 : right ? 1 + spread : spread;
        });
        WorldFit fit = WorldFit.of(broken, TailExponent.DEFAULT, 1);
        String sentence = fit.verdict().sentence();
        assertTrue(sentence.startsWith("do not use for "), sentence);
        assertTrue(sentence.contains("best-of-n (off by +"), sentence);
        CheckedCurve majority = fit.verdict().curves().stream()
                .filter(curve -> curve.rule() == Rule.MAJORITY_VOTE)
                .findFirst()
                .orElseThrow();
        assertEquals(CheckedCurve.Grade.ADEQUATE, majority.grade());
    }

    @Tag("slow")
    @Test
    void fit_ofVerdictsThatNeverDiffer_orNoScores_hasNoVerifier() {
        Recording.Builder builder = new Recording.Builder(false, 0, false);
        for (int problem = 0; problem < 30; problem++) {
            builder.problem("p" + problem, Optional.empty());
            for (int i = 0; i < 10; i++) {
                builder.candidate(i < problem % 7, Recording.NO_ANSWER, 0);
            }
        }
        WorldFit fit = WorldFit.of(builder.build(), TailExponent.DEFAULT, 1);
        assertNull(fit.world().verifier());
        assertEquals(
                List.of(Rule.COVERAGE),
                fit.verdict().curves().stream().map(CheckedCurve::rule).toList());
        assertTrue(
                fit.verdict().sentence().contains("never compared: majority-vote"),
                fit.verdict().sentence());
        assertTrue(Double.isNaN(fit.draw(3).discount()));
        assertEquals(fit.draw(3), fit.draw(3));
    }

    @Tag("slow")
    @Test
    void fit_ofOneProblem_orAllSolved_isNoError() {
        for (int right : new int[] {0, 3, 8}) {
            Recording.Builder builder = new Recording.Builder(true, 1, false);
            builder.problem("only", Optional.empty());
            for (int i = 0; i < 8; i++) {
                builder.candidate(i < right, i < right ? 0 : 1 + i % 2, 0, i * 0.5);
            }
            WorldFit fit = WorldFit.of(builder.build(), TailExponent.DEFAULT, 1);
            assertNotNull(fit.verdict().sentence());
            assertTrue(fit.world().problems(10).size() == 10);
        }
    }

    /** Scores of 6 steps whose noise persists by 0.7, around the level of how the candidate ends. */
    @Test
    @Tag("slow")
    void fit_ofScoresOfSteps_hasAProcessVerifierThatPersists() {
        Recording.Builder builder = new Recording.Builder(true, 0, true);
        Site site = new Site(Purpose.PROCESS_OWN);
        for (int problem = 0; problem < 120; problem++) {
            site.turnTo(Origin.of(9), problem);
            site.begin(0);
            builder.problem("p" + problem, Optional.empty());
            for (int i = 0; i < 10; i++) {
                boolean right = i * 12 < problem;
                builder.candidate(right, right ? 0 : 1 + i % 3, 120);
                double[] steps = new double[6];
                double noise = 0;
                for (int t = 0; t < steps.length; t++) {
                    double fresh = Gaussian.of(site.word(i, t));
                    noise = t == 0 ? fresh : 0.7 * noise + Math.sqrt(1 - 0.49) * fresh;
                    steps[t] = noise + (right ? 1.5 : 0);
                }
                builder.steps(steps);
            }
        }
        WorldFit fit = WorldFit.of(builder.build(), TailExponent.DEFAULT, 1);
        Verifier process = fit.world().process().orElseThrow();
        assertNear("process.persistence", 0.7, fit, 0);
        assertNear("process.d", 1.5, fit, 0);
        assertEquals(0, process.shares().answer());
        assertEquals(new CountLaw.Constant(6), fit.world().steps());
        assertEquals(new CountLaw.Constant(20), fit.world().tokens());
    }

    /** A law with tables in it is chosen where the latent is not Gaussian and scores tie. */
    @Test
    @Tag("slow")
    void fit_ofScoresInLumps_isTabulatedOrAdequate() {
        Recording drawn = Simulated.of(known(Verifier.of(1)), 40, 7);
        Recording lumps = Simulated.rescored(drawn, (problem, candidate, right) -> {
            int rank = (candidate * 13 + problem * 29) % 40;
            return right ? (rank < 10 ? -30 : 2) : (rank < 30 ? -30 : rank < 39 ? 2 : 3);
        });
        WorldFit fit = WorldFit.of(lumps, TailExponent.DEFAULT, 1);
        Verifier verifier = fit.world().verifier();
        assertNotNull(verifier);
        assertTrue(
                verifier.scoring() instanceof Scoring.Tabulated || fit.verdict().adequate());
    }
}
