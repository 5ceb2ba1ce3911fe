package overthink.core.law.difficulty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.commons.numbers.gamma.RegularizedBeta;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Figures "by mpmath" were computed with mpmath 1.3.0 at 30 to 60 digits, from gamma functions or by fine trapezoids. */
class BetaTest {

    /**
     * Beta laws through published anchors, and the coverage that the literature review derives from them: 0.159 at 1 and
     * 0.560 at 250 (Large Language Monkeys, Brown et al. 2024), 0.414 at 1 and 0.606 at 200 (PlanSearch, Wang et al. 2024).
     * Three digits are given, so half of the third is allowed; at 10,000 it is 0.7194 by mpmath.
     */
    @ParameterizedTest
    @CsvSource({
        "0.1220, 0.6454, 1, 0.159",
        "0.1220, 0.6454, 5, 0.294",
        "0.1220, 0.6454, 100, 0.508",
        "0.1220, 0.6454, 250, 0.560",
        "0.1220, 0.6454, 10000, 0.7194",
        "0.0700, 0.0990, 1, 0.414",
        "0.0700, 0.0990, 200, 0.606"
    })
    void failure_publishedFits_givesTheirCoverage(double alpha, double beta, long n, double coverage) {
        assertEquals(coverage, 1 - new Beta(alpha, beta).failure(n), 5.1e-4);
    }

    /** By mpmath: B(α, β + n)/B(α, β). */
    @ParameterizedTest
    @CsvSource({
        "0.122, 0.6454, 2147483648, 0.062749470013891197",
        "0.122, 0.6454, 1099511627776, 0.029314272918545384",
        "0.05, 2, 1000, 0.72359251742773553",
        "2.5, 4.5, 1099511627776, 4.8830219584559822e-29",
        "50, 1, 1000, 8.6784470503299776e-87",
        "1000, 1, 70, 1.0560564284203809e-111",
        "1e-6, 1e-6, 1099511627776, 0.49998584865005453"
    })
    void failure_manyCandidates_isTheRatioOfBetaFunctions(double alpha, double beta, long n, double expected) {
        Beta law = new Beta(alpha, beta);
        assertEquals(expected, law.failure(n), 1e-11 * expected);
        assertEquals(expected, law.latent().failure(n), 1e-10 * expected, "by quadrature");
    }

    /** By mpmath: ∫ (1 − p)ⁿ over the scaled law. */
    @ParameterizedTest
    @CsvSource({
        "0.3, 20, 1e-9, 0.7, 2147483648, 0.00050381707579933512",
        "0.5, 0.5, 0.01, 0.3, 1000, 1.423792874902986e-6",
        "0.05, 2, 0, 0.5, 1099511627776, 0.26455664007858416",
        "50, 0.001, 0, 0.999, 1000, 1.92456410001834e-91"
    })
    void failure_scaled_isTheIntegral(double alpha, double beta, double low, double high, long n, double expected) {
        assertEquals(expected, new Beta(alpha, beta, low, high).failure(n), 1e-11 * expected);
    }

    @Test
    void failure_aroundTheChangeOfMethod_agrees() {
        Beta law = new Beta(0.9, 1.6);
        // B(α, β + n + 1)/B(α, β + n) = (β + n)/(α + β + n)
        for (long n = 60; n < 70; n++) {
            assertEquals((1.6 + n) / (2.5 + n), law.failure(n + 1) / law.failure(n), 1e-13);
        }
    }

    /** By mpmath: roots of the regularised incomplete beta function. */
    @ParameterizedTest
    @CsvSource({
        "0.05, 2, 1e-6, 3.7688948287300614e-121",
        "2.5, 4.5, 1e-6, 0.0012373505199084032",
        "0.122, 0.6454, 0.5, 0.0070113698920031882",
        "0.122, 0.6454, 0.9, 0.65580946312613226",
        "1000, 1000, 0.1, 0.48567296903153836",
        "2, 0.05, 0.3, 0.99969918517137057",
        "0.9, 1.6, 0.25, 0.13811034916150795"
    })
    void quantile_tailsAndMiddle_isTheRoot(double alpha, double beta, double u, double expected) {
        assertEquals(expected, new Beta(alpha, beta).quantile(u), 1e-12 * expected);
    }

