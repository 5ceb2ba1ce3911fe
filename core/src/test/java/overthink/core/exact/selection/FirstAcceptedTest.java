package overthink.core.exact.selection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import overthink.core.exact.selection.FirstAcceptedLaw.Otherwise;
import overthink.core.law.difficulty.Beta;
import overthink.core.law.difficulty.DifficultyLaw;
import overthink.core.law.difficulty.Mixture;
import overthink.core.law.difficulty.Point;
import overthink.core.law.verifier.NoiseShares;
import overthink.core.law.verifier.Scoring;

class FirstAcceptedTest {

    /** conformance/values.json, resampling-until-accepted: two types of problem. */
    private static final DifficultyLaw TWO_TYPES =
            new Mixture(List.of(new Mixture.Part(0.58, new Point(0.87)), new Mixture.Part(0.42, new Point(0.13))));

    /** Expected: all 4^K outcomes (right or wrong, accepted or not) of K candidates. */
    @Test
    void firstAccepted_ofFewCandidates_equalsEnumeration() {
        double[][] rates = {{0.9, 0.2}, {1, 0}, {1, 0.25}, {0.5, 0.5}, {0.3, 0}, {1, 1}};
        for (double[] rate : rates) {
            FirstAcceptedLaw verdicts = new FirstAcceptedLaw(rate[0], rate[1]);
            for (double p : new double[] {0, 0.1, 0.5, 0.87, 1}) {
                for (int cap = 1; cap <= 4; cap++) {
                    double right = 0;
                    double wrong = 0;
                    double none = 0;
                    double draws = 0;
                    double firstRight = 0;
                    for (int outcome = 0; outcome < 1 << (2 * cap); outcome++) {
                        double chance = 1;
                        int taken = -1;
                        for (int i = 0; i < cap; i++) {
                            boolean good = (outcome >> (2 * i) & 1) == 1;
                            boolean accepted = (outcome >> (2 * i + 1) & 1) == 1;
                            double rateOf = good ? rate[0] : rate[1];
                            chance *= (good ? p : 1 - p) * (accepted ? rateOf : 1 - rateOf);
                            if (accepted && taken < 0) {
                                taken = i;
                            }
                        }
                        draws += chance * (taken < 0 ? cap : taken + 1);
                        if (taken < 0) {
                            none += chance;
                            // Best-of-n takes the first of equals.
                            firstRight += (outcome & 1) == 1 ? chance : 0;
                        } else if ((outcome >> (2 * taken) & 1) == 1) {
                            right += chance;
                        } else {
                            wrong += chance;
                        }
                    }
                    assertEquals(right, verdicts.accuracy(p, cap, Otherwise.ABSTAIN), 1e-14);
                    assertEquals(wrong, verdicts.falseAcceptance(p, cap, Otherwise.ABSTAIN), 1e-14);
                    assertEquals(none, verdicts.noneAccepted(p, cap), 1e-14);
                    assertEquals(draws, verdicts.draws(p, cap), 1e-13);
                    assertEquals(right + firstRight, verdicts.accuracy(p, cap, Otherwise.ANSWER), 1e-14);
                    assertEquals(
                            1,
                            verdicts.accuracy(p, cap, Otherwise.ANSWER)
                                    + verdicts.falseAcceptance(p, cap, Otherwise.ANSWER),
                            1e-14);
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0.7, 1, 0.48206", "0.7, 2, 0.523874", "0.7, 3, 0.524567", "0.7, 5, 0.520777", "0.7, 15, 0.517645",
        "1.0, 1, 0.449", "1.0, 2, 0.472381", "1.0, 3, 0.461352", "1.0, 5, 0.444976", "1.0, 15, 0.432647",
        "2.0, 1, 0.3388", "2.0, 2, 0.300737", "2.0, 3, 0.250637"
    })
    void utility_ofTheConformanceCases_agrees(double penalty, long cap, double expected) {
        FirstAcceptedLaw verdicts = new FirstAcceptedLaw(1, 0.25);
        assertEquals(expected, TWO_TYPES.expectation(p -> verdicts.utility(p, cap, penalty)), 1e-5);
    }

    @ParameterizedTest
    @CsvSource({"0.7, 3", "1.0, 2", "2.0, 1"})
    void bestCap_ofTheConformanceCases_agrees(double penalty, long expected) {
        assertEquals(expected, new FirstAcceptedLaw(1, 0.25).bestCap(TWO_TYPES, penalty));
    }

    /** E[p·t/a], worked out apart from this code: with perfect TPR, Beta(.5, .5) and f = .05, Beta(.3, .7) and f = .10. */
    @ParameterizedTest
    @CsvSource({"0.5, 0.5, 0.05, 0.817", "0.3, 0.7, 0.10, 0.554"})
    void ceiling_ofTheLiteratureCases_agrees(double alpha, double beta, double fpr, double expected) {
        FirstAcceptedLaw verdicts = new FirstAcceptedLaw(1, fpr);
        Beta law = new Beta(alpha, beta);
        assertEquals(expected, law.expectation(verdicts::ceiling), 0.0005);
        double far = law.expectation(p -> verdicts.accuracy(p, FirstAcceptedLaw.UNBOUNDED, Otherwise.ABSTAIN));
        assertEquals(law.expectation(verdicts::ceiling), far, 1e-12);
        assertTrue(law.expectation(p -> verdicts.accuracy(p, 1000, Otherwise.ABSTAIN)) <= far);
    }

    @ParameterizedTest
    @CsvSource({
        "0.5, 0.5, 0.05, 1, 10",
        "0.5, 0.5, 0.05, 4, 2",
        "0.5, 0.5, 0.05, 10, 1",
        "0.3, 0.7, 0.10, 1, 3",
        "0.3, 0.7, 0.10, 4, 1"
    })
    void bestCap_ofTheLiteratureCases_agrees(double alpha, double beta, double fpr, double penalty, long expected) {
        assertEquals(expected, new FirstAcceptedLaw(1, fpr).bestCap(new Beta(alpha, beta), penalty));
    }

    /** The bisection finds what a plain search over 1 to 200 finds. */
    @Tag("slow")
    @Test
    void bestCap_ofManyLaws_equalsPlainSearch() {
        for (double f : new double[] {0.05, 0.1, 0.3}) {
            for (double c : new double[] {0.8, 1, 3}) {
                FirstAcceptedLaw verdicts = new FirstAcceptedLaw(0.8, f);
                Beta law = new Beta(0.6, 0.9);
                int best = 0;
                double greatest = 0;
                for (int cap = 1; cap <= 200; cap++) {
                    int k = cap;
                    double utility = law.expectation(p -> verdicts.utility(p, k, c));
                    if (utility > greatest) {
                        greatest = utility;
                        best = cap;
                    }
                }
                assertTrue(best < 200);
                assertEquals(best, verdicts.bestCap(law, c), "f " + f + " c " + c);
            }
        }
    }

    /** One problem alone has no interior optimum: it is worth answering, or it is not; the second is accepted at once. */
    @Test
    void bestCap_ofOneProblem_isZeroOrUnbounded() {
        FirstAcceptedLaw verdicts = new FirstAcceptedLaw(0.9, 0.1);
        assertEquals(0, verdicts.bestCap(new Point(0.05), 1));
        assertEquals(1, new FirstAcceptedLaw(1, 1).bestCap(new Point(1), 0));
        assertEquals(FirstAcceptedLaw.UNBOUNDED, new FirstAcceptedLaw(1e-15, 0).bestCap(new Point(0.1), 5));
        assertThrows(IllegalArgumentException.class, () -> new FirstAcceptedLaw(0.1, 0.9).bestCap(new Point(0.5), 1));
    }

    @Test
    void firstAccepted_ofTinyAndHuge_isFiniteAndMonotone() {
        FirstAcceptedLaw verdicts = new FirstAcceptedLaw(0.9, 1e-15);
        for (double p : new double[] {0, 1e-15, 0.5, 1}) {
            double last = 0;
            for (long cap = 1; cap <= 1L << 40; cap *= 2) {
                double accuracy = verdicts.accuracy(p, cap, Otherwise.ANSWER);
                assertTrue(accuracy >= last - 1e-15 && accuracy <= 1, "p " + p + " cap " + cap);
                last = accuracy;
            }
        }
        FirstAcceptedLaw never = new FirstAcceptedLaw(1, 0);
        assertEquals(0, never.ceiling(0));
        assertEquals(1, never.noneAccepted(0, FirstAcceptedLaw.UNBOUNDED));
        assertEquals(Double.POSITIVE_INFINITY, never.draws(0, FirstAcceptedLaw.UNBOUNDED));
        assertEquals(0, never.accuracy(0, FirstAcceptedLaw.UNBOUNDED, Otherwise.ABSTAIN));
        assertEquals(1L << 40, never.draws(0, 1L << 40));
        assertEquals(0, verdicts.draws(0.5, 0));
        assertEquals(1, verdicts.noneAccepted(1, 0));
        assertThrows(IllegalArgumentException.class, () -> verdicts.accuracy(0.5, 0, Otherwise.ANSWER));
    }

    /** Averaged over the problems' noise by Simpson's rule (error below 1e−12), the conditional rates give back the rates. */
    @Test
    void given_theProblemsNoise_averagesToTheRates() {
        Scoring.Verdict verdict = new Scoring.Verdict(0.817, 0.628);
        NoiseShares shares = new NoiseShares(0.7, 0, 0.2, 0.1);
        NormalDistribution normal = NormalDistribution.of(0, 1);
        double right = 0;
        double wrong = 0;
        double step = 1.0 / 64;
        for (double e = -9; e <= 9; e += step) {
            FirstAcceptedLaw given = FirstAcceptedLaw.given(verdict, shares, e);
            right += step * normal.density(e) * given.tpr();
            wrong += step * normal.density(e) * given.fpr();
        }
        assertEquals(0.817, right, 1e-10);
        assertEquals(0.628, wrong, 1e-10);
        assertEquals(new FirstAcceptedLaw(0.817, 0.628), FirstAcceptedLaw.given(verdict, NoiseShares.CANDIDATE, 3));
        FirstAcceptedLaw certain = FirstAcceptedLaw.given(verdict, new NoiseShares(1, 0, 0, 0), 0.5);
        assertEquals(new FirstAcceptedLaw(1, 0), certain);
        NoiseShares byAnswer = new NoiseShares(0, 0.1, 0.9, 0);
        assertThrows(IllegalArgumentException.class, () -> FirstAcceptedLaw.given(verdict, byAnswer, 0));
    }
}
