package overthink.scenarios.chart;

/** Which part of a text stands at its place. */
public enum Anchor {
    /** Its start. */
    START("start", 0),
    /** Its middle. */
    MIDDLE("middle", .5),
    /** Its end. */
    END("end", 1);

    private final String svg;
    private final double share;

    Anchor(String svg, double share) {
        this.svg = svg;
        this.share = share;
    }

    /** The name in SVG. */
    String svg() {
        return svg;
    }

    /** Which share of the text lies before its place. */
    double share() {
        return share;
    }
}
