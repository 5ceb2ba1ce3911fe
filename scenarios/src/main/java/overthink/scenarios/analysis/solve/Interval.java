package overthink.scenarios.analysis.solve;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The ends of an interval as somebody states them.
 *
 * @param low the lower one
 * @param high the upper one
 */
public record Interval(double low, double high) {

    private static final Pattern TWO = Pattern.compile("(.*?[^.])\\.\\.([^.].*|\\.\\d.*)");

    /**
     * Reads {@code LOW..HIGH}.
     *
     * @throws RefusedSearchException when it is none
     */
    public static Interval of(String text) {
        Matcher two = TWO.matcher(text.strip());
        if (!two.matches()) {
            throw new RefusedSearchException("--between is written LOW..HIGH, or LOW HIGH, not '%s'".formatted(text));
        }
        double low = number(two.group(1), text);
        double high = number(two.group(2), text);
        if (!(low < high)) {
            throw new RefusedSearchException("--between goes from a number to a greater one, not from %s to %s"
                    .formatted(two.group(1).strip(), two.group(2).strip()));
        }
        return new Interval(low, high);
    }

    private static double number(String word, String text) {
        try {
            double number = Double.parseDouble(word.strip());
            if (Double.isFinite(number) && word.strip().matches("[-+.0-9eE]+")) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new RefusedSearchException("--between: '%s' is no number in '%s'".formatted(word.strip(), text));
    }

    /** This interval, or what there is without one. */
    static SearchRange range(Optional<Interval> between, double least, double most, boolean whole) {
        return between.map(stated -> new SearchRange(stated.low, stated.high, whole))
                .orElseGet(() -> new SearchRange(least, most, whole));
    }
}
