package overthink.core.exact.selection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import overthink.core.law.verifier.Hack;
import overthink.core.law.verifier.NoiseLaw;
import overthink.core.law.verifier.NoiseShares;
import overthink.core.law.verifier.Verifier;

/** Two values are verdicts, and very many are no rounding. */
class RoundedBestOfNTest {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    @Test
    void twoValues_areVerdicts() {
        for (double cut : new double[] {-1, 0.4, 3}) {
            FirstAcceptedLaw verdicts =
                    new FirstAcceptedLaw(NORMAL.survivalProbability(cut - 1.2), NORMAL.survivalProbability(cut));
            for (double p : new double[] {0, 0.3, 1}) {
                BestOfNAccuracy.Curve curve = RoundedBestOfN.curve(Verifier.of(1.2), p, 1.2, new double[] {cut});
                for (long n : new long[] {1, 2, 7, 1000, 1L << 40}) {
                    double expected = verdicts.accuracy(p, n, FirstAcceptedLaw.Otherwise.ANSWER);
                    assertEquals(expected, curve.at(n).value(), 1e-12);
                }
                assertEquals(p == 0 ? 0 : verdicts.ceiling(p), curve.limit(), 1e-12);
            }
        }
    }

    /** 20,000 values between −10 and 14: two candidates share one with probability below 1e-3/2, and then the first wins. */
    @Test
    void manyValues_areNoRounding() {
        double[] cuts = new double[20_000];
        for (int i = 0; i < cuts.length; i++) {
            cuts[i] = -10 + i * 24.0 / cuts.length;
        }
        for (Verifier verifier : new Verifier[] {
            Verifier.of(1.2),
            Verifier.of(1.2).with(new Hack(0.2, 1)),
            Verifier.of(1.2).with(new NoiseShares(0.5, 0, 0.3, 0.2))
        }) {
            double smooth = BestOfNAccuracy.of(verifier, 1.2).curve(0.3).at(8).value();
            assertEquals(
                    smooth, RoundedBestOfN.curve(verifier, 0.3, 1.2, cuts).at(8).value(), 1e-3);
            double coarse = RoundedBestOfN.curve(verifier, 0.3, 1.2, new double[] {-1, 0, 1})
                    .at(8)
                    .value();
            assertTrue(Math.abs(smooth - coarse) > 1e-2, "four values are others");
        }
    }

    /** Without noise of its own right ones are at 1.2 and wrong ones at 0: told apart where a cut lies between, else the first wins. */
    @Test
    void noiselessScores_tieOrAreToldApart() {
        Verifier verifier = Verifier.of(1.2).with(new NoiseShares(1, 0, 0, 0));
        double coverage = 1 - Math.pow(0.7, 5);
        assertEquals(
                coverage,
                RoundedBestOfN.curve(verifier, 0.3, 1.2, new double[] {-1, 1})
                        .at(5)
                        .value(),
                1e-13);
        assertEquals(
                coverage,
                RoundedBestOfN.curve(verifier, 0.3, 1.2, new double[] {1.2})
                        .at(5)
                        .value(),
                1e-13);
        assertEquals(
                0.3,
                RoundedBestOfN.curve(verifier, 0.3, 1.2, new double[] {-1, 2})
                        .at(5)
                        .value(),
                1e-13);
        assertEquals(
                0.3,
                RoundedBestOfN.curve(verifier, 0.3, 1.2, new double[] {0}).at(5).value(),
                1e-13);
    }

    /** Of Student's noise, symmetric: what lies above the centre is a half. */
    @Test
    void heavyNoise_hasItsOwnTails() {
        Verifier verifier = Verifier.of(0).with(new NoiseLaw.StudentT(3.5));
        double expected = new FirstAcceptedLaw(0.5, 0.5).accuracy(0.3, 4, FirstAcceptedLaw.Otherwise.ANSWER);
        assertEquals(
                expected,
                RoundedBestOfN.curve(verifier, 0.3, 0, new double[] {0}).at(4).value(),
                1e-12);
    }
}
