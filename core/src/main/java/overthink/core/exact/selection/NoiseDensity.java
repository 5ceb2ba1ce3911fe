package overthink.core.exact.selection;

import overthink.core.exact.Exponentials;
import overthink.core.exact.GaussLegendre;
import overthink.core.law.verifier.NoiseLaw;

/**
 * The density of a verifier's noise (mean 0, variance 1), and how finely quadrature must step through it: over one panel
 * the logarithm of the density changes by at most {@value #LOG_CHANGE}, and no singularity in the complex plane lies
 * nearer than 1⅔ widths of the panel.
 */
public abstract sealed class NoiseDensity {

    private static final GaussLegendre RULE = new GaussLegendre(16);

    private static final double LOG_CHANGE = 2.5;

    /** Where the upper tail ends: beyond it lies so little that 2<sup>40</sup> candidates do not find it. */
    private static final double UPPER_TAIL = 1e-27;

    private static final double LOWER_TAIL = 1e-17;

    /** The density of a law of noise. */
    public static NoiseDensity of(NoiseLaw law) {
        return law instanceof NoiseLaw.StudentT t
                ? new StudentTDensity(t.degreesOfFreedom())
                : GaussianDensity.STANDARD;
    }

    /** The density at z. */
    public abstract double density(double z);

    /**
     * The densities at z[from], …, z[to − 1], bit for bit those of {@link #density}.
     *
     * @param z where; what stands there afterwards is anything
     * @param into as long as {@code z}, and another array
     */
    void densities(double[] z, int from, int to, double[] into) {
        for (int i = from; i < to; i++) {
            into[i] = density(z[i]);
        }
    }

    /** |d log density/dz|. */
    abstract double steepness(double z);

    /** The distance from z to the nearest singularity of the density. */
    abstract double analyticity(double z);

    /** The mass above z, for z so high that the tail's first term serves. */
    public abstract double tail(double z);

    /** The z below which nothing counts. */
    public abstract double lowest();

    /** The z above which nothing counts. */
    public abstract double highest();

    /** How far out so little is left. */
    final double reach(double mass) {
        double z = 4;
        while (tail(z) > mass) {
            z *= 1.02;
        }
        return z;
    }

    /** The mass above z, by quadrature; relative error about 1e−14, but that of {@link #tail} beyond {@link #highest}. */
    public final double survival(double z) {
        double top = highest();
        double sum = tail(Math.max(z, top));
        for (double x = Math.max(z, lowest()); x < top; ) {
            double half = 0.5 * panel(x);
            for (int i = 0; i < RULE.size(); i++) {
                sum += half * RULE.weight(i) * density(x + half * (1 + RULE.node(i)));
            }
            x += 2 * half;
        }
        return Math.min(1, sum);
    }

    /** The width of a panel that starts at z. */
    public final double panel(double z) {
        double width = Math.min(Math.max(1, 0.6 * Math.abs(z)), (z < 0 ? 0.375 : 0.6) * analyticity(z));
        width = Math.min(width, LOG_CHANGE / steepness(z));
        return Math.min(width, LOG_CHANGE / steepness(z + width));
    }

    /** φ. */
    private static final class GaussianDensity extends NoiseDensity {

        private static final double NORM = 1 / StrictMath.sqrt(2 * Math.PI);

        /** Where its tails end is looked for once. */
        static final NoiseDensity STANDARD = new GaussianDensity();

        private final double lowest = -reach(LOWER_TAIL);
        private final double highest = reach(UPPER_TAIL);

        @Override
        public double lowest() {
            return lowest;
        }

        @Override
        public double highest() {
            return highest;
        }

        @Override
        public double density(double z) {
            return NORM * StrictMath.exp(-0.5 * z * z);
        }

        @Override
        void densities(double[] z, int from, int to, double[] into) {
            for (int i = from; i < to; i++) {
                z[i] = -0.5 * z[i] * z[i];
            }
            Exponentials.of(z, from, to, into);
            for (int i = from; i < to; i++) {
                into[i] *= NORM;
            }
        }

        @Override
        double steepness(double z) {
            return Math.abs(z);
        }

        @Override
        double analyticity(double z) {
            return Double.POSITIVE_INFINITY;
        }

        @Override
        public double tail(double z) {
            return density(z) / z;
        }
    }

    /** c·(1 + z²/(ν − 2))<sup>−(ν+1)/2</sup>: Student's t scaled to variance 1; singular at ±i·√(ν − 2). */
    private static final class StudentTDensity extends NoiseDensity {

        private final double nu;
        private final double norm;
        private final double lowest;
        private final double highest;

        StudentTDensity(double nu) {
            this.nu = nu;
            norm = 0.5 / upperHalf();
            lowest = -reach(LOWER_TAIL);
            highest = reach(UPPER_TAIL);
        }

        @Override
        public double lowest() {
            return lowest;
        }

        @Override
        public double highest() {
            return highest;
        }

        @Override
        public double density(double z) {
            return norm * shape(z);
        }

        private double shape(double z) {
            return StrictMath.exp(-0.5 * (nu + 1) * StrictMath.log1p(z * z / (nu - 2)));
        }

        /** ∫ shape from 0 up, from which the constant c follows without a gamma function. */
        private double upperHalf() {
            double sum = 0;
            double z = 0;
            while (z < 8 || z * shape(z) / nu > 1e-20) {
                double width = panel(z);
                for (int i = 0; i < RULE.size(); i++) {
                    sum += 0.5 * width * RULE.weight(i) * shape(z + 0.5 * width * (1 + RULE.node(i)));
                }
                z += width;
            }
            return sum;
        }

        @Override
        double steepness(double z) {
            return (nu + 1) * Math.abs(z) / (nu - 2 + z * z);
        }

        @Override
        double analyticity(double z) {
            return StrictMath.sqrt(nu - 2 + z * z);
        }

        @Override
        public double tail(double z) {
            // Far out the density falls by its steepness, near the centre of large ν like a Gaussian: both exceed the
            // truth by a factor below 1 + 1/ν + 1/z², which is harmless where the tail ends.
            return density(z) * Math.max(1 / steepness(z), z / nu);
        }
    }
}
