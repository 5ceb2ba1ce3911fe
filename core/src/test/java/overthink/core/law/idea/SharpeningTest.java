package overthink.core.law.idea;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import overthink.core.law.answer.AnswerLaw;
import overthink.core.law.answer.Attractor;
import overthink.core.law.answer.Distinct;
import overthink.core.law.answer.PitmanYor;
import overthink.core.law.answer.UniformAnswers;
import overthink.core.law.answer.Zipf;
import overthink.core.law.difficulty.LogitNormal;
import overthink.core.law.difficulty.Mixture;
import overthink.core.law.difficulty.Point;
import overthink.core.law.difficulty.UniformDifficulty;

/** Sharpened laws against every answer's probability written out, raised to 1/τ and divided by their sum. */
class SharpeningTest {

    private static final List<AnswerLaw> LAWS = List.of(
            new UniformAnswers(5),
            new UniformAnswers(1),
            new Zipf(6, 1.2),
            new Zipf(4, 0),
            new Attractor(0.6, 4),
            new Attractor(0.1, 4),
            new Attractor(1, 1));

    /** The shares of wrong answers that are given. */
    private static List<Double> shares(AnswerLaw law) {
        List<Double> shares = new ArrayList<>();
        if (law instanceof UniformAnswers uniform) {
            for (int k = 0; k < uniform.answers(); k++) {
                shares.add(1.0 / uniform.answers());
            }
        } else if (law instanceof Zipf zipf) {
            double total = 0;
            for (int k = 1; k <= zipf.answers(); k++) {
                total += StrictMath.pow(k, -zipf.exponent());
            }
            for (int k = 1; k <= zipf.answers(); k++) {
                shares.add(StrictMath.pow(k, -zipf.exponent()) / total);
            }
        } else {
            Attractor attractor = (Attractor) law;
            shares.add(attractor.share());
            for (int k = 1; k < attractor.answers(); k++) {
                shares.add((1 - attractor.share()) / (attractor.answers() - 1));
            }
        }
        return shares;
    }

    /** Right, none, and each wrong answer: their probabilities, sharpened. */
    private static double[] writtenOut(AnswerLaw law, double p, double mu, double tau) {
        List<Double> wrong = shares(law);
        double[] all = new double[wrong.size() + 2];
        all[0] = p;
        all[1] = (1 - p) * mu;
        for (int k = 0; k < wrong.size(); k++) {
            all[k + 2] = (1 - p) * (1 - mu) * wrong.get(k);
        }
        double total = 0;
        for (int i = 0; i < all.length; i++) {
            all[i] = StrictMath.pow(all[i], 1 / tau);
            total += all[i];
        }
        for (int i = 0; i < all.length; i++) {
            all[i] /= total;
        }
        return all;
    }

    private static void expect(AnswerLaw law, double p, double mu, double tau, Sharpening sharpening) {
        double[] expected = writtenOut(law, p, mu, tau);
        double right = sharpening.accuracy(p, mu);
        double silent = sharpening.silence(mu);
        assertEquals(expected[0], right, 1e-12);
        assertEquals(expected[1], (1 - right) * silent, 1e-12);
        List<Double> wrong = shares(sharpening.answers());
        for (int k = 0; k < wrong.size(); k++) {
            assertEquals(expected[k + 2], (1 - right) * (1 - silent) * wrong.get(k), 1e-12);
        }
    }

    @Test
    void temperature_anyLaw_isEveryProbabilityToThePowerOfOneOverTau() {
        for (AnswerLaw law : LAWS) {
            for (double tau : new double[] {0.3, 0.7, 1, 1.6, 4}) {
                Sharpening sharpening = new Sharpening(new Temperature(tau, 0), law);
                for (double mu : new double[] {0, 0.25, 0.9}) {
                    expect(law, 0.03, mu, tau, sharpening);
                    expect(law, 0.45, mu, tau, sharpening);
                }
            }
        }
        // one that sharpens right and wrong alone, as though all wrong answers were one, is noticed
        Sharpening planted = new Sharpening(new Temperature(0.5, 0), new UniformAnswers(1));
        assertThrows(AssertionError.class, () -> expect(new UniformAnswers(5), 0.3, 0, 0.5, planted));
    }

