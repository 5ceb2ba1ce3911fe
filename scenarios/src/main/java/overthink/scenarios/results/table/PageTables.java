package overthink.scenarios.results.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import overthink.core.estimate.Bin;
import overthink.core.estimate.Limit;
import overthink.core.estimate.Mean;
import overthink.core.estimate.Method;
import overthink.core.estimate.Row;
import overthink.scenarios.results.Manifest;
import overthink.scenarios.results.ResultDocument;
import overthink.scenarios.results.SweepDocument;
import overthink.scenarios.text.Amount;

/** The tables of a page as text by row and column, for writers that set them in a language of their own. */
final class PageTables {

    private static final String INFINITY = "\u221e";

    private final ResultDocument document;
    private final Detail detail;
    private final ErrorScope error;

    PageTables(ResultDocument document, Detail detail, ErrorScope asked) {
        this.document = document;
        this.detail = detail;
        error = asked.known(document.rows());
    }

    /**
     * A table.
     *
     * @param title without a full stop
     * @param headers of the columns, the labels' first
     * @param rows of as many cells
     */
    record Table(String title, List<String> headers, List<List<String>> rows) {}

    /** The tables of a sweep. */
    static List<Table> of(SweepDocument sweep) {
        return new SweepTables(sweep)
                .all().stream()
                        .map(table -> {
                            List<String> headers = new ArrayList<>(List.of(""));
                            headers.addAll(table.headers());
                            List<List<String>> rows = new ArrayList<>();
                            for (SweepTables.Line line : table.lines()) {
                                List<String> row = new ArrayList<>(List.of(line.label()));
                                line.cells().forEach(cell -> row.add(joined(cell)));
                                rows.add(row);
                            }
                            return new Table(table.title(), headers, rows);
                        })
                        .toList();
    }

    /** What the tables of a sweep have in common, in a sentence or two. */
    static String caption(SweepDocument sweep) {
        SweepTables tables = new SweepTables(sweep);
        Manifest manifest = sweep.manifest();
        return "%s: %s, %s; seed %d, version %s. Exact where no error is shown; ± is 1.96 standard errors.%s%s"
                .formatted(
                        manifest.scenario(),
                        tables.points(),
                        tables.facts(),
                        manifest.seed(),
                        manifest.version(),
                        tables.legend().isEmpty() ? "" : " Here " + tables.legend() + ".",
                        sweep.stopped()
                                .map(of -> " Partial: %d of %d points."
                                        .formatted(sweep.parts().size(), of))
                                .orElse(""));
    }

    /** All tables, in their order. */
    List<Table> all() {
        List<Table> tables = new ArrayList<>();
        boolean brief = detail.brief(document.rows());
        List<Grid> grids = Grid.all(document.rows());
        for (Grid grid : grids) {
            String where = "%s, by budget in %s".formatted(grid.where(), grid.unit());
            if (QualitySection.of(grid)) {
                qualities(grid, where, brief, tables);
            }
            if (grid.rows().stream().noneMatch(Row::rightOrWrong)) {
                continue;
            }
            tables.add(curves(
                    grid,
                    "Accuracy in %" + where,
                    row -> joined(error.accuracy(row, grid.best(row))),
                    Limit::accuracy));
            turns(grid).ifPresent(tables::add);
            if (!brief) {
                tables.add(curves(
                        grid,
                        "Coverage in %" + where,
                        row -> joined(error.share(row, row.coverage())),
                        Limit::coverage));
            }
        }
        if (!brief) {
            grids.stream()
                    .filter(grid -> grid.rows().get(0).bin().equals(Bin.ALL))
                    .forEach(grid -> {
                        tables.add(costs(grid));
                        ShareSection.of(grid).ifPresent(shares -> tables.add(shares(grid, shares)));
                    });
        }
        return tables;
    }

    /** Adds a table of the quality, and of each attribute unless it is to be brief. */
    private void qualities(Grid grid, String where, boolean brief, List<Table> tables) {
        Set<String> names = QualitySection.names(grid);
        String whole = names.iterator().next();
        for (String name : brief ? Set.of(whole) : names) {
            tables.add(curves(
                    grid,
                    QualitySection.title(name, name.equals(whole)) + " of what was committed" + where,
                    row -> {
                        Mean mean = row.perTrial().quality().getOrDefault(name, Mean.UNKNOWN);
                        return mean.known() ? joined(error.mean(mean)) : "";
                    },
                    Limit::accuracy));
        }
    }

