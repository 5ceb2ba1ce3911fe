package overthink.scenarios.results.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import overthink.core.api.RealRange;
import overthink.core.api.Resource;
import overthink.core.estimate.Bin;
import overthink.core.estimate.Cost;
import overthink.core.estimate.Difference;
import overthink.core.estimate.Estimate;
import overthink.core.estimate.Limit;
import overthink.core.estimate.Method;
import overthink.core.estimate.Row;
import overthink.core.estimate.Tail;
import overthink.core.results.Partial;
import overthink.core.world.Gathering;
import overthink.scenarios.expectation.Finding;
import overthink.scenarios.results.Manifest;
import overthink.scenarios.results.ResultDocument;
import overthink.scenarios.results.ResultWriter;
import overthink.scenarios.results.SweepDocument;
import overthink.scenarios.text.Amount;
import overthink.scenarios.text.Figure;

/**
 * Writes results as tables for people: accuracy with its error and coverage by strategy and budget, for all problems
 * and for each bin, with the limits that are known, what strategies are worth where a scenario says what answers are, what
 * the largest budget cost, and whether expectations were met.
 */
public final class TableWriter implements ResultWriter {

    /** More digits of a percentage than this help nobody. */
    private static final double FINEST_SHARE = 0.01;

    private static final String MET = "met    ";
    private static final String UNMET = "UNMET  ";

    /** More rows than these that meet one entry of the expectations are not all listed. */
    private static final int MOST_MET = 4;

    private final Appendable out;
    private final TableStyle style;
    private boolean first = true;
    private boolean brief;
    private ErrorScope error = ErrorScope.POPULATION;

    /** Writes to {@code out}, which is neither flushed nor closed. */
    public TableWriter(Appendable out, TableStyle style) {
        this.out = out;
        this.style = style;
    }

    @Override
    public void write(ResultDocument document) throws IOException {
        StringBuilder text = new StringBuilder(first ? "" : "\n\n");
        first = false;
        heading(document, text);
        brief = style.detail().brief(document.rows());
        error = style.error().known(document.rows());
        List<Grid> grids = grids(document.rows());
        String headline = headline(document, style.infinity(), error);
        text.append(headline.isEmpty() ? "" : "\n" + paragraph(headline));
        for (int i = 0; i < grids.size(); i++) {
            Grid grid = grids.get(i);
            curves(grid, document, text);
            document.utility()
                    .ifPresent(utility -> new UtilitySection(style, utility, error)
                            .print(grid, document.bestBudgets(), bin(grid), unit(resource(grid)), text));
            boolean lastOfResource = i + 1 == grids.size() || resource(grids.get(i + 1)) != resource(grid);
            if (lastOfResource && !brief) {
                differences(document.differences(), firstOf(grids, resource(grid)), text);
                costs(firstOf(grids, resource(grid)), text);
                ShareSection.of(firstOf(grids, resource(grid)))
                        .ifPresent(shares -> shares.print(unit(resource(grid)), style, text));
                new DetailSection(style).print(firstOf(grids, resource(grid)), unit(resource(grid)), text);
            }
        }
        if (!document.allocation().isEmpty()) {
            new AllocationSection(style, document.allocation())
                    .print(unit(document.rows().get(0).resource()), text);
        }
        notes(document, grids, text);
        findings(document.findings(), text);
        out.append(text);
    }

    @Override
    public void write(SweepDocument sweep) throws IOException {
        if (sweep.single()) {
            write(sweep.parts().get(0).document());
            return;
        }
        StringBuilder text = new StringBuilder(first ? "" : "\n\n");
        first = false;
        SweepTables tables = new SweepTables(sweep);
        Manifest manifest = sweep.manifest();
        text.append("%s (seed %d)\n".formatted(manifest.scenario(), manifest.seed()));
        text.append(paragraph("%s; %s, %s on %s"
                .formatted(
                        tables.points(),
                        tables.facts(),
                        String.format(Locale.ROOT, "%.1f s", manifest.seconds()),
                        Amount.of(manifest.threads(), "thread"))));
        sweep.stopped()
                .ifPresent(of -> text.append(paragraph("PARTIAL: the run was interrupted. These are %d of %s."
                        .formatted(sweep.parts().size(), Amount.of(of, "point")))));
        int most = style.detail() == Detail.BRIEF ? 1 : Integer.MAX_VALUE;
        for (SweepTables.Table table : tables.all().stream().limit(most).toList()) {
            text.append('\n').append(paragraph(table.title()));
            TextTable lines = new TextTable(style, table.headers());
            table.lines().forEach(line -> lines.add(line.name(), line.detail(), line.cells()));
            int shown = lines.print(text);
            if (shown < table.headers().size()) {
                text.append(paragraph("(%d of %d columns; --format csv has them all)"
                        .formatted(shown, table.headers().size())));
            }
        }
        for (String note : List.of(tables.leftOut(), tables.legend())) {
            text.append(note.isEmpty() ? "" : "\n" + paragraph(note));
        }
        findings(sweep.findings(), text);
        out.append(text);
    }

