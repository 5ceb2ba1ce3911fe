package overthink.scenarios.results.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import overthink.core.estimate.TurningPoint;

/** The part of a page that says where curves are best, level and falling. */
final class TurnSection {

    private TurnSection() {}

    /** What is said of the curves of one grid, in the order of its lines; of those alone whose turning points are known. */
    static Map<Grid.Line, TurnText> of(Grid grid, List<TurningPoint> points, String infinity, ErrorScope error) {
        Map<Grid.Line, TurnText> texts = new LinkedHashMap<>();
        grid.lines()
                .forEach((line, rows) -> points.stream()
                        .filter(point -> point.bin().equals(grid.rows().get(0).bin())
                                && point.resource() == grid.rows().get(0).resource()
                                && Grid.Line.of(point.strategy(), point.parameters())
                                        .equals(line))
                        .findFirst()
                        .ifPresent(point -> texts.put(line, new TurnText(point, rows, infinity, error))));
        return texts;
    }

    /** What a table of them is of. */
    static String title(String where, String unit) {
        return "Where the accuracy%s turns, by budget in %s".formatted(where, unit);
    }

    /** Appends a table, and what it rests on. */
    static void print(Map<Grid.Line, TurnText> texts, String where, String unit, TableStyle style, StringBuilder text) {
        if (texts.isEmpty()) {
            return;
        }
        boolean falling = texts.values().stream().anyMatch(TurnText::falls);
        List<String> headers = new ArrayList<>(List.of("best at", "accuracy", "level"));
        if (falling) {
            headers.addAll(List.of("falls to", "by"));
        }
        TextTable table = new TextTable(style, headers);
        texts.forEach((line, turn) -> {
            List<Cell> cells = new ArrayList<>(
                    List.of(turn.best(), Cell.number(turn.accuracy(), "", false), Cell.of(turn.level())));
            if (falling) {
                cells.add(turn.falls() ? Cell.number(turn.endAccuracy(), " at " + turn.end(), false) : Cell.of(""));
                cells.add(turn.falls() ? turn.drop() : Cell.of(""));
            }
            table.add(line.label(), cells);
        });
        text.append('\n').append(style.paragraph(title(where, unit)));
        table.print(text);
        text.append(style.paragraph(legend(texts, falling)));
    }

    private static String legend(Map<Grid.Line, TurnText> texts, boolean falling) {
        List<String> listed = texts.entrySet().stream()
                .filter(entry -> !entry.getValue().ofAll())
                .map(entry -> name(entry.getKey()))
                .toList();
        StringBuilder legend = new StringBuilder("best at: ");
        if (listed.isEmpty()) {
            legend.append("of every budget to 2^40 candidates.");
        } else if (listed.size() == texts.size()) {
            legend.append("of the budgets above.");
        } else {
            legend.append("of every budget to 2^40 candidates; of those above for ")
                    .append(String.join(", ", listed))
                    .append('.');
        }
        if (texts.values().stream().anyMatch(turn -> !turn.best().tail().isEmpty())) {
            legend.append(" edge: the largest is the best.");
        }
        legend.append(" level: 95 % of the gain over the smallest is there.");
        legend.append(
                falling
                        ? " A curve falls where its best is above its end on these problems, paired by problem (5 % for a false"
                                + " one among all budgets and strategies); ± is that of the fall over the population."
                        : " None is seen to fall.");
        return legend.toString();
    }

    static String name(Grid.Line line) {
        return (line.strategy() + " " + line.detail()).strip();
    }

    /** Where limits are nearly reached, as a part of a sentence; empty when nothing is known of that. */
    static String arrivals(Map<Grid.Line, TurnText> texts) {
        Map<String, List<String>> names = new LinkedHashMap<>();
        texts.forEach((line, turn) -> names.computeIfAbsent(turn.arrival(), arrival -> new ArrayList<>())
                .add(name(line)));
        return names.entrySet().stream()
                .filter(entry -> !entry.getKey().isEmpty())
                .map(entry -> "%s (%s)".formatted(entry.getKey(), String.join(", ", entry.getValue())))
                .collect(Collectors.joining(", "));
    }
}
