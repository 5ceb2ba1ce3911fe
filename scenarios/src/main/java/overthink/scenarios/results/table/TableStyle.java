package overthink.scenarios.results.table;

/**
 * How tables are set.
 *
 * @param width of a line in characters, at least 40
 * @param bold whether the best is marked by bold type rather than by an asterisk
 * @param detail how much is shown
 * @param infinity the sign of a budget without end
 * @param error over what ± is an error
 */
public record TableStyle(int width, boolean bold, Detail detail, String infinity, ErrorScope error) {

    private static final String INFINITY = "\u221e";

    /** A style whose ± is over the population. */
    public TableStyle(int width, boolean bold, Detail detail, String infinity) {
        this(width, bold, detail, infinity, ErrorScope.POPULATION);
    }

    /** A style of how much a page shows. */
    public TableStyle(int width, boolean bold, Detail detail) {
        this(width, bold, detail, INFINITY);
    }

    /** A style of pages that show as much as they hold. */
    public TableStyle(int width, boolean bold) {
        this(width, bold, Detail.AUTO);
    }

    /** This style with another scope of ±. */
    public TableStyle with(ErrorScope other) {
        return new TableStyle(width, bold, detail, infinity, other);
    }

    /** The narrowest line. */
    public static final int LEAST_WIDTH = 40;

    /** Widens what is too narrow. */
    public TableStyle {
        width = Math.max(width, LEAST_WIDTH);
    }

    /** Words in lines of this width. */
    String paragraph(String words) {
        return Paragraph.of("", words, 0, width);
    }
}
