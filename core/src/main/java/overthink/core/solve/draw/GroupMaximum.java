package overthink.core.solve.draw;

import overthink.core.law.verifier.NoiseLaw;
import overthink.core.random.Address;
import overthink.core.random.CounterStream;
import overthink.core.random.Gaussian;
import overthink.core.random.NormalQuantile;

/**
 * The greatest of m independent noises (mean 0, variance 1), m to 2<sup>40</sup>: the quantile at U<sup>1/m</sup>, whose
 * distance from 1 is −expm1(log(U)/m), so that the upper tail keeps its digits. Immutable.
 */
public abstract class GroupMaximum {

    private static final double LOG_HALF = StrictMath.log(0.5);

    /** The greatest noise under a law. */
    public static GroupMaximum of(NoiseLaw law) {
        return law instanceof NoiseLaw.StudentT t ? new StudentTMaximum(t.degreesOfFreedom()) : new GaussianMaximum();
    }

    /**
     * The greatest of so many.
     *
     * @param m from 1 to 2<sup>40</sup>
     */
    public abstract double of(long m, CounterStream stream);

    private static final class GaussianMaximum extends GroupMaximum {

        /** For so few, each one by itself is faster. */
        private static final int FEW = 12;

        @Override
        public double of(long m, CounterStream stream) {
            if (m <= FEW) {
                double greatest = Gaussian.of(stream.nextLong());
                for (int i = 1; i < m; i++) {
                    greatest = Math.max(greatest, Gaussian.of(stream.nextLong()));
                }
                return greatest;
            }
            double logBelow = StrictMath.log(Address.uniform(stream.nextLong())) / m;
            return logBelow < LOG_HALF
                    ? NormalQuantile.of(StrictMath.exp(logBelow))
                    : -NormalQuantile.of(-StrictMath.expm1(logBelow));
        }
    }

    private static final class StudentTMaximum extends GroupMaximum {

        private final StudentTail tail;

        StudentTMaximum(double degreesOfFreedom) {
            tail = new StudentTail(degreesOfFreedom);
        }

        @Override
        public double of(long m, CounterStream stream) {
            double logBelow = StrictMath.log(Address.uniform(stream.nextLong())) / m;
            return logBelow < LOG_HALF
                    ? -tail.quantile(logBelow)
                    : tail.quantile(StrictMath.log(-StrictMath.expm1(logBelow)));
        }
    }
}
