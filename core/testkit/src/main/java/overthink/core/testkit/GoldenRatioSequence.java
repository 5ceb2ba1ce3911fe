package overthink.core.testkit;

import org.apache.commons.rng.UniformRandomProvider;

/** The scripted uniforms u<sub>i</sub> = frac(i·0.6180339887498949), i = 1, 2, …, which other tools were run on. */
public final class GoldenRatioSequence implements UniformRandomProvider {

    private static final double STEP = 0.6180339887498949;

    private int drawn;

    /** Starts before u<sub>1</sub>. */
    public GoldenRatioSequence() {}

    /** The next u<sub>i</sub>, exactly. */
    @Override
    public double nextDouble() {
        drawn++;
        return drawn * STEP % 1;
    }

    /** The leading 53 bits of the next u<sub>i</sub>. */
    @Override
    public long nextLong() {
        return (long) (nextDouble() * 0x1p53) << 11;
    }

    /** How many were drawn. */
    public int drawn() {
        return drawn;
    }
}