    /** τ → 0: what 0 says is what small temperatures tend to, ties too. */
    @Test
    void temperature_zero_isGreedy() {
        for (AnswerLaw law : LAWS) {
            Sharpening greedy = new Sharpening(new Temperature(0, 3), law);
            Sharpening cold = new Sharpening(new Temperature(1e-3, 0), law);
            for (double mu : new double[] {0, 0.3, 0.9}) {
                for (double p : new double[] {0.02, 0.35, 0.8}) {
                    assertEquals(cold.accuracy(p, mu), greedy.accuracy(p, mu), 1e-9, law + " " + p + " " + mu);
                }
                assertEquals(cold.silence(mu), greedy.silence(mu), 1e-9);
            }
            List<Double> expected = shares(cold.answers());
            List<Double> found = shares(greedy.answers());
            for (int k = 0; k < expected.size(); k++) {
                assertEquals(expected.get(k), found.get(k), 1e-9);
            }
        }
        // as likely as each of four wrong answers: one of five
        assertEquals(0.2, new Sharpening(new Temperature(0, 0), new UniformAnswers(4)).accuracy(0.2, 0), 1e-12);
    }

    @Test
    void noise_warm_isTakenFromTheLogOdds() {
        Sharpening quiet = new Sharpening(new Temperature(1.5, 0), new UniformAnswers(3));
        Sharpening noisy = new Sharpening(new Temperature(1.5, 2), new UniformAnswers(3));
        double without = quiet.accuracy(0.4, 0);
        double with = noisy.accuracy(0.4, 0);
        assertEquals(1, StrictMath.log(without / (1 - without)) - StrictMath.log(with / (1 - with)), 1e-12);
        assertEquals(0.4, new Sharpening(new Temperature(1, 2), new UniformAnswers(3)).accuracy(0.4, 0));
    }

    /** The temperature of the greatest coverage by k candidates, over p that are spread evenly. */
    private static double best(int k, double noise) {
        double best = -1;
        double greatest = -1;
        for (double tau = 0; tau <= 3; tau += 0.1) {
            Sharpening sharpening = new Sharpening(new Temperature(tau, noise), new Zipf(6, 1));
            double sum = 0;
            for (int i = 0; i < 200; i++) {
                sum += 1 - StrictMath.pow(1 - sharpening.accuracy((i + 0.5) / 200, 0), k);
            }
            if (sum > greatest) {
                greatest = sum;
                best = tau;
            }
        }
        return best;
    }

    /** Nearly greedy for one candidate, and warmer the more there are; without noise as well, as far as the grid goes. */
    @Test
    void temperature_best_growsWithCandidates() {
        for (double noise : new double[] {0, 1}) {
            double before = best(1, noise);
            assertTrue(before <= 0.3, "one candidate: " + before);
            for (int k : new int[] {4, 16, 64, 256}) {
                double best = best(k, noise);
                assertTrue(best >= before, k + " candidates: " + best + " after " + before);
                before = best;
            }
            assertTrue(before > 0.5);
        }
        // heat that costs more than it brings leaves the best at one temperature: the assertion can fail
        assertTrue(best(256, 100) < best(256, 0));
    }

    @Test
    void temperature_one_changesNothing() {
        AnswerLaw law = new Distinct();
        Sharpening none = new Sharpening(Temperature.ONE, law);
        assertSame(law, none.answers());
        assertEquals(0.3, none.accuracy(0.3, 0.2));
        assertEquals(0.2, none.silence(0.2));
    }

    @Test
    void temperature_answersThatCannotBeCounted_isRefused() {
        for (AnswerLaw law : List.of(new Distinct(), new PitmanYor(0.2, 1))) {
            assertTrue(assertThrows(IllegalArgumentException.class, () -> new Sharpening(new Temperature(0.7, 0), law))
                    .getMessage()
                    .contains("can be counted"));
        }
        assertThrows(IllegalArgumentException.class, () -> new Temperature(-0.1, 0));
        assertThrows(IllegalArgumentException.class, () -> new Temperature(11, 0));
        assertThrows(IllegalArgumentException.class, () -> new Temperature(0.5, -1));
    }

    /** A point moves, a logit-normal law stays one, and a density of another kind has no name. */
    @Test
    void laws_ofDifficulty_areThoseOfTheSharpenedChance() {
        Sharpening sharpening = new Sharpening(new Temperature(0.5, 1), new Zipf(3, 1));
        assertEquals(Optional.of(new Point(sharpening.accuracy(0.3, 0))), sharpening.realised(new Point(0.3), 0));
        LogitNormal law = new LogitNormal(-1, 2);
        LogitNormal sharp =
                assertInstanceOf(LogitNormal.class, sharpening.realised(law, 0).orElseThrow());
        for (double u : new double[] {0.01, 0.3, 0.9}) {
            assertEquals(sharpening.accuracy(law.quantile(u), 0), sharp.quantile(u), 1e-12);
        }
        assertEquals(Optional.empty(), sharpening.realised(new UniformDifficulty(0, 1), 0));
        assertTrue(sharpening
                .realised(new Mixture(List.of(new Mixture.Part(0.5, law), new Mixture.Part(0.5, new Point(0)))), 0)
                .isPresent());
    }
}
