package overthink.scenarios.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import overthink.scenarios.chart.ChartSize;
import overthink.scenarios.chart.HeatChart;
import overthink.scenarios.chart.HeatData;
import overthink.scenarios.results.machine.JsonFields;
import tools.jackson.core.JsonGenerator;

/** The cells of a grid that are too small for numbers, for the script of a page, which walks and reads them. */
final class GridCells {

    private static final String BETWEEN = "|";

    private GridCells() {}

    /**
     * JSON of the cells and of where they are.
     *
     * @param narrow whether it is also drawn for a hand
     * @return empty where all drawings have their numbers
     */
    static String of(HeatData data, boolean narrow) {
        Map<String, HeatChart.Frame> frames = new LinkedHashMap<>();
        frames.put("wide", HeatChart.frame(data, ChartSize.SCREEN));
        if (narrow) {
            frames.put("narrow", HeatChart.frame(data, ChartSize.HAND));
        }
        frames.values().removeIf(HeatChart.Frame::numbers);
        return frames.isEmpty() ? "" : VegaLite.text(json -> write(json, data, frames));
    }

    private static void write(JsonGenerator json, HeatData data, Map<String, HeatChart.Frame> frames) {
        json.writeStartObject();
        json.writeStringProperty("x", data.x());
        strings(json, "columns", data.columns());
        strings(json, "lines", data.lines());
        List<HeatData.Cell> cells = new ArrayList<>();
        data.cells().forEach(cells::addAll);
        json.writeStringProperty(
                "words", cells.stream().map(HeatData.Cell::words).collect(Collectors.joining(BETWEEN)));
        json.writeStringProperty(
                "rows", cells.stream().map(cell -> String.valueOf(cell.row())).collect(Collectors.joining(BETWEEN)));
        json.writeObjectPropertyStart("frames");
        frames.forEach((name, frame) -> {
            json.writeObjectPropertyStart(name);
            JsonFields.real(json, "left", frame.left());
            JsonFields.real(json, "top", frame.top());
            JsonFields.real(json, "wide", frame.wide());
            JsonFields.real(json, "high", frame.high());
            json.writeEndObject();
        });
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void strings(JsonGenerator json, String name, List<String> all) {
        json.writeArrayPropertyStart(name);
        all.forEach(json::writeString);
        json.writeEndArray();
    }
}
