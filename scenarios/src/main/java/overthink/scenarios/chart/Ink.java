package overthink.scenarios.chart;

import java.util.List;
import java.util.Locale;

/**
 * A colour by what it is for.
 *
 * @param role the name by which a page may set it otherwise, as a custom property of CSS; empty for a colour that stays
 * @param light the colour on white, as {@code #rrggbb}
 */
public record Ink(String role, String light) {

    /** Of words and axes. */
    public static final Ink TEXT = new Ink("text", "#1a1a1a");
    /** Of what explains. */
    public static final Ink MUTED = new Ink("muted", "#595959");
    /** Of lines behind the curves. */
    public static final Ink GRID = new Ink("grid", "#dcdcdc");
    /** Of what is behind everything. */
    public static final Ink PAPER = new Ink("paper", "#ffffff");

    /**
     * Of the curves, in their order: told apart by people who do not see red or green, and of contrast 4.5 to 1 or more on
     * white, after the palette of Okabe and Ito (2008), darkened where that is needed.
     */
    private static final List<String> SERIES =
            List.of("#0063a3", "#b34700", "#007055", "#8a3a78", "#6b5900", "#1f6f8b", "#a11d33", "#4b4b4b");

    /** The colour of the n-th curve; they begin again after the last. */
    static Ink series(int n) {
        int at = n % SERIES.size();
        return new Ink("series-" + (at + 1), SERIES.get(at));
    }

    /** How many colours of curves there are. */
    static int seriesCount() {
        return SERIES.size();
    }

    /** A colour that stays what it is. */
    static Ink fixed(double red, double green, double blue) {
        return new Ink("", String.format(Locale.ROOT, "#%02x%02x%02x", part(red), part(green), part(blue)));
    }

    private static int part(double share) {
        return (int) Math.round(255 * Math.max(0, Math.min(1, share)));
    }

    /** Red, green and blue, each from 0 to 1. */
    float[] rgb() {
        int value = Integer.parseInt(light.substring(1), 16);
        return new float[] {(value >> 16 & 255) / 255f, (value >> 8 & 255) / 255f, (value & 255) / 255f};
    }
}
