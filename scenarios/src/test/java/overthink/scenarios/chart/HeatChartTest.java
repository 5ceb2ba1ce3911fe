package overthink.scenarios.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeatChartTest {

    private static HeatData.Cell cell(double value) {
        return new HeatData.Cell(value, Double.toString(value), 0);
    }

    private static List<Ink> fills(Drawing drawing) {
        List<Ink> fills = new ArrayList<>();
        for (Shape shape : drawing.shapes()) {
            if (shape instanceof Shape.Path path && path.fill() != null) {
                fills.add(path.fill());
            }
        }
        return fills;
    }

    @Test
    void of_divergingNumbers_isWhiteAtZeroAndTellsSigns() {
        HeatData data = new HeatData(
                "d",
                "x",
                "y",
                List.of("1", "2", "4"),
                List.of(".8"),
                List.of(List.of(cell(-5), cell(0), cell(5))),
                true);
        List<Ink> fills = fills(HeatChart.of(data, ChartSize.SCREEN));
        assertEquals("#ffffff", fills.get(1).light());
        assertTrue(fills.get(0).rgb()[2] > fills.get(0).rgb()[0], "below zero is purple");
        assertTrue(fills.get(2).rgb()[0] > fills.get(2).rgb()[2], "above zero is orange");
        assertTrue(data.description().contains("from -5.0 at y .8 and x 1 to 5.0 at y .8 and x 4"), data.description());
    }

    @Test
    void of_manyPoints_leavesNumbersOutAndFits() {
        List<List<HeatData.Cell>> cells = Collections.nCopies(300, Collections.nCopies(40, cell(1)));
        HeatData data = new HeatData(
                "d", "x", "y", Collections.nCopies(40, "1024"), Collections.nCopies(300, "0.8125"), cells, false);
        Drawing drawing = HeatChart.of(data, ChartSize.HAND);
        assertEquals(12000, fills(drawing).size());
        long words =
                drawing.shapes().stream().filter(Shape.Words.class::isInstance).count();
        assertTrue(words < 320, "words: " + words);
        assertTrue(drawing.height() < 3000);
    }

    @Test
    void bars_ofATornado_startFromTheirNumber() {
        BarData data = new BarData(
                "What would flip it",
                "points",
                0,
                List.of(new BarData.Bar("AUC", -7.4, "-7.4", 6.1, "+6.1"), new BarData.Bar("price", -1, "-1", 0, "0")));
        List<Shape.Path> boxes = BarChart.of(data, ChartSize.PAGE).shapes().stream()
                .filter(shape -> shape instanceof Shape.Path path && path.fill() != null)
                .map(Shape.Path.class::cast)
                .toList();
        assertEquals(3, boxes.size());
        double zero = boxes.get(0).corners().get(1).x();
        assertEquals(zero, boxes.get(1).corners().get(0).x(), 1e-9);
        double low = zero - boxes.get(0).corners().get(0).x();
        double high = boxes.get(1).corners().get(1).x() - zero;
        assertEquals(7.4 / 6.1, low / high, 1e-9);
    }
}
