package overthink.scenarios.results;

/**
 * How tables are set.
 *
 * @param width of a line in characters, at least 40
 * @param bold whether the best is marked by bold type rather than by an asterisk
 */
public record TableStyle(int width, boolean bold) {

    /** The narrowest line. */
    public static final int LEAST_WIDTH = 40;

    /** Widens what is too narrow. */
    public TableStyle {
        width = Math.max(width, LEAST_WIDTH);
    }
}
