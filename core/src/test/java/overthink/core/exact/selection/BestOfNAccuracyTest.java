package overthink.core.exact.selection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import overthink.core.exact.Approximation;
import overthink.core.exact.Coverage;
import overthink.core.law.answer.Distinct;
import overthink.core.law.answer.UniformAnswers;
import overthink.core.law.verifier.Hack;
import overthink.core.law.verifier.NoiseLaw;
import overthink.core.law.verifier.NoiseShares;
import overthink.core.law.verifier.Verifier;

class BestOfNAccuracyTest {

    private static final NoiseLaw GAUSSIAN = new NoiseLaw.Gaussian();
    private static final long MOST = BestOfNAccuracy.LARGEST;

    /** By a quadrature of its own: p = .2, d = 1.5. The last two were simulated, hence to two units of theirs. */
    @ParameterizedTest
    @CsvSource({
        "1, 0.200, 5e-4",
        "4, 0.452, 5e-4",
        "16, 0.724, 5e-4",
        "64, 0.885, 6e-4",
        "256, 0.950, 2e-3",
        "1024, 0.977, 2e-3"
    })
    void accuracy_ofTheReferenceWorld_isThatOfQuadrature(long n, double expected, double allowed) {
        assertEquals(expected, of(GAUSSIAN, 1.5, Hack.NONE).curve(0.2).at(n).value(), allowed);
    }

    /** Simulated: the same with 1 % of the wrong answers raised by 6; given to two digits. */
    @ParameterizedTest
    @CsvSource({"1, 0.20", "4, 0.44", "16, 0.64", "64, 0.54", "256, 0.13", "1024, 0.00"})
    void accuracy_ofAHackedVerifier_risesAndFalls(long n, double expected) {
        // The table was simulated: .532 here stands as .54 there.
        assertEquals(
                expected, of(GAUSSIAN, 1.5, new Hack(0.01, 6)).curve(0.2).at(n).value(), 0.0085);
    }

    /** Two candidates: P(right chosen) = p² + 2·p·(1 − p)·Φ(d/√2). */
    @Test
    void accuracy_ofTwo_isThePairwiseForm() {
        for (double d : new double[] {-3, -0.7, 1e-9, 0.3, 1.5, 3, 8}) {
            for (double p : new double[] {1e-15, 1e-6, 0.2, 0.9}) {
                double wins = NormalDistribution.of(0, 1).cumulativeProbability(d / Math.sqrt(2));
                double expected = p * p + 2 * p * (1 - p) * wins;
                assertEquals(expected, of(GAUSSIAN, d, Hack.NONE).curve(p).at(2).value(), 1e-12 * expected);
            }
        }
    }

    /**
     * An independent route: with y = −N·log F the maximum's law is e^(−y) dy, so accuracy = ∫ e^(−y)·π(x(y)) dy; x by
     * bisection, π from the library's densities, y = e^t by the trapezoidal rule with step 1/40 over e^(−44) to e^4. Its own
     * error is below 1e−9 of the value unless d is so large that π jumps where F is flat.
     */
    @Tag("slow")
    @ParameterizedTest
    @CsvSource({
        "0, 1.5, 0.2, 0, 0",
        "0, 1.5, 1e-15, 0, 0",
        "0, 3, 1e-6, 0, 0",
        "0, 0.1, 0.5, 0, 0",
        "0, 3, 0.999, 0, 0",
        "0, 1.5, 0.2, 0.01, 6",
        "0, 1.5, 0.2, 1, 1",
        "0, 2, 0.1, 0.3, -3",
        "2.5, 1.5, 0.2, 0, 0",
        "5, 4, 1e-9, 0, 0",
        "40, 1.5, 0.3, 0.1, 2"
    })
    void accuracy_ofAnyNoise_equalsTheIntegralOverTheQuantile(
            double nu, double d, double p, double share, double shift) {
        NoiseLaw noise = nu == 0 ? GAUSSIAN : new NoiseLaw.StudentT(nu);
        BestOfNAccuracy.Curve curve = of(noise, d, new Hack(share, shift)).curve(p);
        long[] counts = nu == 0 ? new long[] {2, 7, 64, 4096, 1L << 25, MOST} : new long[] {2, 4096, MOST};
        for (long n : counts) {
            double expected = byQuantile(nu, d, p, share, shift, n);
            assertEquals(expected, curve.at(n).value(), 1e-9 * expected, "n = " + n);
        }
    }

