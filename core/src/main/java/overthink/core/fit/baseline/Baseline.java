package overthink.core.fit.baseline;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.TreeSet;

/** A way to extrapolate a curve from its values alone. */
public enum Baseline {
    /**
     * exp(−A·k<sup>−B</sup>), by least squares over the values themselves (Brown et al. 2024, "Large Language Monkeys"): for
     * coverage, which it leads to 1.
     */
    EXPONENTIATED_POWER_LAW("exponentiated-power-law", 2) {
        @Override
        double extrapolate(double[] ks, double[] values, double k) {
            return ExponentiatedPowerLaw.fit(ks, values).at(k);
        }
    },
    /** a + b·log k through the last decade of k, cut off at 0 and 1. */
    LOG_LINEAR("log-linear", 2) {
        @Override
        double extrapolate(double[] ks, double[] values, double k) {
            double from = ks[ks.length - 1] / 10;
            int below = (int) Arrays.stream(ks).filter(one -> one < from).count();
            int first = Math.min(below, ks.length - 2);
            double[] logs = Arrays.stream(ks).skip(first).map(StrictMath::log).toArray();
            return Line.through(logs, Arrays.copyOfRange(values, first, values.length))
                    .at(StrictMath.log(k));
        }
    },
    /** A − B·k<sup>−g</sup>, by least squares with g of at least ¼, cut off at 0 and 1: for votes, which settle somewhere. */
    SATURATING_POWER_LAW("saturating-power-law", 3) {
        @Override
        double extrapolate(double[] ks, double[] values, double k) {
            return SaturatingPowerLaw.fit(ks, values).at(k);
        }
    },
    /** What was seen last. */
    LAST_VALUE("last-value", 1) {
        @Override
        double extrapolate(double[] ks, double[] values, double k) {
            return values[values.length - 1];
        }
    };

    private final String label;
    private final int least;

    Baseline(String label, int least) {
        this.label = label;
        this.least = least;
    }

    /** The name in results. */
    public String label() {
        return label;
    }

    abstract double extrapolate(double[] ks, double[] values, double k);

    /**
     * The value at {@code k}.
     *
     * @param ks where the curve is known: ascending, at least 1
     * @param values of the curve there, in [0, 1]
     * @param k at least the greatest of {@code ks}
     * @return in [0, 1]; empty when the curve is known at fewer places than it has parameters
     * @throws IllegalArgumentException when a number is outside its range or the lengths differ
     */
    public OptionalDouble at(double[] ks, double[] values, double k) {
        if (ks.length != values.length || ks.length == 0) {
            throw new IllegalArgumentException("a curve needs as many values as places, at least one, not %d and %d"
                    .formatted(values.length, ks.length));
        }
        double last = 1;
        for (int i = 0; i < ks.length; i++) {
            if (!(ks[i] >= last) || (i > 0 && ks[i] == last) || !(values[i] >= 0 && values[i] <= 1)) {
                throw new IllegalArgumentException(
                        "places must ascend from 1 and values be between 0 and 1, not %s at %s"
                                .formatted(values[i], ks[i]));
            }
            last = ks[i];
        }
        if (!(k >= last)) {
            throw new IllegalArgumentException("a curve is extrapolated to at least %s, not %s".formatted(last, k));
        }
        return ks.length < least
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.max(0, Math.min(1, extrapolate(ks, values, k))));
    }

    /** At how many candidates a curve is looked at to be extrapolated: 1, 2, 3, 5, 7, 10, 20, … up to n, and n. */
    public static int[] places(int n) {
        if (n < 1) {
            throw new IllegalArgumentException("a curve needs at least one candidate, not " + n);
        }
        TreeSet<Integer> places = new TreeSet<>();
        for (long decade = 1; decade <= n; decade *= 10) {
            for (int digit : new int[] {1, 2, 3, 5, 7}) {
                if (digit * decade <= n) {
                    places.add((int) (digit * decade));
                }
            }
        }
        places.add(n);
        return places.stream().mapToInt(Integer::intValue).toArray();
    }
}
