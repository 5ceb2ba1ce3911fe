package overthink.core.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import overthink.core.law.difficulty.Beta;
import overthink.core.law.difficulty.Empirical;

class CoverageTest {

    private static final MathContext DIGITS = new MathContext(60);

    /** Expected: the same power in 60 decimal digits. */
    @ParameterizedTest
    @CsvSource({"0.2, 1", "0.2, 3", "1e-15, 1", "1e-15, 1000", "1e-9, 1000000", "0.5, 60", "0.999999, 2", "1e-5, 4096"})
    void coverage_ofOneProblem_equalsThePowerInManyDigits(double p, int n) {
        BigDecimal miss = BigDecimal.ONE.subtract(new BigDecimal(p)).pow(n, DIGITS);
        double expected = BigDecimal.ONE.subtract(miss).doubleValue();
        assertEquals(expected, Coverage.of(p, n), 4e-16 * expected);
    }

    /** With N·p = x small and N large, 1 − e^(−x) is exact to p·x: at p = 1e−15 far beyond doubles. */
    @Test
    void coverage_ofTinyAndHuge_isFiniteAndMonotone() {
        long most = 1L << 40;
        assertEquals(-Math.expm1(-1e-15 * most), Coverage.of(1e-15, most), 1e-16);
        assertEquals(0, Coverage.of(0, most));
        assertEquals(1, Coverage.of(1, 1));
        assertEquals(0, Coverage.of(1, 0));
        for (double p : new double[] {1e-15, 1e-9, 0.3, 1 - 1e-15}) {
            double last = 0;
            for (long n = 1; n <= most; n *= 2) {
                double coverage = Coverage.of(p, n);
                assertTrue(coverage >= last && coverage <= 1, "p " + p + ", n " + n);
                last = coverage;
            }
        }
    }

    /**
     * The law of Brown et al. 2024, "Large Language Monkeys": Beta(0.1220, 0.6454) gives .159 at 1, .294 at 5, .508 at 100, .560 at 250, .720 at 10,000; parameters of
     * four digits move the last by 0.0006.
     */
    @ParameterizedTest
    @CsvSource({"1, 0.159", "5, 0.294", "100, 0.508", "250, 0.560", "10000, 0.720"})
    void coverage_ofAPopulation_reproducesRepeatedSampling(long k, double expected) {
        assertEquals(expected, Coverage.of(new Beta(0.1220, 0.6454), k), 0.0007);
    }

    /** 1 − coverage(k) tends to Γ(α+β)/Γ(β)·k^(−α); 0.863·k^(−0.122) here. The next term is O(1/k). */
    @Test
    void coverage_ofAPopulation_hasTheTailOfItsAlpha() {
        Beta law = new Beta(0.1220, 0.6454);
        assertEquals(0.863 * Math.pow(1e9, -0.122), 1 - Coverage.of(law, 1_000_000_000), 0.0005 * 0.08);
    }

    @Test
    void coverage_ofAList_isItsMean() {
        double[] p = {0, 0.25, 1};
        assertEquals((1 - Math.pow(0.75, 5) + 1) / 3, Coverage.of(new Empirical(p), 5), 1e-15);
    }

    /** Factors by the million are taken by blocks; by hand: c right ones among n, k drawn, misses by e^(−kc/n·(1 + (k + c)/2n)). */
    @Test
    void unbiased_ofCountsBeyondAllFiles_isQuickAndRight() {
        long n = 1_000_000_000_000_000L;
        long c = 20_000_000;
        long k = 30_000_000;
        double x = (double) k * c / n * (1 + (double) (k + c) / (2.0 * n));
        assertEquals(-StrictMath.expm1(-x), Coverage.unbiased(n, c, k), 1e-12);
        assertEquals(1, Coverage.unbiased(n, n / 2, n / 4));
    }

    @Test
    void measured_ofCounts_isUnbiasedAndEndsWithThem() {
        assertEquals(Coverage.unbiased(7, 3, 4), Coverage.measured(3.0 / 7, 7, 4));
        assertEquals(1, Coverage.measured(3.0 / 7, 7, 8));
        assertEquals(0, Coverage.measured(0, 7, 800));
        assertEquals(Coverage.of(3.0 / 7, 4), Coverage.measured(3.0 / 7, 0, 4));
    }

    /** conformance/values.json, pass-at-k. */
    @ParameterizedTest
    @CsvSource({
        "10, 3, 1, 0.3",
        "10, 3, 2, 0.533333333333",
        "10, 3, 5, 0.916666666667",
        "10, 3, 8, 1.0",
        "256, 1, 16, 0.0625",
        "10000, 3, 100, 0.029703940788",
        "5, 0, 3, 0.0"
    })
    void unbiased_ofTheConformanceCases_agrees(long n, long c, long k, double expected) {
        assertEquals(expected, Coverage.unbiased(n, c, k), 1e-12);
    }

    /** scorio's doctest: two problems of five, three and four correct; the mean pass@1 is 0.7, pass@2 0.95. */
    @Test
    void unbiased_ofTwoProblems_equalsScorio() {
        assertEquals(0.7, (Coverage.unbiased(5, 3, 1) + Coverage.unbiased(5, 4, 1)) / 2, 1e-12);
        assertEquals(0.95, (Coverage.unbiased(5, 3, 2) + Coverage.unbiased(5, 4, 2)) / 2, 1e-12);
    }

    /** Expected: the product over the longer of the two factor lists in 60 digits. */
    @Test
    void unbiased_ofAMillion_isStable() {
        long n = 1_000_000;
        for (long[] ck : new long[][] {{500_000, 3}, {7, 100_000}, {1, 1}, {1000, 1000}, {3, 999_990}}) {
            BigDecimal miss = BigDecimal.ONE;
            for (long i = 0; i < Math.min(ck[0], ck[1]); i++) {
                miss = miss.multiply(BigDecimal.valueOf(n - Math.max(ck[0], ck[1]) - i), DIGITS)
                        .divide(BigDecimal.valueOf(n - i), DIGITS);
            }
            double expected = BigDecimal.ONE.subtract(miss).doubleValue();
            assertEquals(expected, Coverage.unbiased(n, ck[0], ck[1]), 1e-13 * expected);
            assertEquals(Coverage.unbiased(n, ck[0], ck[1]), Coverage.unbiased(n, ck[1], ck[0]), 0);
        }
        assertEquals(0.5, Coverage.unbiased(n, 500_000, 1), 1e-15);
        assertEquals(1, Coverage.unbiased(n, 500_000, 500_000), 1e-15);
    }

    @Test
    void coverage_ofBadArguments_isRefused() {
        assertThrows(IllegalArgumentException.class, () -> Coverage.of(-0.1, 1));
        assertThrows(IllegalArgumentException.class, () -> Coverage.of(Double.NaN, 1));
        assertThrows(IllegalArgumentException.class, () -> Coverage.of(0.5, -1));
        assertThrows(IllegalArgumentException.class, () -> Coverage.unbiased(10, 11, 1));
        assertThrows(IllegalArgumentException.class, () -> Coverage.unbiased(10, 1, 11));
    }
}