    private Table curves(Grid grid, String title, Function<Row, String> cell, ToDoubleFunction<Limit> limit) {
        Map<Grid.Line, Limit> limits = grid.limits(document.limits());
        boolean methods = grid.methodsDiffer();
        List<String> headers = new ArrayList<>(methods ? List.of("", "method") : List.of(""));
        grid.budgets().forEach(budget -> headers.add(Amount.budget(budget)));
        if (!limits.isEmpty()) {
            headers.add(INFINITY);
        }
        List<List<String>> rows = new ArrayList<>();
        grid.lines().forEach((line, byBudget) -> {
            List<String> row = new ArrayList<>(List.of(label(line)));
            if (methods) {
                row.add(Grid.method(byBudget));
            }
            for (double budget : grid.budgets()) {
                Row one = byBudget.get(budget);
                row.add(one == null ? "" : cell.apply(one));
            }
            if (!limits.isEmpty()) {
                Limit known = limits.get(line);
                row.add(known == null ? "" : error.digits(limit.applyAsDouble(known), Grid.largest(byBudget)));
            }
            rows.add(row);
        });
        return new Table(title, headers, rows);
    }

    /** What matters most, in sentences; empty when there is nothing to compare. */
    String headline() {
        return Headline.of(document, INFINITY, error);
    }

    private Optional<Table> turns(Grid grid) {
        Map<Grid.Line, TurnText> turns = TurnSection.of(grid, document.turningPoints(), INFINITY, error);
        if (turns.isEmpty() || !detail.turns(grid.rows().get(0).bin())) {
            return Optional.empty();
        }
        boolean limits =
                turns.values().stream().anyMatch(turn -> !turn.arrival().isEmpty());
        List<String> headers = new ArrayList<>(List.of("", "best at", "accuracy", "level", "falls to", "by"));
        if (limits) {
            headers.add("limit within 0.1");
        }
        List<List<String>> rows = new ArrayList<>();
        turns.forEach((line, turn) -> {
            List<String> cells = new ArrayList<>(List.of(
                    label(line),
                    joined(turn.best()),
                    turn.accuracy(),
                    turn.level(),
                    turn.falls() ? turn.endAccuracy() + " at " + turn.end() : "",
                    turn.falls() ? joined(turn.drop()) : ""));
            if (limits) {
                cells.add(turn.arrival());
            }
            rows.add(cells);
        });
        return Optional.of(new Table(
                TurnSection.title(grid.where(), grid.unit())
                        + (turns.values().stream().anyMatch(TurnText::falls) ? ", ± over the population" : ""),
                headers,
                rows));
    }

    private static Table costs(Grid grid) {
        Map<String, Function<Row, String>> columns = new LinkedHashMap<>();
        List<Row> shown = grid.bestAndLargest();
        CostSection.amounts(shown)
                .forEach((name, amount) -> columns.put(name, row -> joined(CostSection.cost(amount, row))));
        List<String> headers = new ArrayList<>(List.of("", "at"));
        headers.addAll(columns.keySet());
        List<List<String>> rows = new ArrayList<>();
        for (Row row : shown) {
            List<String> cells = new ArrayList<>(List.of(label(Grid.Line.of(row)), Amount.budget(row.budget())));
            columns.values().forEach(column -> cells.add(column.apply(row)));
            rows.add(cells);
        }
        return new Table(CostSection.title(grid), headers, rows);
    }

    private static Table shares(Grid grid, ShareSection shares) {
        List<String> headers = new ArrayList<>(List.of(""));
        headers.addAll(shares.headers());
        List<List<String>> rows = new ArrayList<>();
        shares.lines().forEach((line, cells) -> {
            List<String> row = new ArrayList<>(List.of(label(line)));
            cells.forEach(cell -> row.add(joined(cell)));
            rows.add(row);
        });
        return new Table(shares.title(grid.unit()), headers, rows);
    }

    private static String label(Grid.Line line) {
        return (line.strategy() + " " + line.detail()).strip();
    }

    /** A cell in one piece. */
    private static String joined(Cell cell) {
        return (cell.whole() + cell.fraction() + cell.tail()).strip();
    }

    /** What all tables have in common, in one sentence: problems, method, trials, seed, version. */
    String caption() {
        Manifest manifest = document.manifest();
        List<Row> rows = document.rows();
        if (rows.isEmpty()) {
            return "%s: no results; seed %d, version %s."
                    .formatted(manifest.scenario(), manifest.seed(), manifest.version());
        }
        String methods = rows.stream()
                .map(Row::method)
                .distinct()
                .map(method -> {
                    long trials = rows.stream()
                            .filter(row -> row.method() == method
                                    && row.bin().equals(rows.get(0).bin()))
                            .mapToLong(Row::trials)
                            .max()
                            .orElse(0);
                    return method == Method.EXACT
                            ? method.label()
                            : "%s (%s)".formatted(method.label(), Amount.of(trials, "trial"));
                })
                .collect(Collectors.joining(", "));
        List<String> errors = RowWords.errors(rows, error);
        return "%s: %s, %s; seed %d, version %s.%s%s"
                .formatted(
                        manifest.scenario(),
                        RowWords.problems(rows),
                        methods,
                        manifest.seed(),
                        manifest.version(),
                        errors.isEmpty() ? "" : " " + String.join(" ", errors),
                        document.partial()
                                .map(partial ->
                                        " Partial: %d of %d problems.".formatted(partial.problems(), partial.of()))
                                .orElse(""));
    }
}
