package overthink.scenarios.chart;

import java.util.List;

/**
 * A picture that is laid out.
 *
 * @param width in points (1/72 inch)
 * @param height in points
 * @param title what it is
 * @param description what it shows, in words for those who do not see it
 * @param shapes in the order in which they are drawn
 */
public record Drawing(double width, double height, String title, String description, List<Shape> shapes) {

    /** Copies the list. */
    public Drawing {
        shapes = List.copyOf(shapes);
    }
}
