package overthink.core.law.step;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import overthink.core.api.RealRange;

/**
 * How the chance of a slip is spread over the steps of a solution: step t survives with s<sup>w(t)</sup>, so a step of
 * twice the weight has twice the −ln of that chance: about twice the risk where risks are small, less where they are not.
 */
public sealed interface StepProfile {

    /** What a weight may be; only the weights' ratios matter. */
    RealRange WEIGHT = new RealRange(0, 1e6);

    /** All steps alike. */
    StepProfile UNIFORM = new Linear(1, 1);

    /**
     * The weights of a solution's steps.
     *
     * @param steps T, at least 1
     * @return w of length T, none negative, at least one positive
     * @throws IllegalArgumentException when the profile does not fit {@code steps}
     */
    double[] weights(int steps);

    /**
     * Weights that go linearly from the first step's to the last's.
     *
     * @param first in [0, 1e6]
     * @param last in [0, 1e6], positive when {@code first} is 0
     */
    record Linear(double first, double last) implements StepProfile {

        /**
         * Checks the ranges.
         *
         * @throws IllegalArgumentException when one is outside its range, or both are 0
         */
        public Linear {
            WEIGHT.check("profile: first", first);
            WEIGHT.check("profile: last", last);
            if (first + last == 0) {
                throw new IllegalArgumentException("profile: first and last must not both be 0");
            }
        }

        @Override
        public double[] weights(int steps) {
            double[] weights = new double[steps];
            for (int t = 0; t < steps; t++) {
                weights[t] = steps == 1 ? first + last : first + (last - first) * t / (steps - 1);
            }
            return weights;
        }
    }

    /** One weight for each step. */
    final class Listed implements StepProfile {

        private final double[] weights;

        /**
         * Copies the list.
         *
         * @throws IllegalArgumentException when it is empty, a weight is outside its range, or all are 0
         */
        public Listed(double... weights) {
            this.weights = weights.clone();
            double sum = 0;
            for (double weight : weights) {
                WEIGHT.check("profile: a weight", weight);
                sum += weight;
            }
            if (!(sum > 0)) {
                throw new IllegalArgumentException("profile: at least one weight must be positive");
            }
        }

        @Override
        public double[] weights(int steps) {
            if (steps != weights.length) {
                throw new IllegalArgumentException(
                        "profile: %d weights are given for %d steps".formatted(weights.length, steps));
            }
            return weights.clone();
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Listed that && Arrays.equals(weights, that.weights);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(weights);
        }

        @Override
        public String toString() {
            return "Listed" + Arrays.toString(weights);
        }
    }
}