    @Override
    public void close() {
        // Every document stands for itself.
    }

    /** A grid for each resource and bin, in the order of the rows. */
    static List<Grid> grids(List<Row> rows) {
        Map<Resource, Map<String, List<Row>>> grouped = rows.stream()
                .collect(Collectors.groupingBy(
                        Row::resource,
                        LinkedHashMap::new,
                        Collectors.groupingBy(Row::bin, LinkedHashMap::new, Collectors.toList())));
        return grouped.values().stream()
                .flatMap(bins -> bins.values().stream())
                .map(Grid::new)
                .toList();
    }

    static Resource resource(Grid grid) {
        return grid.rows().get(0).resource();
    }

    private static Grid firstOf(List<Grid> grids, Resource resource) {
        return grids.stream()
                .filter(grid -> resource(grid) == resource)
                .findFirst()
                .orElseThrow();
    }

    private void heading(ResultDocument document, StringBuilder text) {
        Manifest manifest = document.manifest();
        text.append(manifest.scenario())
                .append(" (seed ")
                .append(manifest.seed())
                .append(")\n");
        List<String> facts = new ArrayList<>();
        List<Row> rows = document.rows();
        if (rows.isEmpty()) {
            facts.add("no results");
        } else {
            String bin = rows.get(0).bin();
            facts.add(RowWords.problems(rows));
            facts.add(rows.stream()
                    .map(Row::method)
                    .distinct()
                    .map(method -> method(
                            method, rows.stream().filter(row -> row.bin().equals(bin) && row.method() == method)))
                    .collect(Collectors.joining(" and ")));
        }
        facts.add(String.format(
                Locale.ROOT, "%.1f s on %s", manifest.seconds(), Amount.of(manifest.threads(), "thread")));
        text.append(paragraph(String.join(", ", facts)));
        document.partial().ifPresent(partial -> text.append(paragraph(partial(partial))));
    }

    /** What matters most, in sentences; empty when there is nothing to compare. */
    static String headline(ResultDocument document, String infinity, ErrorScope error) {
        Headline headline = new Headline(document, infinity, error);
        return grids(document.rows()).stream()
                .filter(grid -> grid.rows().get(0).bin().equals(Bin.ALL))
                .map(headline::of)
                .collect(Collectors.joining(" "))
                .strip();
    }

    private static String partial(Partial partial) {
        return "PARTIAL: the run was interrupted. Rows are of the %s of %d that were done%s."
                .formatted(
                        Amount.of(partial.problems(), "problem"),
                        partial.of(),
                        partial.without().isEmpty() ? "" : "; nothing yet of " + String.join(", ", partial.without()));
    }

    /** A method, with the trials that a number had by it. */
    private static String method(Method method, Stream<Row> rows) {
        LongSummaryStatistics trials = rows.mapToLong(Row::trials).summaryStatistics();
        if (method == Method.EXACT) {
            return method.label();
        }
        String least = trials.getMin() == trials.getMax() ? "" : Amount.whole(trials.getMin()) + " to ";
        return "%s (%s%s each)".formatted(method.label(), least, Amount.of(trials.getMax(), "trial"));
    }

    private void curves(Grid grid, ResultDocument document, StringBuilder text) {
        boolean numbers = QualitySection.of(grid);
        int budgets = numbers
                ? new QualitySection(style, error).print(grid, unit(resource(grid)), brief, text)
                : grid.budgets().size();
        if (grid.rows().stream().anyMatch(Row::rightOrWrong)) {
            budgets = Math.min(budgets, accuracies(grid, document, text));
        }
        if (budgets < grid.budgets().size()) {
            text.append(paragraph("(%d of %d budgets; --format csv has them all)"
                    .formatted(budgets, grid.budgets().size())));
        }
    }