    private static double byQuantile(double nu, double d, double p, double share, double shift, long n) {
        ContinuousDistribution noise = nu == 0 ? NormalDistribution.of(0, 1) : TDistribution.of(nu);
        double unit = nu == 0 ? 1 : Math.sqrt((nu - 2) / nu);
        double step = 1.0 / 40;
        double sum = 0;
        for (double t = -44; t <= 4; t += step) {
            double y = Math.exp(t);
            double survival = -Math.expm1(-y / n);
            double low = -60;
            double high = 1e14;
            for (int half = 0; half < 110; half++) {
                // Geometric halving far out, so that the heavy tails' bracket closes.
                double middle = low > 1 ? Math.sqrt(low * high) : high > 4 && low > -1 ? low + 2 : 0.5 * (low + high);
                double above = p * noise.survivalProbability((middle - d) / unit)
                        + (1 - p)
                                * ((1 - share) * noise.survivalProbability(middle / unit)
                                        + share * noise.survivalProbability((middle - shift) / unit));
                if (above > survival) {
                    low = middle;
                } else {
                    high = middle;
                }
            }
            double right = p * noise.density((low - d) / unit);
            double wrong =
                    (1 - p) * ((1 - share) * noise.density(low / unit) + share * noise.density((low - shift) / unit));
            sum += Math.exp(-y) * y * right / (right + wrong);
        }
        return sum * step;
    }

    /** The estimate comes from integrating the whole density of the maximum, which is 1, at the same nodes. */
    @Test
    void accuracy_overAllRanges_isFiniteInRangeAndStatesASmallError() {
        for (NoiseLaw noise : new NoiseLaw[] {GAUSSIAN, new NoiseLaw.StudentT(2.01), new NoiseLaw.StudentT(30)}) {
            for (double d : new double[] {0, 1e-9, 1.5, 8, 100}) {
                for (Hack hack : new Hack[] {Hack.NONE, new Hack(1e-3, 6), new Hack(1, -2), new Hack(0.5, 100)}) {
                    BestOfNAccuracy accuracy = of(noise, d, hack);
                    for (double p : new double[] {0, 1e-15, 1e-3, 0.5, 1 - 1e-15, 1}) {
                        BestOfNAccuracy.Curve curve = accuracy.curve(p);
                        for (long n : new long[] {1, 2, 3, 1000, 1L << 31, MOST}) {
                            Approximation value = curve.at(n);
                            String where = noise + " d " + d + " " + hack + " p " + p + " n " + n + ": " + value;
                            assertTrue(value.value() >= 0 && value.value() <= 1, where);
                            assertTrue(value.error() >= 0 && value.error() < 1e-11, where);
                        }
                    }
                }
            }
        }
    }

    @Test
    void accuracy_underGaussianNoise_growsWithNAndWithD() {
        for (double p : new double[] {1e-15, 1e-4, 0.2, 0.9}) {
            double[] last = new double[41];
            for (double d : new double[] {0.01, 0.5, 1.5, 3, 8}) {
                BestOfNAccuracy.Curve curve = of(GAUSSIAN, d, Hack.NONE).curve(p);
                double before = 0;
                for (int e = 0; e <= 40; e++) {
                    double value = curve.at(1L << e).value();
                    assertTrue(value >= before - 1e-13, "p " + p + " d " + d + " n 2^" + e);
                    assertTrue(value >= last[e] - 1e-13, "p " + p + " d " + d + " n 2^" + e);
                    assertTrue(value <= Coverage.of(p, 1L << e) + 1e-13);
                    before = value;
                    last[e] = value;
                }
            }
        }
    }

    @Test
    void accuracy_withoutSensitivity_isExactlyP() {
        for (double p : new double[] {0, 1e-15, 0.2, 1}) {
            assertEquals(p, of(GAUSSIAN, 0, Hack.NONE).curve(p).at(MOST).value());
            assertEquals(p, of(GAUSSIAN, 0, new Hack(0.1, 0)).curve(p).at(MOST).value());
            assertEquals(p, of(GAUSSIAN, 0, Hack.NONE).curve(p).limit());
        }
    }

