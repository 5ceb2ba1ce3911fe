package overthink.core.exact.selection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.LongToDoubleFunction;
import org.junit.jupiter.api.Test;
import overthink.core.law.quality.QualityScale;
import overthink.core.law.quality.QualityVerifier;
import overthink.core.law.verifier.Hack;
import overthink.core.law.verifier.NoiseLaw;
import overthink.core.law.verifier.NoiseShares;
import overthink.core.random.NormalQuantile;

class BestOfNQualityTest {

    private static final QualityVerifier CLEAR = QualityVerifier.of(1);

    /** E[max of N] of standard normal numbers: closed forms, and Harter (1961), table 1, for 10 and 100. */
    private static void isTheMeanOfTheGreatest(LongToDoubleFunction found) {
        assertEquals(0, found.applyAsDouble(1), 1e-12);
        assertEquals(1 / Math.sqrt(Math.PI), found.applyAsDouble(2), 1e-12);
        assertEquals(1.5 / Math.sqrt(Math.PI), found.applyAsDouble(3), 1e-12);
        assertEquals(1.53875, found.applyAsDouble(10), 5e-6);
        assertEquals(2.50759, found.applyAsDouble(100), 5e-6);
    }

    @Test
    void latent_ofAClearVerifier_isThatOfTheGreatest() {
        isTheMeanOfTheGreatest(new BestOfNQuality(CLEAR)::latent);
        // planted: the median of the greatest, Φ⁻¹(2^(−1/N)), in place of its mean
        assertTrue(rejects(n -> -NormalQuantile.of(1 - Math.pow(0.5, 1.0 / n))));
    }

    private static boolean rejects(LongToDoubleFunction wrong) {
        try {
            isTheMeanOfTheGreatest(wrong);
            return false;
        } catch (AssertionError rejected) {
            return true;
        }
    }

    @Test
    void latent_isCorrelationTimesThatOfTheGreatest() {
        BestOfNQuality clear = new BestOfNQuality(CLEAR);
        BestOfNQuality blurred = new BestOfNQuality(QualityVerifier.of(0.6));
        // noise of the problem moves all scores alike: only 0.64·(1 − 0.5) of it stands in the way
        BestOfNQuality shared = new BestOfNQuality(QualityVerifier.of(0.6).with(new NoiseShares(0.5, 0.2, 0.2, 0.1)));
        BestOfNQuality misled = new BestOfNQuality(QualityVerifier.of(-0.6));
        for (long n : new long[] {1, 2, 16, 1000, 1L << 40}) {
            assertEquals(0.6 * clear.latent(n), blurred.latent(n), 1e-11);
            assertEquals(0.6 / Math.sqrt(0.36 + 0.32) * clear.latent(n), shared.latent(n), 1e-11);
            assertEquals(-0.6 * clear.latent(n), misled.latent(n), 1e-11);
        }
    }

    @Test
    void latent_ofLovedCandidates_goesBackToTheBase() {
        BestOfNQuality hacked = new BestOfNQuality(QualityVerifier.of(0.8).with(new Hack(0.01, 6)));
        assertEquals(0, hacked.latent(1), 1e-12);
        double peak = 0;
        for (long n = 1; n <= 64; n *= 2) {
            peak = Math.max(peak, hacked.latent(n));
        }
        assertTrue(peak > 0.9, "it rises before it falls: " + peak);
        // of 2000 candidates some 20 are loved: the best is one of them but for a chance of 0.99^2000
        assertEquals(0, hacked.latent(2000), 1e-3);
        assertEquals(0, hacked.latent(1 << 20), 1e-6);
        // with few and weak loved ones it is a mixture: N = 2 by its own integral, E s = 2·∫ F f m
        QualityVerifier weak = QualityVerifier.of(0.8).with(new Hack(0.3, 1));
        double sum = 0;
        double h = 1e-3;
        for (double y = -12; y < 12; y += h) {
            double sober = 0.7 * density(y);
            double below = 0.7 * QualityScale.cumulative(y) + 0.3 * QualityScale.cumulative(y - 1);
            sum += 2 * below * sober * 0.8 * y * h;
        }
        assertEquals(sum, new BestOfNQuality(weak).latent(2), 1e-10);
    }

    private static double density(double y) {
        return Math.exp(-0.5 * y * y) / Math.sqrt(2 * Math.PI);
    }

    @Test
    void chance_ofAThreshold_isThatOfTheGreatest() {
        BestOfNQuality clear = new BestOfNQuality(CLEAR);
        for (long n : new long[] {1, 5, 40}) {
            // seen clearly, the best reaches what some candidate reaches; a trapezoid of 1/16 over a jump is good to
            // 1e-2
            assertEquals(1 - Math.pow(QualityScale.cumulative(1.3), n), clear.reaches(n, 1, 1.3), 2e-2);
        }
        BestOfNQuality blurred = new BestOfNQuality(QualityVerifier.of(0.6));
        assertEquals(QualityScale.cumulative(-1.3), blurred.reaches(1, 0.5, 1.3), 1e-12);
        // N = 2: ∫ 2Φ(y)φ(y)·P(other ≥ 0 | y) dy with correlation 0.3 = ½ + asin-free: by symmetry E Φ(c·y)
        double sum = 0;
        double h = 1e-3;
        for (double y = -12; y < 12; y += h) {
            sum += 2 * QualityScale.cumulative(y) * density(y) * QualityScale.cumulative(0.3 * y / Math.sqrt(0.91)) * h;
        }
        assertEquals(sum, blurred.reaches(2, 0.5, 0), 1e-10);
    }

    @Test
    void studentT_hasNoClosedLaw() {
        assertTrue(BestOfNQuality.obstacle(CLEAR.with(new NoiseLaw.StudentT(4))).isPresent());
        assertTrue(BestOfNQuality.obstacle(CLEAR.with(new Hack(0.1, 2)).with(new NoiseShares(0.5, 0, 0.5, 0)))
                .isPresent());
    }
}