    /** Prints accuracy and coverage; returns how many budgets are shown. */
    private int accuracies(Grid grid, ResultDocument document, StringBuilder text) {
        String bin = bin(grid);
        text.append('\n').append(paragraph("Accuracy in %%%s, by budget in %s".formatted(bin, unit(resource(grid)))));
        Map<Grid.Line, Limit> limits = grid.limits(document.limits());
        Map<Grid.Line, TurnText> turns = TurnSection.of(grid, document.turningPoints(), style.infinity(), error);
        int shown = table(grid, row -> error.accuracy(row, grid.best(row)), limits, Limit::accuracy, text);
        text.append(ends(limits, turns));
        if (style.detail().turns(grid.rows().get(0).bin())) {
            TurnSection.print(turns, bin, unit(resource(grid)), style, text);
        }
        if (!brief) {
            text.append('\n').append(paragraph("Coverage in %%%s: some candidate was correct".formatted(bin)));
            table(grid, row -> share(row, row.coverage(), error), limits, Limit::coverage, text);
        }
        return shown;
    }

    /** Which bin, as it follows a title; nothing for all problems. */
    static String bin(Grid grid) {
        Row any = grid.rows().get(0);
        return any.bin().equals(Bin.ALL)
                ? ""
                : " on %s (%s)".formatted(any.bin(), Amount.of(any.problems(), "problem"));
    }

    /** How many budgets are shown of a table with a cell for each row, and with the limits in the last column. */
    private int table(
            Grid grid,
            Function<Row, Cell> cell,
            Map<Grid.Line, Limit> limits,
            ToDoubleFunction<Limit> limit,
            StringBuilder text) {
        boolean methods = grid.methodsDiffer();
        List<String> headers = new ArrayList<>(methods ? List.of("") : List.of());
        grid.budgets().forEach(budget -> headers.add(Amount.budget(budget)));
        if (!limits.isEmpty()) {
            headers.add(style.infinity());
        }
        TextTable table = new TextTable(style, headers);
        grid.lines().forEach((line, byBudget) -> {
            List<Cell> cells = new ArrayList<>(methods ? List.of(Cell.of(Grid.method(byBudget))) : List.of());
            for (double budget : grid.budgets()) {
                Row row = byBudget.get(budget);
                cells.add(row == null ? Cell.of("") : cell.apply(row));
            }
            if (!limits.isEmpty()) {
                Limit known = limits.get(line);
                cells.add(
                        known == null
                                ? Cell.of("")
                                : Cell.number(
                                        error.digits(limit.applyAsDouble(known), Grid.largest(byBudget)), "", false));
            }
            table.add(line.label(), cells);
        });
        return table.print(text) - (limits.isEmpty() ? 0 : 1) - (methods ? 1 : 0);
    }

    /** What the last column means, and how fast coverage gets there where the law of difficulty says so. */
    private String ends(Map<Grid.Line, Limit> limits, Map<Grid.Line, TurnText> turns) {
        if (limits.isEmpty()) {
            return "";
        }
        Map<Tail, List<String>> tails = new LinkedHashMap<>();
        limits.forEach((line, limit) -> limit.coverageTail()
                .ifPresent(tail -> tails.computeIfAbsent(tail, key -> new ArrayList<>())
                        .add(line.label().whole())));
        Map<String, List<String>> corrections = new LinkedHashMap<>();
        limits.forEach((line, limit) -> limit.correction()
                .ifPresent(c -> corrections
                        .computeIfAbsent(correction(c), key -> new ArrayList<>())
                        .add(line.label().whole())));
        StringBuilder words = new StringBuilder("%s: as the budget grows without end".formatted(style.infinity()));
        String arrivals = TurnSection.arrivals(turns);
        words.append(arrivals.isEmpty() ? "." : "; the accuracy stays within 0.1 of that " + arrivals + ".");
        tails.forEach((tail, lines) ->
                words.append(" Over the population, what is missing to the coverage shrinks at last as %s (%s)."
                        .formatted(shrinking(tail), String.join(", ", lines))));
        if (!corrections.isEmpty()) {
            words.append(" N generations are off that, to first order, ")
                    .append(corrections.entrySet().stream()
                            .map(away -> "by %s/N (%s)".formatted(away.getKey(), String.join(", ", away.getValue())))
                            .collect(Collectors.joining(", ")))
                    .append('.');
        }
        return paragraph(words.toString());
    }

    /** In percent, with a sign. */
    private static String correction(double c) {
        return String.format(Locale.ROOT, "%+.3g %%", 100 * c);
    }

    private static String shrinking(Tail tail) {
        String power = "budget^-" + RealRange.text(tail.exponent());
        if (tail.p() == 0) {
            return power;
        }
        String geometric = "(1 - %s)^budget".formatted(RealRange.text(tail.p()));
        return tail.exponent() == 0 ? geometric : geometric + " " + power;
    }

