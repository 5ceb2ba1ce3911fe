package overthink.core.results;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import overthink.core.estimate.Bin;
import overthink.core.estimate.Quantiles;
import overthink.core.route.ExpectedSpending;
import overthink.core.route.RandomSpending;

/**
 * Quantiles of what trials spend where its distribution on each problem is known: of all problems together, F(x) =
 * Σ w<sub>i</sub>F<sub>i</sub>(x).
 */
final class KnownQuantiles {

    private static final int PERCENT = 100;

    /** A share that is less than this short of another is that: by rounding alone it would be the next amount's. */
    private static final double ROUNDING = 1e-12;

    private final @Nullable RandomSpending[] spendings;
    private final Bin bin;

    /**
     * The problems of a bin.
     *
     * @param spendings by problem of the bin; null where one is not known
     */
    KnownQuantiles(@Nullable RandomSpending[] spendings, Bin bin) {
        this.spendings = spendings;
        this.bin = bin;
    }

    /**
     * The quantiles of an amount.
     *
     * @param amount of what is spent, which does not fall when more is
     */
    Quantiles of(ToDoubleFunction<ExpectedSpending> amount) {
        Curve[] curves = new Curve[spendings.length];
        for (int i = 0; i < curves.length; i++) {
            RandomSpending spending = spendings[i];
            if (spending == null) {
                return Quantiles.UNKNOWN;
            }
            curves[i] = new Curve(spending, amount);
        }
        return Quantiles.exact(quantile(curves, 50), quantile(curves, 90), quantile(curves, 95), quantile(curves, 99));
    }

    private double quantile(Curve[] curves, int percent) {
        double share = (double) percent / PERCENT - ROUNDING;
        double low =
                Arrays.stream(curves).mapToDouble(curve -> curve.least).min().orElseThrow();
        if (within(curves, low) >= share) {
            return low;
        }
        double high =
                Arrays.stream(curves).mapToDouble(curve -> curve.greatest).max().orElseThrow();
        // down to neighbours among doubles: the upper one is an amount that is spent
        for (double middle = low + (high - low) / 2; middle > low && middle < high; middle = low + (high - low) / 2) {
            if (within(curves, middle) >= share) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }

    private double within(Curve[] curves, double most) {
        double sum = 0;
        for (int i = 0; i < curves.length; i++) {
            sum += bin.weight(i) * curves[i].within(most);
        }
        return sum / bin.total();
    }

    /** The distribution of an amount on one problem. */
    private static final class Curve {

        private final RandomSpending spending;
        private final ToDoubleFunction<ExpectedSpending> amount;
        /** Of one candidate. */
        final double least;
        /** What another candidate adds. */
        private final double more;
        /** Of the most candidates. */
        final double greatest;

        Curve(RandomSpending spending, ToDoubleFunction<ExpectedSpending> amount) {
            this.spending = spending;
            this.amount = amount;
            least = of(1);
            more = of(2) - least;
            greatest = of(spending.most());
        }

        private double of(long candidates) {
            return amount.applyAsDouble(spending.spent(candidates));
        }

        /** P(amount ≤ most). */
        double within(double most) {
            if (most < least) {
                return 0;
            }
            if (greatest <= most) {
                return 1;
            }
            // another candidate costs something, or the greatest would be the least
            long candidates = Math.max(1, Math.min(spending.most(), 1 + (long) ((most - least) / more)));
            while (candidates > 1 && of(candidates) > most) {
                candidates--;
            }
            while (candidates < spending.most() && of(candidates + 1) <= most) {
                candidates++;
            }
            return spending.within(candidates);
        }
    }
}
