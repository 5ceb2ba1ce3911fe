package overthink.core.fit.baseline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** Laws are found from their own values; their errors are those of arithmetic. */
class CurveLawTest {

    private static final double[] KS = {1, 2, 4, 8, 16, 32, 64, 128};
    private static final double[] EXACT = new double[KS.length];

    private static double[] values(DoubleUnaryOperator curve) {
        return Arrays.stream(KS).map(curve).toArray();
    }

    private static FittedLaw fit(CurveLaw law, DoubleUnaryOperator curve) {
        return law.fit(KS, values(curve), EXACT).orElseThrow();
    }

    private static void assertFound(FittedLaw law, double... parameters) {
        for (int i = 0; i < parameters.length; i++) {
            FittedLaw.Parameter found = law.parameters().get(i);
            assertEquals(parameters[i], found.value(), 1e-5 * Math.abs(parameters[i]), found.name());
            assertEquals(0, found.trialError(), found.name());
            assertEquals(0, found.placeError(), 1e-4 * Math.abs(parameters[i]), found.name());
        }
        assertEquals(0, law.deviation(), 1e-6);
    }

    @Test
    void laws_ofTheirOwnValues_areRecovered() {
        assertFound(fit(CurveLaw.EXPONENTIATED_POWER_LAW, k -> StrictMath.exp(-1.5 * StrictMath.pow(k, -.4))), 1.5, .4);
        assertFound(fit(CurveLaw.SATURATING_POWER_LAW, k -> .7 - .4 * StrictMath.pow(k, -.6)), .7, .4, .6);
        assertFound(fit(CurveLaw.BETA_TAIL, k -> 1 - .8 * StrictMath.pow(k, -.3)), .8, .3);
        DoubleUnaryOperator peaked = k -> .6 - .02 * StrictMath.pow(StrictMath.log(k / 12), 2);
        assertFound(fit(CurveLaw.PEAKED, peaked), .6, .02, 12);
        assertEquals(
                peaked.applyAsDouble(500), fit(CurveLaw.PEAKED, peaked).curve().applyAsDouble(500), 1e-9);
    }

    /** Below the last decade anything may be; four places are left of eight. */
    @Test
    void betaTail_looksAtTheLastDecadeAlone() {
        FittedLaw law = fit(CurveLaw.BETA_TAIL, k -> k < 12 ? .1 : 1 - .8 * StrictMath.pow(k, -.3));
        assertFound(law, .8, .3);
        assertEquals(16, law.ks().get(0));
        assertTrue(CurveLaw.BETA_TAIL.fit(KS, values(k -> 1), EXACT).isEmpty(), "nothing is missing");
    }

    /** 1 − pass@k of Beta(a, b) is B(a, b + k)/B(a, b), which goes as k^−a: the exponent is found as k grows. */
    @Test
    void betaTail_ofABeta_hasItsExponent() {
        double[] ks = {1e4, 2e4, 4e4, 8e4};
        double[] values = new double[ks.length];
        double missing = 1;
        int at = 0;
        for (int k = 0; at < ks.length; k++) {
            if (k == ks[at]) {
                values[at++] = 1 - missing;
            }
            missing *= (2.0 + k) / (2.3 + k); // a = .3, b = 2
        }
        FittedLaw law =
                CurveLaw.BETA_TAIL.fit(ks, values, new double[ks.length]).orElseThrow();
        assertEquals(.3, law.parameters().get(1).value(), 1e-4);
    }

    @Test
    void peaked_ofWhatTurnsUp_isNone() {
        assertTrue(CurveLaw.PEAKED
                .fit(KS, values(k -> .2 + .01 * StrictMath.pow(StrictMath.log(k), 2)), EXACT)
                .isEmpty());
    }

    /**
     * The parameters of 4,000 curves with normal errors of .004 spread as their errors say: the spread is known to 1/√8,000 = 1.1 %,
     * and linearity holds to about as much, so that 10 % are exceeded with a chance below 1e-12 by draws (seed 5). Planted: errors of
     * half the size.
     */
    @Test
    void trialErrors_areTheSpreadOfFits() {
        double[] truth = values(k -> .7 - .1 * StrictMath.pow(StrictMath.log(k / 12), 2) / 4);
        double[] errors = new double[KS.length];
        Arrays.fill(errors, .004);
        FittedLaw law = CurveLaw.PEAKED.fit(KS, truth, errors).orElseThrow();
        SplittableRandom random = new SplittableRandom(5);
        int times = 4000;
        double sum = 0;
        double squares = 0;
        for (int time = 0; time < times; time++) {
            double[] values = Arrays.stream(truth)
                    .map(value -> value + .004 * random.nextGaussian())
                    .toArray();
            double height = CurveLaw.PEAKED.solve(KS, values).parameters()[0];
            sum += height;
            squares += height * height;
        }
        double spread = Math.sqrt(squares / times - sum / times * (sum / times));
        double error = law.parameters().get(0).trialError();
        assertEquals(1, error / spread, .1);
        assertThrows(AssertionError.class, () -> assertEquals(1, error / 2 / spread, .1));
    }

    @Test
    void fewPlaces_haveNoLaw_andWrongOnesAreRefused() {
        double[] three = {1, 2, 4};
        assertTrue(CurveLaw.PEAKED.fit(three, three, three).isEmpty());
        double[] wrong = {1, 2, 2, 4};
        assertThrows(IllegalArgumentException.class, () -> CurveLaw.PEAKED.fit(wrong, wrong, wrong));
        assertThrows(IllegalArgumentException.class, () -> CurveLaw.PEAKED.fit(wrong, three, three));
    }
}
