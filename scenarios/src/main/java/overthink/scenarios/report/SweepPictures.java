package overthink.scenarios.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import overthink.scenarios.chart.HeatData;
import overthink.scenarios.text.Amount;

/** Grids of sweeps: a strategy, or the difference of two, by point and budget. */
final class SweepPictures {

    private static final String CASE = "case";

    private SweepPictures() {}

    /** Whether rows are of several points or cases. */
    static boolean swept(List<ReportRow> rows) {
        return rows.stream().map(ReportRow::place).distinct().count() > 1;
    }

    /** For each pair of the first strategy and another their difference by the first key swept and the budget. */
    static List<Picture> of(List<ReportRow> all) {
        List<ReportRow> rows =
                all.stream().filter(row -> row.bin().equals(CurvePictures.ALL)).toList();
        List<String> strategies =
                rows.stream().map(ReportRow::strategy).distinct().toList();
        List<Picture> pictures = new ArrayList<>();
        if (strategies.size() == 1) {
            pictures.add(single(rows, strategies.get(0)));
        }
        for (int i = 1; i < strategies.size(); i++) {
            pictures.add(difference(rows, strategies.get(0), strategies.get(i)));
        }
        return pictures;
    }

    private static Picture single(List<ReportRow> rows, String strategy) {
        return heat(rows, "%s, accuracy %%".formatted(strategy), strategy, null);
    }

    private static Picture difference(List<ReportRow> rows, String one, String other) {
        return heat(rows, "%s minus %s, points of accuracy".formatted(one, other), one, other);
    }

    private static Picture heat(
            List<ReportRow> rows, String title, String one, @org.jspecify.annotations.Nullable String other) {
        Set<Map<String, String>> places = new LinkedHashSet<>();
        Set<Double> budgets = new LinkedHashSet<>();
        Map<List<Object>, ReportRow> by = new LinkedHashMap<>();
        for (ReportRow row : rows) {
            places.add(row.place());
            budgets.add(row.budget());
            by.put(List.of(row.place(), row.budget(), row.strategy()), row);
        }
        List<List<HeatData.Cell>> cells = new ArrayList<>();
        for (Map<String, String> place : places) {
            List<HeatData.Cell> line = new ArrayList<>();
            for (double budget : budgets) {
                ReportRow first = by.get(List.of(place, budget, one));
                ReportRow second = other == null ? null : by.get(List.of(place, budget, other));
                line.add(cell(first, second, other != null));
            }
            cells.add(line);
        }
        List<String> columns = budgets.stream().map(Amount::budget).toList();
        List<String> lines = places.stream().map(SweepPictures::label).toList();
        Set<String> keys = new LinkedHashSet<>();
        places.forEach(place -> place.keySet().forEach(key -> keys.add(shortened(key))));
        HeatData data = new HeatData(
                title,
                rows.isEmpty() ? "" : rows.get(0).resource(),
                String.join(", ", keys),
                columns,
                lines,
                cells,
                other != null);
        String note = other == null
                ? "Accuracy by point and budget."
                : "Where the first is ahead cells are orange, where the second is, purple; white is no difference. The same problems and candidates throughout.";
        return new Picture.Heat(data, note);
    }

    private static HeatData.Cell cell(
            @org.jspecify.annotations.Nullable ReportRow first,
            @org.jspecify.annotations.Nullable ReportRow second,
            boolean difference) {
        if (first == null || (difference && second == null)) {
            return new HeatData.Cell(Double.NaN, "", -1);
        }
        double value = 100
                * (first.accuracy()
                        - (difference ? Objects.requireNonNull(second).accuracy() : 0));
        String words = String.format(Locale.ROOT, difference ? "%+.1f" : "%.1f", value)
                .replace("-0.0", "0.0")
                .replace("+0.0", "0.0");
        return new HeatData.Cell(value, words, first.number());
    }

    private static String label(Map<String, String> place) {
        return place.values().stream().map(SweepPictures::few).collect(Collectors.joining(", "));
    }

    /** A number with four digits; other words as they are. */
    private static String few(String word) {
        try {
            BigDecimal four = new BigDecimal(word).round(new MathContext(4)).stripTrailingZeros();
            return word.length() <= 6
                    ? word
                    : four.toPlainString().length() <= 12 ? four.toPlainString() : four.toString();
        } catch (NumberFormatException e) {
            return word;
        }
    }

    private static String shortened(String key) {
        return key.equals(CASE) ? key : key.substring(key.lastIndexOf('.') + 1);
    }
}
