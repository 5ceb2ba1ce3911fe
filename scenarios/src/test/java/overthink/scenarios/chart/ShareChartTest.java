package overthink.scenarios.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ShareChartTest {

    private static final ShareData DATA = new ShareData(
            "What it goes to",
            "% of dollars",
            List.of(
                    new ShareData.Part("generated", 0),
                    new ShareData.Part("read", 0),
                    new ShareData.Part("verified", 1)),
            List.of(
                    new ShareData.Bar("a at 4", "8 dollars", List.of(6.0, .002, 1.998), 3),
                    new ShareData.Bar("b at 4", "2 dollars", List.of(0.0, 0.0, 2.0), 4)));

    private static List<Shape.Path> parts(ChartSize size) {
        return ShareChart.of(DATA, size).shapes().stream()
                .filter(Shape.Path.class::isInstance)
                .map(Shape.Path.class::cast)
                .filter(path -> !path.datum().words().isEmpty())
                .toList();
    }

    private static double width(Shape.Path path) {
        return path.corners().get(1).x() - path.corners().get(0).x();
    }

    /** Also those that are too small for their numbers; what is nothing is not drawn. */
    @Test
    void of_parts_areAsWideAsTheirSharesAndTell() {
        List<Shape.Path> parts = parts(ChartSize.HAND);
        assertEquals(
                List.of("75.0 percent", "<0.1 percent", "25.0 percent", "100.0 percent"),
                parts.stream().map(part -> part.datum().words()).toList());
        assertEquals(3, width(parts.get(0)) / width(parts.get(2)), .05);
        assertEquals(4, parts.get(3).datum().row());
        assertEquals("verified", parts.get(3).datum().at());
    }

    @Test
    void description_saysWhatIsThere() {
        assertEquals(
                "What it goes to. a at 4, 8 dollars: 75.0 % generated, <0.1 % read, 25.0 % verified. b at 4, 2 dollars: 100.0 % verified.",
                ShareChart.of(DATA, ChartSize.PAGE).description());
    }

    /** Wide, high and square boxes. */
    @ParameterizedTest
    @EnumSource(Texture.class)
    void texture_always_staysInItsBox(Texture texture) {
        for (double[] box : new double[][] {{60, 9}, {3, 20}, {10, 10}, {.5, 12}}) {
            for (Shape shape : texture.box(5, 7, box[0], box[1], Ink.series(0), 2, Datum.NONE)) {
                for (Position at : ((Shape.Path) shape).corners()) {
                    assertTrue(at.x() >= 5 - 1e-9 && at.x() <= 5 + box[0] + 1e-9, () -> texture + ": " + at);
                    assertTrue(at.y() >= 7 - 1e-9 && at.y() <= 7 + box[1] + 1e-9, () -> texture + ": " + at);
                }
            }
        }
    }
}