    /** Back through the distribution function of Commons Numbers, which shares no code with the root finder. */
    @ParameterizedTest
    @CsvSource({"0.05, 2", "0.122, 0.6454", "0.5, 0.5", "2.5, 4.5", "1, 1", "50, 0.3", "0.3, 50", "1000, 3", "1e5, 1e5"
    })
    void quantile_throughTheDistribution_comesBack(double alpha, double beta) {
        Beta law = new Beta(alpha, beta);
        for (double u : new double[] {1e-12, 1e-6, 0.01, 0.2, 0.5, 0.8, 0.99, 1 - 1e-6}) {
            double p = law.quantile(u);
            // the spacing of doubles at p moves u by no more than density × spacing
            double spacing = p < 1 ? Math.ulp(p) * RegularizedBeta.derivative(p, alpha, beta) : 1;
            assertEquals(u, RegularizedBeta.value(p, alpha, beta), 1e-9 * u + spacing, law + " at " + u);
        }
    }

    @Test
    void quantile_uniform_isIdentity() {
        for (int i = 1; i < 100; i++) {
            assertEquals(i / 100.0, new Beta(1, 1).quantile(i / 100.0), 1e-14);
        }
    }

    @Test
    void quantile_scaled_isScaled() {
        Beta unit = new Beta(2, 3);
        Beta scaled = new Beta(2, 3, 0.25, 0.75);
        assertEquals(0.25 + 0.5 * unit.quantile(0.3), scaled.quantile(0.3), 1e-15);
        assertEquals(0.25 + 0.5 * 0.4, scaled.mean(), 1e-15);
        assertTrue(scaled.quantile(Math.nextDown(1.0)) <= 0.75);
    }

    @Test
    void expectation_endpointSingularities_isTheMoment() {
        // E[p²] = α(α + 1)/((α + β)(α + β + 1)); E[√p] = B(α + ½, β)/B(α, β), which is 2/π for α = β = ½
        Beta law = new Beta(0.05, 0.02);
        assertEquals(0.05 * 1.05 / (0.07 * 1.07), law.expectation(p -> p * p), 1e-11);
        assertEquals(2 / Math.PI, new Beta(0.5, 0.5).expectation(Math::sqrt), 1e-11);
        // ∫ −log p dp over the uniform law is 1, although log p has no bound
        assertEquals(1, new Beta(1, 1).expectation(p -> -Math.log(Math.max(p, 1e-300))), 1e-11);
    }

    @Test
    void expectation_jump_isGoodToAThousandth() {
        // P(p < 0.3) under the arcsine law is 2/π·arcsin √0.3
        double expected = 2 / Math.PI * Math.asin(Math.sqrt(0.3));
        assertEquals(expected, new Beta(0.5, 0.5).expectation(p -> p < 0.3 ? 1 : 0), 1e-3);
    }

    @Test
    void constructor_outOfRange_saysTheRule() {
        assertEquals(
                "beta: alpha must be a number between 0.000001 and 1000000, not 0",
                assertThrows(IllegalArgumentException.class, () -> new Beta(0, 1))
                        .getMessage());
        assertEquals(
                "beta: beta must be a number between 0.000001 and 1000000, not NaN",
                assertThrows(IllegalArgumentException.class, () -> new Beta(1, Double.NaN))
                        .getMessage());
        assertEquals(
                "beta: low must be below high, not 0.5 and 0.5",
                assertThrows(IllegalArgumentException.class, () -> new Beta(1, 1, 0.5, 0.5))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> new Beta(1, 1, -0.1, 0.5));
        assertThrows(IllegalArgumentException.class, () -> new Beta(1, 1, 0.1, 1.5));
    }
}
