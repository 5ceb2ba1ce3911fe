package overthink.core.fit.difficulty;

import overthink.core.api.RealRange;

/**
 * What is held likely, before a recording is seen, of the exponent a by which what k candidates leave unsolved falls,
 * 1 − coverage ≈ C·k<sup>−a</sup>: log a is normal. A recording of n candidates says little about problems with p below 1/n,
 * so this keeps a handful of successes from being extrapolated to nonsense.
 *
 * @param median the median of a, in [0.001, 100]
 * @param spread the standard deviation of log a, in [0.01, 10]
 */
public record TailExponent(double median, double spread) {

    /** What the median may be. */
    public static final RealRange MEDIAN = new RealRange(0.001, 100);

    /** What the spread may be. */
    public static final RealRange SPREAD = new RealRange(0.01, 10);

    /**
     * Median 0.3, spread 0.75: repeated sampling of code, mathematics and puzzles, as published, has exponents between about
     * .05 and 1 (Brown et al. 2024; Schaeffer et al. 2025).
     */
    public static final TailExponent DEFAULT = new TailExponent(0.3, 0.75);

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException when one is outside its range
     */
    public TailExponent {
        MEDIAN.check("tail exponent: median", median);
        SPREAD.check("tail exponent: spread", spread);
    }
}
