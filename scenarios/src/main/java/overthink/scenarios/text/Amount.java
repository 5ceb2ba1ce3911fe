package overthink.scenarios.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Amounts as people read them. */
public final class Amount {

    /** Beyond this a number is easier to read as a power of ten. */
    private static final double LARGE = 1e9;

    private static final double SMALL = 1e-4;

    private Amount() {}

    /** A number without error: all its digits when it is whole, as means of constants are, and else three. */
    public static String mean(double mean) {
        return mean(mean, 0);
    }

    /**
     * A mean: all its digits when it is whole and has no error, as means of constants are, and else three, none beyond the
     * place of the error's first.
     *
     * @param error 0 for none; {@code NaN} when it is not known
     */
    public static String mean(double mean, double error) {
        if (error > 0 && Math.abs(mean) >= SMALL && Math.abs(mean) < LARGE) {
            BigDecimal place = new BigDecimal(error);
            BigDecimal three = new BigDecimal(mean).round(new MathContext(3, RoundingMode.HALF_EVEN));
            int scale = Math.min(three.scale(), place.scale() - place.precision() + 1);
            BigDecimal rounded = new BigDecimal(mean).setScale(scale, RoundingMode.HALF_EVEN);
            return rounded.scale() > 0 ? rounded.toPlainString() : whole(rounded.longValue());
        }
        double size = Math.abs(mean);
        if (mean == Math.rint(mean) && size < LARGE) {
            return whole((long) mean);
        }
        if (size >= LARGE || size < SMALL) {
            return String.format(Locale.ROOT, "%.2e", mean)
                    .replaceFirst("e([-+])0?", "e$1")
                    .replace("e+", "e");
        }
        BigDecimal rounded = new BigDecimal(mean).round(new MathContext(3, RoundingMode.HALF_EVEN));
        return size >= 1000 ? whole(rounded.longValue()) : rounded.toPlainString();
    }

    /** A budget: all its digits. */
    public static String budget(double budget) {
        return budget == Math.rint(budget) && budget < LARGE ? whole((long) budget) : Numbers.budget(budget);
    }

    /** A budget and what it counts: "1 generation", "16 generations". */
    public static String budget(double budget, String nouns) {
        return budget(budget) + " " + (budget == 1 ? nouns.substring(0, nouns.length() - 1) : nouns);
    }

    /** A whole number with its thousands apart. */
    public static String whole(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** How many of something. */
    public static String of(long count, String noun) {
        return whole(count) + " " + noun + (count == 1 ? "" : "s");
    }
}
