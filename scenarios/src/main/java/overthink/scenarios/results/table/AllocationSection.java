package overthink.scenarios.results.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import overthink.core.estimate.Estimate;
import overthink.scenarios.analysis.allocation.AllocationRow;
import overthink.scenarios.analysis.allocation.AllocationRow.ClassShare;
import overthink.scenarios.analysis.allocation.Candidate;
import overthink.scenarios.text.Amount;
import overthink.scenarios.text.Figure;
import overthink.scenarios.text.Plain;

/** The part of a page that says what one budget gives when it is split over the problems, rather than being the same for all. */
final class AllocationSection {

    private static final double PERCENT = 100;
    private static final int PLACES = 2;

    /** Less is rounding. */
    private static final double LEAST_GAIN = 1e-12;

    private final TableStyle style;
    private final List<AllocationRow> rows;

    AllocationSection(TableStyle style, List<AllocationRow> rows) {
        this.style = style;
        this.rows = rows;
    }

    /**
     * Appends the section.
     *
     * @param unit of the budgets
     */
    void print(String unit, StringBuilder text) {
        Map<Candidate, List<AllocationRow>> byCandidate = rows.stream()
                .collect(Collectors.groupingBy(AllocationRow::candidate, LinkedHashMap::new, Collectors.toList()));
        List<Double> budgets = List.copyOf(
                new TreeSet<>(rows.stream().map(AllocationRow::budget).toList()));
        List<AllocationRow> shares =
                rows.stream().filter(row -> !isCollected(row)).toList();
        if (!shares.isEmpty()) {
            text.append('\n')
                    .append(style.paragraph(
                            "One budget over all problems: %s %% when each gets the same, and points more when it is split, by average budget in %s"
                                    .formatted(shares.get(0).measure(), unit)));
            TextTable table =
                    new TextTable(style, budgets.stream().map(Amount::budget).toList());
            byCandidate.forEach((candidate, own) -> {
                if (candidate.kind() != Candidate.Kind.RIGHT_ANSWERS) {
                    lines(table, candidate, own, budgets);
                }
            });
            table.print(text);
            classes(shares, unit, text);
        }
        List<AllocationRow> collected =
                rows.stream().filter(AllocationSection::isCollected).toList();
        if (!collected.isEmpty()) {
            text.append('\n')
                    .append(
                            style.paragraph(
                                    "Right answers of each problem: under one cap for all, and more when the caps differ, by candidates drawn on average"));
            TextTable table =
                    new TextTable(style, budgets.stream().map(Amount::budget).toList());
            lines(table, collected.get(0).candidate(), collected, budgets);
            table.print(text);
            classes(collected, unit, text);
        }
        text.append(style.paragraph(notes()));
    }

    private static boolean isCollected(AllocationRow row) {
        return row.candidate().kind() == Candidate.Kind.RIGHT_ANSWERS;
    }

    private void lines(TextTable table, Candidate candidate, List<AllocationRow> own, List<Double> budgets) {
        Grid.Line line = Grid.Line.of(candidate.strategy(), candidate.parameters());
        Map<Double, AllocationRow> first = new LinkedHashMap<>();
        Map<String, Map<Double, AllocationRow>> further = new LinkedHashMap<>();
        for (AllocationRow row : own) {
            first.putIfAbsent(row.budget(), row);
            further.computeIfAbsent("  r " + Plain.of(row.correlation()), key -> new LinkedHashMap<>())
                    .put(row.budget(), row);
        }
        table.add(line.label(), cells(first, budgets, AllocationSection::uniform));
        further.forEach((label, byBudget) -> table.add(label, "", cells(byBudget, budgets, AllocationSection::gain)));
    }

    private static List<Cell> cells(
            Map<Double, AllocationRow> byBudget, List<Double> budgets, Function<AllocationRow, Cell> cell) {
        return budgets.stream()
                .map(budget ->
                        Optional.ofNullable(byBudget.get(budget)).map(cell).orElse(Cell.of("")))
                .toList();
    }

    private static double scale(AllocationRow row) {
        return isCollected(row) ? 1 : PERCENT;
    }

    private static Cell uniform(AllocationRow row) {
        return Cell.number(Figure.exact(scale(row) * row.uniform(), 0, PLACES).value(), "", false);
    }

    private static Cell gain(AllocationRow row) {
        double error = scale(row) * Estimate.Z95 * row.stdError();
        String sign = row.gain() >= 0 ? "+" : "";
        if (error > 0) {
            Figure figure = Figure.of(scale(row) * row.gain(), error, PLACES);
            return Cell.number(sign + figure.value(), " ±" + figure.error(), false);
        }
        // what is no gain but in its last bits has no sign
        double gain = Math.abs(row.gain()) < LEAST_GAIN ? 0 : row.gain();
        return Cell.number(
                (gain == 0 ? "" : sign)
                        + Figure.exact(scale(row) * gain, 0, PLACES).value(),
                Double.isNaN(error) ? " ±?" : "",
                false);
    }

    /** Who gets what where knowing the class pays most. */
    private void classes(List<AllocationRow> of, String unit, StringBuilder text) {
        of.stream()
                .filter(row -> !row.split().isEmpty() && row.gain() > LEAST_GAIN)
                .max(Comparator.comparingDouble(AllocationRow::gain))
                .ifPresent(row -> {
                    List<String> words = new ArrayList<>();
                    for (ClassShare share : row.split()) {
                        words.add("%s (%s)".formatted(Amount.mean(share.average()), points(share)));
                    }
                    text.append(style.paragraph(
                            "Most is gained by %s with an average of %s and r %s: from the hardest class on it is split into %s %s."
                                    .formatted(
                                            row.candidate().strategy(),
                                            Amount.budget(row.budget()),
                                            Plain.of(row.correlation()),
                                            String.join(", ", words),
                                            unit)));
                });
    }

    private static String points(ClassShare share) {
        String lower = share.lower().isEmpty() ? "nothing" : share.lower();
        return share.share() > 0
                ? "%s, %.0f %% of them %s".formatted(lower, PERCENT * share.share(), share.upper())
                : lower;
    }

    private String notes() {
        int classes = rows.get(0).classes();
        String known = classes > 0
                ? "Problems are known by %d predicted classes of a signal of difficulty".formatted(classes)
                : "Problems are known by a signal of difficulty";
        String chosen = rows.stream().anyMatch(AllocationRow::crossed)
                ? " Splits are chosen by one half of the trials and measured on the other."
                : rows.stream().anyMatch(row -> row.stdError() != 0)
                        ? " Splits are chosen and measured by the same trials, of which there are too few to divide: they flatter"
                                + " themselves."
                        : "";
        double population = rows.stream()
                .mapToDouble(AllocationRow::populationStdError)
                .filter(Double::isFinite)
                .max()
                .orElse(0);
        String error = population > 0
                ? " Over the population the 95 %% half-width of gains is up to ±%s points."
                        .formatted(Figure.of(0, PERCENT * Estimate.Z95 * population, PLACES)
                                .error())
                : "";
        return ("%s, r the share of its variance that tells of it: nothing at 0, %s at 1. A split puts problems at the listed budgets"
                        + " or at none, so none gets more than the largest; where a curve is not concave, like problems may get"
                        + " different ones.%s%s")
                .formatted(known, classes > 0 ? "the class without fail" : "each problem's own curve", chosen, error);
    }
}
