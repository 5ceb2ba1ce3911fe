package overthink.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import overthink.benchmarks.Round.Cell;
import overthink.benchmarks.Round.Quantity;
import overthink.core.experiment.ConfiguredStrategy;

/**
 * The table of a report. Every number is the middle one of the rounds'; a ratio is taken within each round, whose parts ran
 * one after the other on the same machine.
 */
final class SpeedTable {

    /** The N that the growth with N is measured from. */
    static final int GROWTH_FROM = 64;

    private static final Cell FLOOR = Cell.of(Quantity.FLOOR);
    private static final Cell COMMONS = Cell.of(Quantity.COMMONS);
    /** The share of values that the stated spread holds. */
    private static final double HELD = 0.9;

    private final List<Round> rounds;

    /** The table of some rounds, at least one, that measured the same. */
    SpeedTable(List<Round> rounds) {
        this.rounds = List.copyOf(rounds);
    }

    /**
     * The table.
     *
     * @param strategies the strategies measured
     * @param budgets every N measured
     */
    String markdown(List<ConfiguredStrategy> strategies, List<Integer> budgets) {
        MarkdownTable table = new MarkdownTable(
                "strategy",
                "N",
                "generations/s",
                "ns per draw",
                "÷ floor",
                "÷ N = " + GROWTH_FROM,
                "bytes per trial",
                "2 threads ÷ 1");
        table.add("floor: one uniform, one Gaussian", "", "", time(median(FLOOR)), ratio(1), "", "", "");
        table.add("the same of Commons RNG", "", "", time(median(COMMONS)), ratio(ratio(COMMONS, FLOOR)), "", "", "");
        for (ConfiguredStrategy strategy : strategies) {
            String name = strategy.name();
            Cell one = new Cell(Quantity.EXPERIMENT, name, 1);
            Cell two = new Cell(Quantity.EXPERIMENT, name, 2);
            for (int n : budgets) {
                Cell draw = new Cell(Quantity.DRAW, name, n);
                table.add(
                        name + (Roster.bySteps(strategy) ? " (step)" : " (candidate)"),
                        String.format(Locale.ROOT, "%,d", n),
                        rate(1e9 / median(new Cell(Quantity.GENERATION, name, n))),
                        time(median(draw)),
                        ratio(ratio(draw, FLOOR)),
                        budgets.contains(GROWTH_FROM)
                                ? ratio(ratio(draw, new Cell(Quantity.DRAW, name, GROWTH_FROM)))
                                : "",
                        bytes(median(new Cell(Quantity.BYTES, name, n))),
                        n == EngineBenchmark.N ? ratio(ratio(one, two)) : "");
            }
        }
        return table.toString();
    }

    /** How far a single measurement was from its cell's middle one: the least share of it that 90 % stayed within. */
    double spread() {
        List<Double> deviations = new ArrayList<>();
        for (Cell cell : rounds.get(0).cells()) {
            if (cell.quantity() != Quantity.BYTES) {
                double middle = median(cell);
                for (Round round : rounds) {
                    for (double value : round.values(cell)) {
                        deviations.add(Math.abs(value / middle - 1));
                    }
                }
            }
        }
        double[] ascending =
                deviations.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return ascending[(int) Math.ceil(HELD * ascending.length) - 1];
    }

    private double median(Cell cell) {
        return median(round -> round.median(cell));
    }

    private double ratio(Cell above, Cell below) {
        return median(round -> round.median(above) / round.median(below));
    }

    private double median(ToDoubleFunction<Round> value) {
        double[] values = rounds.stream().mapToDouble(value).toArray();
        Arrays.sort(values);
        return Round.median(values);
    }

    private static String time(double nanos) {
        return String.format(Locale.ROOT, nanos < 100 ? "%.2f" : "%,.0f", nanos);
    }

    private static String ratio(double ratio) {
        return String.format(Locale.ROOT, "%.2f", ratio);
    }

    /** Bytes as whole numbers; what JMH itself allocates beside is a fraction of one. */
    private static String bytes(double bytes) {
        return String.format(Locale.ROOT, bytes < 1 && bytes >= 0.05 ? "%.1f" : "%,.0f", bytes);
    }

    private static String rate(double perSecond) {
        return perSecond < 1e6
                ? String.format(Locale.ROOT, "%.0f k", perSecond / 1e3)
                : String.format(Locale.ROOT, perSecond < 1e8 ? "%.1f M" : "%.0f M", perSecond / 1e6);
    }
}