    /** How the strategies compare with the first of them under the largest budget. */
    private void differences(List<Difference> all, Grid grid, StringBuilder text) {
        boolean shares = grid.rows().stream().anyMatch(Row::rightOrWrong);
        List<Difference> differences =
                all.stream().filter(one -> one.bin().equals(Bin.ALL)).toList();
        if (differences.isEmpty()) {
            return;
        }
        Difference any = differences.get(0);
        Grid.Line reference = Grid.Line.of(any.reference(), any.referenceParameters());
        text.append('\n')
                .append(paragraph("%s less that of %s, at %s, paired by problem"
                        .formatted(
                                shares ? "Accuracy in %" : "Quality",
                                (reference.strategy() + " " + reference.detail()).strip(),
                                Amount.budget(any.budget(), unit(any.resource())))));
        TextTable table = new TextTable(style, List.of("difference"));
        for (Difference one : differences) {
            Grid.Line line = Grid.Line.of(one.strategy(), one.parameters());
            table.add(line.label(), List.of(shares ? error.difference(one.accuracy()) : error.plain(one.accuracy())));
        }
        table.print(text);
    }

    /**
     * A share of trials in percent. Trials divided equally among problems vary at most as much as those of one mean, and shares
     * of problems that were drawn at most as much as if each had it or not; what problems that were spread leave open is taken
     * to be what they leave open of the accuracy.
     */
    static Cell share(Row row, double share, ErrorScope error) {
        double most = row.method() == Method.EXACT
                ? 0
                : deviation(share, row.trials()) + Estimate.Z95 * Estimate.Z95 / (2.0 * row.trials());
        if (error == ErrorScope.POPULATION) {
            most = Math.max(
                    most, row.gathering() == Gathering.DRAWN ? deviation(share, row.problems()) : error.halfWidth(row));
        }
        return most > 0
                ? Cell.number(
                        error.figure(100 * share, Math.max(100 * most, FINEST_SHARE))
                                .value(),
                        "",
                        false)
                : Cell.number(Figure.exact(100 * share).value(), "", false);
    }

    private static double deviation(double share, double n) {
        return Estimate.Z95 * Math.sqrt(Math.max(0, share * (1 - share)) / n);
    }

    private void costs(Grid grid, StringBuilder text) {
        List<Row> rows = grid.bestAndLargest();
        boolean everywhere = rows.stream().map(Row::budget).distinct().count() == 1;
        Map<String, ToDoubleFunction<Cost>> amounts = amounts(rows);
        boolean abstaining = rows.stream().anyMatch(row -> row.abstained() > 0);
        List<String> headers = new ArrayList<>(everywhere ? List.of() : List.of("at"));
        headers.addAll(amounts.keySet());
        if (abstaining) {
            headers.add("abstained %");
        }
        TextTable table = new TextTable(style, headers);
        for (Row row : rows) {
            List<Cell> cells = new ArrayList<>(everywhere ? List.of() : List.of(Cell.of(Amount.budget(row.budget()))));
            amounts.values().forEach(amount -> cells.add(cost(amount, row)));
            if (abstaining) {
                cells.add(share(row, row.abstained(), error));
            }
            Grid.Line line = Grid.Line.of(row);
            table.add(line.label(), cells);
        }
        text.append('\n').append(paragraph(costTitle(grid, unit(resource(grid)))));
        table.print(text);
    }

    /** What a table of costs is of. */
    static String costTitle(Grid grid, String unit) {
        List<Row> rows = grid.bestAndLargest();
        return rows.stream().map(Row::budget).distinct().count() == 1
                ? "Mean cost of a trial at %s".formatted(Amount.budget(rows.get(0).budget(), unit))
                : "Mean cost of a trial, by budget in %s: the best of each strategy, and the largest".formatted(unit);
    }

    /** What rows spend, by the heads of its columns. */
    static Map<String, ToDoubleFunction<Cost>> amounts(List<Row> rows) {
        Map<String, ToDoubleFunction<Cost>> amounts = new LinkedHashMap<>();
        amounts.put("steps", Cost::steps);
        amounts.put("tokens", Cost::tokens);
        amounts.put("input tokens", Cost::inputTokens);
        amounts.put("verifier calls", Cost::verifierCalls);
        amounts.put("rounds", Cost::rounds);
        amounts.put("latency s", Cost::latencySeconds);
        amounts.put("$", Cost::usd);
        amounts.values().removeIf(amount -> rows.stream().allMatch(row -> amount.applyAsDouble(row.cost()) == 0));
        return amounts;
    }

    /** A mean cost, with no digit that its error does not support. */
    static Cell cost(ToDoubleFunction<Cost> amount, Row row) {
        double error = Estimate.Z95 * amount.applyAsDouble(row.costStdError());
        return Cell.number(Amount.mean(amount.applyAsDouble(row.cost()), error), "", false);
    }

