package overthink.core.fit.verifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import overthink.core.law.verifier.Sensitivity;
import overthink.core.world.Recording;

/** Verifiers whose parameters are known, recorded and fitted. */
class VerifierFitTest {

    private static final long SEED = 20261128;
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /** A verifier to be recorded: latents, or verdicts where there are rates. */
    private record Truth(
            double d, double spread, double slope, double problem, double answer, double call, double tpr, double fpr) {

        static Truth graded(double d, double spread, double slope, double problem, double answer, double call) {
            return new Truth(d, spread, slope, problem, answer, call, -1, -1);
        }

        /** Problems of logit p ~ N(0, 1.5²), six wrong answers of each, a tenth of wrong candidates without any. */
        Recording record(int problems, int n, int calls) {
            UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(SEED);
            Recording.Builder builder = new Recording.Builder(true, calls, false);
            for (int i = 0; i < problems; i++) {
                builder.problem("p" + i, Optional.empty());
                double logit = 1.5 * normal(random);
                double lift = d + slope * logit + spread * normal(random);
                double ofProblem = Math.sqrt(problem) * normal(random);
                double[] ofAnswer = new double[7];
                for (int a = 0; a < 7; a++) {
                    ofAnswer[a] = Math.sqrt(answer) * normal(random);
                }
                for (int c = 0; c < n; c++) {
                    boolean right = random.nextDouble() < 1 / (1 + Math.exp(-logit));
                    int code = right ? 0 : random.nextInt(10) == 0 ? Recording.NO_ANSWER : 1 + random.nextInt(6);
                    double shared = code < 0 ? Math.sqrt(answer) * normal(random) : ofAnswer[code];
                    double own = Math.sqrt(1 - problem - answer - call) * normal(random);
                    double[] scores = new double[calls];
                    for (int k = 0; k < calls; k++) {
                        double noise = ofProblem + shared + own + Math.sqrt(call) * normal(random);
                        scores[k] = tpr < 0
                                ? 3 * (noise + (right ? lift : 0)) - 1
                                : noise < NORMAL.inverseCumulativeProbability(right ? tpr : fpr) ? 2 : -1;
                    }
                    builder.candidate(right, code, 0, scores);
                }
            }
            return builder.build();
        }

        private static double normal(UniformRandomProvider random) {
            return NORMAL.inverseCumulativeProbability(random.nextDouble());
        }
    }

    private static void within(double errors, double truth, Fitted fitted, double most) {
        assertTrue(fitted.error() < most, "the error is %s".formatted(fitted));
        assertEquals(truth, fitted.value(), errors * fitted.error(), fitted::toString);
    }

    /** Six errors each: a chance of 2e-9 where errors are right, and of some 1e-7 where a jackknife of ten is a third low. */
    @Tag("slow")
    @Test
    void scoresOfCandidates_giveBackWhatTheyWereMadeOf() {
        GradedFit fit =
                (GradedFit) VerifierFit.of(Truth.graded(1.2, 0.5, 0, 0, 0.4, 0).record(400, 24, 1), SEED);
        assertFalse(fit.isOfAnswer());
        within(6, 1.2, fit.d(), 0.25);
        within(6, 0.5, fit.spread(), 0.7);
        within(6, 0, fit.slope(), 0.1);
        within(6, 0.4, fit.answerShareOfWrong(), 0.05);
        assertFalse(fit.answerShareOfRight().isKnown(), "one right answer each: not told from the problem");
        assertEquals(Fitted.exactly(0), fit.callShare());
        for (int k = 1; k <= fit.compared(); k++) {
            assertEquals(fit.replayed(k), fit.fitted(k), 4 * fit.error(k) + 1e-12);
        }
        Sensitivity law = fit.sensitivity();
        assertEquals(fit.d().value() * Math.sqrt(1 - fit.shares().problem()), law.at(0.5), 1e-12);
    }

    @Tag("slow")
    @Test
    void scoresWithAProblemsPart_andSeveralCalls_giveBackTheirShares() {
        GradedFit fit = (GradedFit)
                VerifierFit.of(Truth.graded(1.5, 0, 0, 0.3, 0.2, 0.25).record(400, 20, 3), SEED);
        within(6, 0.2 / 0.7, fit.answerShareOfWrong(), 0.05);
        within(6, 0.25 / 0.7, fit.callShare(), 0.05);
        within(6, 1.5 / Math.sqrt(0.7), fit.d(), 0.5);
        within(6, 0.3, fit.problemShare(), 0.05);
        assertEquals(1.5, fit.sensitivity().at(0.5), 0.5);
    }

    @Tag("slow")
    @Test
    void sensitivityThatFollowsDifficulty_isFound() {
        GradedFit fit =
                (GradedFit) VerifierFit.of(Truth.graded(1, 0.3, 0.4, 0, 0, 0).record(500, 24, 1), SEED);
        assertTrue(fit.dependsOnDifficulty());
        within(7, 0.4, fit.slope(), 0.1);
        assertTrue(fit.sensitivity().trend() instanceof Sensitivity.Trend.Logit);
        assertEquals(1, fit.sensitivity().at(0.5), 0.3);
    }

