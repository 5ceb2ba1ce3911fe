package overthink.scenarios.chart;

/**
 * How large a picture is.
 *
 * @param width in points
 * @param height in points
 * @param text size of its letters, in points
 */
public record ChartSize(double width, double height, double text) {

    /** A column of a paper: 3.3 inches, letters of 8 points. */
    public static final ChartSize COLUMN = new ChartSize(237.6, 170, 8);
    /** The width of a page: 6.9 inches, letters of 8 points. */
    public static final ChartSize PAGE = new ChartSize(496.8, 270, 8);
    /** A screen. */
    public static final ChartSize SCREEN = new ChartSize(600, 360, 12);
    /** A screen in a hand. */
    public static final ChartSize HAND = new ChartSize(350, 300, 11);

    /** The same width, another height. */
    ChartSize tall(double points) {
        return new ChartSize(width, points, text);
    }
}