    private void notes(ResultDocument document, List<Grid> grids, StringBuilder text) {
        List<Row> rows = document.rows();
        if (rows.isEmpty()) {
            return;
        }
        List<String> notes = new ArrayList<>();
        if (!document.remark().isEmpty()) {
            notes.add(document.remark());
        }
        notes.addAll(RowWords.errors(rows, error));
        notes.add(RowWords.beyond(rows, error));
        if (rows.stream().anyMatch(Row::limited)) {
            notes.add("Trials ended at their limit before the precision asked for was reached: %s."
                    .formatted(limited(rows)));
        }
        for (Grid grid : grids) {
            if (grid.rows().get(0).bin().equals(Bin.ALL)) {
                notes.addAll(limits(grid));
            }
        }
        if (brief && style.detail() == Detail.AUTO) {
            notes.add("Accuracy alone is shown, as there are many bins; --no-brief shows coverage and costs, too.");
        }
        if (grids.stream().anyMatch(Grid::hasBest)) {
            notes.add((style.bold() ? "Bold" : "An asterisk")
                    + " marks the best of a column where its interval over these problems lies above all others.");
        }
        text.append('\n')
                .append(paragraph(notes.stream().filter(note -> !note.isEmpty()).collect(Collectors.joining(" "))));
    }

    /** Where the comparison says nothing: strategies that no budget bounds, budgets that pay for nothing. */
    private static List<String> limits(Grid grid) {
        List<String> limits = new ArrayList<>();
        String unit = unit(resource(grid));
        List<String> unbounded = grid.unbounded();
        if (!unbounded.isEmpty()) {
            limits.add("%s %s no %s: no budget here bounds that, and it is nowhere marked as the best."
                    .formatted(String.join(", ", unbounded), unbounded.size() == 1 ? "spends" : "spend", unit));
        }
        List<Double> tooSmall = grid.tooSmall();
        if (!tooSmall.isEmpty()) {
            limits.add("No strategy has a candidate for %s %s."
                    .formatted(tooSmall.stream().map(Amount::budget).collect(Collectors.joining(", ")), unit));
        }
        return limits;
    }

    /** The rows that are less precise than was asked for. */
    private static String limited(List<Row> rows) {
        Map<Grid.Line, List<String>> budgets = new LinkedHashMap<>();
        rows.stream()
                .filter(row -> row.limited() && row.bin().equals(rows.get(0).bin()))
                .forEach(row -> budgets.computeIfAbsent(Grid.Line.of(row), line -> new ArrayList<>())
                        .add(Amount.budget(row.budget())));
        return budgets.entrySet().stream()
                .map(entry -> "%s at %s"
                        .formatted(
                                (entry.getKey().strategy() + " "
                                                + entry.getKey().detail())
                                        .strip(),
                                String.join(", ", entry.getValue())))
                .collect(Collectors.joining("; "));
    }

    private void findings(List<Finding> findings, StringBuilder text) {
        if (findings.isEmpty()) {
            return;
        }
        long met = findings.stream().filter(Finding::met).count();
        text.append('\n')
                .append(paragraph("%s, %s met"
                        .formatted(
                                Amount.of(findings.size(), "expectation"),
                                met == findings.size() ? "all" : met + " of them")));
        findings.stream()
                .collect(Collectors.groupingBy(
                        finding -> finding.expectation().entry(), LinkedHashMap::new, Collectors.toList()))
                .values()
                .forEach(entry -> entry(entry, text));
    }

    /** The findings of one entry; of many that were met only the first. */
    private void entry(List<Finding> findings, StringBuilder text) {
        List<Finding> met = findings.stream().filter(Finding::met).toList();
        int shown = met.size() <= MOST_MET ? met.size() : 1;
        met.stream().limit(shown).forEach(finding -> text.append(line(MET, finding.sentence())));
        if (shown < met.size()) {
            text.append(line(MET, "and %d more".formatted(met.size() - shown)));
        }
        findings.stream()
                .filter(finding -> !finding.met())
                .forEach(finding -> text.append(line(UNMET, finding.sentence())));
    }

    private String line(String label, String sentence) {
        return Paragraph.of(label, sentence, label.length(), style.width());
    }

    private String paragraph(String words) {
        return Paragraph.of("", words, 0, style.width());
    }

    static String unit(Resource resource) {
        return switch (resource) {
            case LATENCY -> "seconds";
            case USD -> "dollars";
            case INPUT_TOKENS -> "input tokens";
            case VERIFIER_CALLS -> "verifier calls";
            case FLOPS -> "FLOPs";
            default -> resource.label();
        };
    }
}
