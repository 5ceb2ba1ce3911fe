package overthink.core.route;

import java.util.Arrays;

/** Calls of each of several outcome verifiers, by number: means, which may be added up. Immutable. */
public final class CallsByVerifier {

    /** Nobody tells verifiers apart. */
    public static final CallsByVerifier NONE = new CallsByVerifier(new double[0]);

    private final double[] calls;

    private CallsByVerifier(double[] calls) {
        this.calls = calls;
    }

    /** So many of each. */
    public static CallsByVerifier of(double... calls) {
        return calls.length == 0 ? NONE : new CallsByVerifier(calls.clone());
    }

    /** So many of one alone of {@code verifiers}; {@link #NONE} of no verifiers. */
    public static CallsByVerifier of(int verifiers, int one, double calls) {
        if (verifiers == 0) {
            return NONE;
        }
        double[] all = new double[verifiers];
        all[one] = calls;
        return new CallsByVerifier(all);
    }

    /** How many of each. */
    public double[] toArray() {
        return calls.clone();
    }

    /** So many times these. */
    public CallsByVerifier times(double factor) {
        return calls.length == 0
                ? this
                : new CallsByVerifier(
                        Arrays.stream(calls).map(one -> factor * one).toArray());
    }

    /** The sum of two; of {@link #NONE} and others, the others. */
    public CallsByVerifier plus(CallsByVerifier other) {
        if (calls.length == 0 || other.calls.length == 0) {
            return calls.length == 0 ? other : this;
        }
        double[] sum = calls.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += other.calls[i];
        }
        return new CallsByVerifier(sum);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CallsByVerifier that && Arrays.equals(calls, that.calls);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(calls);
    }

    @Override
    public String toString() {
        return Arrays.toString(calls);
    }
}
