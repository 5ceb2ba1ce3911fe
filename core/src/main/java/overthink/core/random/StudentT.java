package overthink.core.random;

/** Student's t numbers, scaled to variance 1, from two uniforms each (Bailey 1994: the polar method without rejection). */
public final class StudentT {

    private final double exponent;
    private final double scale;

    /**
     * The law with ν degrees of freedom.
     *
     * @param degreesOfFreedom ν, above 2
     */
    public StudentT(double degreesOfFreedom) {
        exponent = -2 / degreesOfFreedom;
        // t = √(ν·(u^(−2/ν) − 1))·cos 2πv has variance ν/(ν − 2)
        scale = StrictMath.sqrt(degreesOfFreedom - 2);
    }

    /** The number that a word stands for. */
    public double of(long word) {
        double u = Address.uniform(word);
        double v = Address.uniform(Address.further(word, 1));
        return scale * StrictMath.sqrt(StrictMath.pow(u, exponent) - 1) * StrictMath.cos(2 * Math.PI * v);
    }
}
