package overthink.scenarios.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Puts numbers on an axis.
 *
 * @param low the number at its start
 * @param high the number at its end, above {@code low}
 * @param log whether equal ratios, rather than equal differences, are equally far apart; {@code low} is above 0 then
 * @param start where it starts, in points
 * @param end where it ends, in points; before {@code start} when it runs upwards
 */
record Scale(double low, double high, boolean log, double start, double end) {

    /** Ranges of at least this ratio are told by ratios. */
    private static final double RATIO = 15;

    private static final double[] STEPS = {1, 2, 5, 10};

    /** A scale over numbers, of which there is at least one: logarithmic when all are above 0 and far apart. */
    static Scale over(List<Double> numbers, double start, double end) {
        double low = numbers.stream().mapToDouble(Double::doubleValue).min().orElse(0);
        double high = numbers.stream().mapToDouble(Double::doubleValue).max().orElse(1);
        if (low > 0 && high / low >= RATIO) {
            return new Scale(low, high, true, start, end);
        }
        if (high <= low) {
            double half = low == 0 ? 1 : Math.abs(low) / 2;
            return new Scale(low - half, low + half, false, start, end);
        }
        return new Scale(low, high, false, start, end);
    }

    /** Where a number is, in points. */
    double at(double number) {
        double share = log ? StrictMath.log(number / low) / StrictMath.log(high / low) : (number - low) / (high - low);
        return start + share * (end - start);
    }

    /** Round numbers on it, at most about so many. */
    List<Double> ticks(int most) {
        return log ? ratios(most) : differences(most);
    }

    private List<Double> differences(int most) {
        double raw = (high - low) / Math.max(1, most);
        double power = StrictMath.pow(10, Math.floor(StrictMath.log10(raw)));
        double step = STEPS[STEPS.length - 1] * power;
        for (int i = STEPS.length - 1; i >= 0; i--) {
            step = STEPS[i] * power >= raw * (1 - 1e-9) ? STEPS[i] * power : step;
        }
        List<Double> ticks = new ArrayList<>();
        for (long k = (long) Math.ceil(low / step - 1e-9); k * step <= high + 1e-9 * step; k++) {
            ticks.add(k * step);
        }
        return ticks;
    }

    private List<Double> ratios(int most) {
        int first = (int) Math.floor(StrictMath.log10(low) + 1e-9);
        int last = (int) Math.ceil(StrictMath.log10(high) - 1e-9);
        int skip = Math.max(1, (int) Math.ceil((last - first) / (double) Math.max(1, most)));
        double[] within = (last - first) * 3 <= most ? new double[] {1, 2, 5} : new double[] {1};
        List<Double> ticks = new ArrayList<>();
        for (int power = first; power <= last; power += skip) {
            for (double factor : within) {
                double tick = factor * StrictMath.pow(10, power);
                if (tick >= low * (1 - 1e-9) && tick <= high * (1 + 1e-9)) {
                    ticks.add(tick);
                }
            }
        }
        return ticks;
    }

    /** A number as an axis shows it: short, with the prefixes of large ones. */
    static String label(double number) {
        double size = Math.abs(number);
        if (size >= 1e15) {
            return String.format(Locale.ROOT, "%.0e", number).replace("e+", "e");
        }
        if (size >= 1e12) {
            return plain(number / 1e12) + "T";
        }
        if (size >= 1e9) {
            return plain(number / 1e9) + "G";
        }
        if (size >= 1e6) {
            return plain(number / 1e6) + "M";
        }
        if (size >= 1e4) {
            return plain(number / 1e3) + "k";
        }
        if (size > 0 && size < 1e-4) {
            return String.format(Locale.ROOT, "%.0e", number).replaceAll("e-0?", "e-");
        }
        return plain(number);
    }

    private static String plain(double number) {
        String text = String.format(Locale.ROOT, "%.4f", number);
        String cut = text.replaceAll("0+$", "").replaceAll("\\.$", "");
        return cut.equals("-0") ? "0" : cut;
    }
}