    /**
     * A verifier that knows nothing loves wrong answers as much as one that knows next to nothing. Of two candidates the right
     * one wins against a wrong one with probability (1 − h)/2 + h·Φ(−shift/√2).
     */
    @Test
    void accuracy_withoutSensitivityButWithLovedAnswers_isTheLimit() {
        Hack hack = new Hack(0.1, 3);
        double wins = 0.45 + 0.1 * NormalDistribution.of(0, 1).cumulativeProbability(-3 / Math.sqrt(2));
        for (NoiseLaw noise : new NoiseLaw[] {GAUSSIAN, new NoiseLaw.StudentT(4)}) {
            BestOfNAccuracy.Curve at = of(noise, 0, hack).curve(0.3);
            for (long n : new long[] {2, 64, 1L << 20, MOST}) {
                for (double d : new double[] {-1e-13, 1e-13}) {
                    double near = of(noise, d, hack).curve(0.3).at(n).value();
                    assertEquals(near, at.at(n).value(), 1e-11);
                }
            }
        }
        assertEquals(0.09 + 0.42 * wins, of(GAUSSIAN, 0, hack).curve(0.3).at(2).value(), 1e-13);
        assertEquals(0, of(GAUSSIAN, 0, hack).curve(0.3).limit());
        double allLoved = 0.09 + 0.42 * NormalDistribution.of(0, 1).cumulativeProbability(-3 / Math.sqrt(2));
        assertEquals(allLoved, of(GAUSSIAN, 0, new Hack(1, 3)).curve(0.3).at(2).value(), 1e-13);
    }

    /** With d below 0 a right candidate is to a wrong one as a wrong one to a right one with d above 0. */
    @Test
    void accuracy_belowChance_isTheErrorOfTheOpposite() {
        for (NoiseLaw noise : new NoiseLaw[] {GAUSSIAN, new NoiseLaw.StudentT(3)}) {
            for (double d : new double[] {0.3, 1.5}) {
                for (long n : new long[] {2, 16, 4096, MOST}) {
                    double misled = of(noise, -d, Hack.NONE).curve(0.3).at(n).value();
                    double opposite = of(noise, d, Hack.NONE).curve(0.7).at(n).value();
                    assertEquals(1 - opposite, misled, 1e-12);
                }
            }
        }
        assertEquals(0, of(GAUSSIAN, -0.1, Hack.NONE).curve(0.9).limit());
    }

    @Test
    void limit_ofEachTail_isWhatTheHighestCentreSays() {
        assertEquals(1, of(GAUSSIAN, 0.1, Hack.NONE).curve(1e-15).limit());
        assertEquals(0, of(GAUSSIAN, 0.1, Hack.NONE).curve(0).limit());
        assertEquals(0, of(GAUSSIAN, 1.5, new Hack(1e-9, 6)).curve(0.9).limit());
        assertEquals(1, of(GAUSSIAN, 1.5, new Hack(0.5, 1)).curve(0.9).limit());
        assertEquals(
                0.2 / (0.2 + 0.8 * 0.25),
                of(GAUSSIAN, 1.5, new Hack(0.25, 1.5)).curve(0.2).limit(),
                1e-15);
        assertEquals(1, of(GAUSSIAN, 1.5, new Hack(1, -3)).curve(0.9).limit());
        // Near the limit already: a gap of 8 decides, and equal centres tie.
        assertEquals(1, of(GAUSSIAN, 8, Hack.NONE).curve(0.01).at(MOST).value(), 1e-9);
        BestOfNAccuracy.Curve equal = of(GAUSSIAN, 3, new Hack(0.25, 3)).curve(0.2);
        assertEquals(equal.limit(), equal.at(MOST).value(), 1e-6);
        // Heavy tails forget d: f₁/f₀ at x is 1 + d·(ν + 1)/x, and x is of the order of N^(1/ν).
        BestOfNAccuracy.Curve heavy =
                of(new NoiseLaw.StudentT(2.5), 1.5, Hack.NONE).curve(0.2);
        assertEquals(0.2, heavy.limit());
        assertEquals(0.2, heavy.at(MOST).value(), 0.2 * 0.8 * 1.5 * 3.5 / Math.pow(MOST, 1 / 2.5) * 10);
        assertTrue(heavy.at(64).value() > 0.5);
    }

    /** The problem's share cancels; what is left has standard deviation √(candidate + call). */
    @Test
    void accuracy_withTheProblemsNoise_isThatOfALargerD() {
        Verifier shared =
                Verifier.of(1.5).with(new NoiseShares(0.64, 0, 0.2, 0.16)).with(new Hack(0.1, 0.9));
        Verifier alone = Verifier.of(2.5).with(new Hack(0.1, 1.5));
        double expected = BestOfNAccuracy.of(alone, 2.5).curve(0.3).at(50).value();
        assertEquals(expected, BestOfNAccuracy.of(shared, 1.5).curve(0.3).at(50).value(), 1e-13);
    }

