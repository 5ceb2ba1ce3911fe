package overthink.scenarios.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import overthink.scenarios.chart.CurveData;
import overthink.scenarios.chart.CurveData.Curve;
import overthink.scenarios.chart.CurveData.CurvePoint;

/** The best accuracy that any row has for what it costs at most. */
final class FrontierPicture {

    private FrontierPicture() {}

    /**
     * The frontier.
     *
     * @param caps what may be spent
     */
    static Picture of(List<ReportRow> rows, ReportResource resource, List<Double> caps) {
        List<ReportRow> sorted = rows.stream()
                .filter(row -> row.bin().equals(CurvePictures.ALL) && row.cost(resource) > 0)
                .sorted(Comparator.comparingDouble((ReportRow row) -> row.cost(resource))
                        .thenComparingDouble(row -> -row.accuracy()))
                .toList();
        List<CurvePoint> front = new ArrayList<>();
        List<CurvePoint> behind = new ArrayList<>();
        List<String> names = new ArrayList<>();
        Map<String, String> shorter =
                ShortNames.of(rows.stream().map(ReportRow::strategy).distinct().toList());
        double best = Double.NEGATIVE_INFINITY;
        for (ReportRow row : sorted) {
            double half = Math.max(row.populationHalf(), row.half());
            CurvePoint point = new CurvePoint(
                    row.cost(resource),
                    row.accuracy(),
                    Math.max(0, row.accuracy() - half),
                    Math.min(1, row.accuracy() + half),
                    row.accuracy() - row.half(),
                    row.accuracy() + row.half(),
                    row.exact(),
                    row.number(),
                    "");
            if (row.accuracy() > best) {
                best = row.accuracy();
                String name = shorter.getOrDefault(row.strategy(), row.strategy());
                boolean same = !names.isEmpty() && names.get(names.size() - 1).equals(name);
                front.add(same ? point : point.noted(name));
                names.add(name);
            } else {
                behind.add(point);
            }
        }
        String used = String.join(", ", names.stream().distinct().toList());
        CurveData data = new CurveData(
                "What %s buy".formatted(resource.words()),
                resource.words() + " per problem",
                "accuracy %",
                true,
                false,
                List.of(),
                List.of(new Curve("frontier", front, -1)),
                CurveData.NONE,
                caps);
        return new Picture.Curves(
                data,
                "The best of all %d rows for what they spend at most. On it, from left to right: %s.%s"
                        .formatted(
                                front.size() + behind.size(),
                                used,
                                caps.isEmpty() ? "" : " The upright line is the cap."));
    }
}
