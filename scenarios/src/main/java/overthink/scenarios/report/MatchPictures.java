package overthink.scenarios.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import overthink.scenarios.chart.CurveData;
import overthink.scenarios.chart.CurveData.Curve;
import overthink.scenarios.chart.CurveData.CurvePoint;

/**
 * Budget to match: how many times a strategy's budget the first one needs to be as accurate, the budgets between those that were
 * run by interpolation of accuracy over the logarithm of the budget.
 */
final class MatchPictures {

    private static final int MOST_TICKS = 14;

    private MatchPictures() {}

    /** Of all problems, a curve for each strategy but the first; none where no budget of the first matches any. */
    static List<Picture> of(List<ReportRow> rows) {
        Map<String, List<ReportRow>> lines = rows.stream()
                .filter(row -> row.bin().equals(CurvePictures.ALL) && row.budget() > 0)
                .sorted(Comparator.comparingDouble(ReportRow::budget))
                .collect(Collectors.groupingBy(ReportRow::strategy, LinkedHashMap::new, Collectors.toList()));
        if (lines.size() < 2) {
            return List.of();
        }
        String first = rows.get(0).strategy();
        List<ReportRow> reference = lines.getOrDefault(first, List.of());
        Map<String, String> names = ShortNames.of(lines.keySet());
        List<Curve> curves = new ArrayList<>();
        lines.forEach((label, line) -> {
            List<CurvePoint> points = label.equals(first) ? List.of() : points(line, reference);
            // One without points keeps its place, so that the others have the colours of the other pictures.
            curves.add(new Curve(names.getOrDefault(label, label), points.size() > 1 ? points : List.of(), -1));
        });
        if (curves.stream().allMatch(curve -> curve.points().isEmpty())) {
            return List.of();
        }
        String resource = rows.get(0).resource();
        String reader = names.getOrDefault(first, first);
        CurveData data = new CurveData(
                "Budget of %s to match".formatted(reader),
                resource,
                "times as many " + resource,
                false,
                false,
                rows.stream()
                        .map(ReportRow::budget)
                        .distinct()
                        .sorted()
                        .limit(MOST_TICKS)
                        .toList(),
                curves,
                CurveData.NONE,
                List.of());
        return List.of(
                new Picture.Curves(
                        data,
                        "How many times as many %s %s needs to be as accurate as the strategy named with so many. Between budgets accuracy is taken"
                                        .formatted(resource, reader)
                                + " to go evenly with the logarithm of the budget; what no budget run matches is left out. Bands: both"
                                + " accuracies at the ends of their 95 % intervals over these problems; none where an end is matched by no budget run. Marks are open, as no number here is exact."));
    }

    private static List<CurvePoint> points(List<ReportRow> line, List<ReportRow> reference) {
        List<CurvePoint> points = new ArrayList<>();
        for (ReportRow row : line) {
            double times = match(reference, row.accuracy(), 0) / row.budget();
            if (Double.isFinite(times)) {
                double least = match(reference, row.accuracy() - row.half(), 1) / row.budget();
                double most = match(reference, row.accuracy() + row.half(), -1) / row.budget();
                boolean known = Double.isFinite(least) && Double.isFinite(most);
                double low = known ? least : times;
                double high = known ? most : times;
                points.add(new CurvePoint(row.budget(), times, low, high, low, high, false, row.number(), ""));
            }
        }
        return points;
    }

    /**
     * The least budget with an accuracy; NaN where none has it, or the smallest has more.
     *
     * @param sign of the ends of the reference's intervals that are taken; 0 for the accuracies themselves
     */
    static double match(List<ReportRow> reference, double accuracy, int sign) {
        for (int i = 0; i < reference.size(); i++) {
            double here = at(reference.get(i), sign);
            if (here == accuracy) {
                return reference.get(i).budget();
            }
            if (here > accuracy) {
                if (i == 0) {
                    return Double.NaN;
                }
                double before = at(reference.get(i - 1), sign);
                double share = (accuracy - before) / (here - before);
                double from = StrictMath.log(reference.get(i - 1).budget());
                double to = StrictMath.log(reference.get(i).budget());
                return StrictMath.exp(from + share * (to - from));
            }
        }
        return Double.NaN;
    }

    private static double at(ReportRow row, int sign) {
        return row.accuracy() + sign * row.half();
    }
}