    /** Nothing left: a right candidate beats every wrong one, and the loved beat or tie with it. By hand for n = 2. */
    @Test
    void accuracy_withoutSelectionNoise_isDiscrete() {
        Verifier exact = Verifier.of(1.5).with(new NoiseShares(1, 0, 0, 0));
        double p = 0.3;
        double loved = 0.7 * 0.1;
        assertEquals(
                1 - 0.7 * 0.7, BestOfNAccuracy.of(exact, 1.5).curve(p).at(2).value(), 1e-15);
        double beaten = BestOfNAccuracy.of(exact.with(new Hack(0.1, 2)), 1.5)
                .curve(p)
                .at(2)
                .value();
        assertEquals((1 - loved) * (1 - loved) - 0.63 * 0.63, beaten, 1e-15);
        double tied = BestOfNAccuracy.of(exact.with(new Hack(0.1, 1.5)), 1.5)
                .curve(p)
                .at(2)
                .value();
        assertEquals(p + 0.63 * p, tied, 1e-15);
        double harmless = BestOfNAccuracy.of(exact.with(new Hack(0.1, 1)), 1.5)
                .curve(p)
                .at(2)
                .value();
        assertEquals(1 - 0.7 * 0.7, harmless, 1e-15);
    }

    @Test
    void applies_toSharedOrRepeatedNoise_refuses() {
        Verifier plain = Verifier.of(1.5);
        assertTrue(BestOfNAccuracy.applies(plain, new UniformAnswers(3)));
        assertTrue(BestOfNAccuracy.applies(plain.with(new NoiseShares(0.2, 0, 0.5, 0.3)), new Distinct()));
        assertTrue(BestOfNAccuracy.applies(plain.with(new Hack(0.1, 6)), new Distinct()));
        assertFalse(BestOfNAccuracy.applies(plain.with(new Hack(0.1, 6)), new UniformAnswers(3)));
        assertFalse(BestOfNAccuracy.applies(plain.with(new NoiseShares(0, 0.1, 0.9, 0)), new Distinct()));
        assertFalse(BestOfNAccuracy.applies(Verifier.of(0.9, 0.1), new Distinct()));
        Verifier heavy = plain.with(new NoiseLaw.StudentT(3));
        assertTrue(BestOfNAccuracy.applies(heavy.with(new NoiseShares(0.5, 0, 0, 0.5)), new Distinct()));
        assertFalse(BestOfNAccuracy.applies(heavy.with(new NoiseShares(0, 0, 0.5, 0.5)), new Distinct()));
    }

    @Test
    void accuracy_ofBadArguments_isRefused() {
        BestOfNAccuracy accuracy = of(GAUSSIAN, 1.5, Hack.NONE);
        assertThrows(IllegalArgumentException.class, () -> accuracy.curve(1.1));
        assertThrows(IllegalArgumentException.class, () -> accuracy.curve(0.5).at(0));
        assertThrows(IllegalArgumentException.class, () -> accuracy.curve(0.5).at(MOST + 1));
        assertThrows(IllegalArgumentException.class, () -> BestOfNAccuracy.of(Verifier.of(1), Double.NaN));
    }

    /** Expected: the library's survival functions; Student's scaled to variance 1. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 2.01, 3, 30, 1e4})
    void survival_ofEachNoise_isTheLibrarys(double nu) {
        NoiseDensity density = NoiseDensity.of(nu == 0 ? GAUSSIAN : new NoiseLaw.StudentT(nu));
        ContinuousDistribution expected = nu == 0 ? NormalDistribution.of(0, 1) : TDistribution.of(nu);
        double unit = nu == 0 ? 1 : Math.sqrt((nu - 2) / nu);
        for (double z = -8; z < 8; z += 0.37) {
            double survival = expected.survivalProbability(z / unit);
            assertEquals(survival, density.survival(z), 1e-11 * survival, "z = " + z);
        }
    }

    private static BestOfNAccuracy of(NoiseLaw noise, double d, Hack hack) {
        return BestOfNAccuracy.of(Verifier.of(d).with(noise).with(hack), d);
    }
}