    @Tag("slow")
    @Test
    void equalScoresOfEqualAnswers_areTheAnswers() {
        GradedFit fit =
                (GradedFit) VerifierFit.of(Truth.graded(1, 0.4, 0, 0, 1, 0).record(300, 20, 1), SEED);
        assertTrue(fit.isOfAnswer());
        within(6, 1, fit.d(), 0.25);
        assertEquals(0, fit.shares().candidate());
        assertEquals(1, fit.shares().answer() + fit.shares().problem(), 1e-12);
        GradedFit other =
                (GradedFit) VerifierFit.of(Truth.graded(1, 0.4, 0, 0, 0.9, 0).record(300, 20, 1), SEED);
        assertFalse(other.isOfAnswer(), "nearly is not equal");
    }

    @Tag("slow")
    @Test
    void verdicts_giveBackRatesAndShares() {
        VerdictFit fit =
                (VerdictFit) VerifierFit.of(new Truth(0, 0, 0, 0.3, 0.3, 0.2, 0.8, 0.25).record(600, 20, 2), SEED);
        within(6, 0.8, fit.right().mean(), 0.03);
        within(6, 0.25, fit.wrong().mean(), 0.03);
        within(6, 0.3, fit.wrongShares().problem(), 0.06);
        within(6, 0.3, fit.wrongShares().answer(), 0.06);
        within(6, 0.2, fit.wrongShares().candidate(), 0.06);
        within(6, 0.2, fit.wrongShares().call(), 0.03);
        // all right candidates of a problem give one answer: what the two share is not told apart
        assertEquals(0, fit.rightShares().problem().value());
        within(6, 0.6, fit.rightShares().answer(), 0.1);
        assertEquals(
                1,
                fit.wrongShares().shares().problem()
                        + fit.wrongShares().shares().answer()
                        + fit.wrongShares().shares().candidate()
                        + fit.wrongShares().shares().call(),
                1e-9);
    }

    /** Φ₂(0, 0; ρ) = ¼ + arcsin ρ/(2π) (Sheppard 1899). */
    @Test
    void pairsOfVerdicts_agreeAsSheppardSays() {
        for (double correlation : new double[] {0, 0.1, 0.5, 0.9, 0.99}) {
            double both = 0.25 + Math.asin(correlation) / (2 * Math.PI);
            assertEquals(both, VerdictShares.bothBelow(0, correlation), 1e-9);
            assertEquals(correlation, VerdictShares.correlation(both, 0.5), 1e-6);
        }
        assertEquals(0, VerdictShares.correlation(0.2, 0.5));
    }

    @Tag("slow")
    @Test
    void aProblemWithOneCandidate_doesNotEndTheCurve() {
        Recording whole = Truth.graded(1, 0.4, 0, 0, 0, 0).record(60, 12, 1);
        Recording.Builder builder = new Recording.Builder(false, 1, false);
        builder.problem("short", Optional.empty());
        builder.candidate(true, 0, 0, 0.5);
        for (int problem = 0; problem < whole.size(); problem++) {
            builder.problem("p", Optional.empty());
            for (int i = 0; i < 12; i++) {
                builder.candidate(whole.correct(problem, i), 0, 0, whole.score(0, problem, i));
            }
        }
        GradedFit fit = (GradedFit) VerifierFit.of(builder.build(), SEED);
        assertEquals(12, fit.compared());
        within(6, 1, fit.d(), 0.7);
    }

    @Test
    void nothingToTell_isSaid() {
        Recording.Builder right = new Recording.Builder(false, 1, false);
        right.problem("a", Optional.empty());
        right.candidate(true, 0, 0, 1.5);
        right.candidate(true, 0, 0, 2.5);
        GradedFit fit = (GradedFit) VerifierFit.of(right.build(), SEED);
        assertFalse(fit.d().isKnown());
        assertEquals(2, fit.statements().size());
        assertEquals(1, fit.fitted(2));
        assertThrows(IllegalStateException.class, fit::sensitivity);
        Recording.Builder none = new Recording.Builder(false, 0, false);
        none.problem("a", Optional.empty());
        none.candidate(true, 0, 0);
        assertThrows(IllegalArgumentException.class, () -> VerifierFit.of(none.build(), SEED));
        Recording.Builder verdicts = new Recording.Builder(false, 1, false);
        verdicts.problem("a", Optional.empty());
        verdicts.candidate(false, 0, 0, 1);
        verdicts.candidate(false, 0, 0, -1);
        VerdictFit accepted = (VerdictFit) VerifierFit.of(verdicts.build(), SEED);
        assertFalse(accepted.right().mean().isKnown());
        assertEquals(0.5, accepted.wrong().mean().value(), 1e-9);
        assertEquals(2, accepted.statements().size());
    }
}
