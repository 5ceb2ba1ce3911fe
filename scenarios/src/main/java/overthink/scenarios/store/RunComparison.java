package overthink.scenarios.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import overthink.core.estimate.FamilyWise;
import overthink.core.estimate.PairedDifference;
import overthink.core.estimate.Quantity;
import overthink.scenarios.document.ScenarioKeys;

/**
 * How two runs differ: which keys of their scenarios, and which rows by more than their errors.
 *
 * <p>Rows of runs with one seed and as many problems are paired by problem and, where both were found by trials, by group of
 * trials: the error of their difference is over these problems, and what both share counts once. Rows of other runs are of
 * different problems, and the error is the root of the sum of squares over the population. Mean costs are compared by their
 * own errors, unpaired. A row has changed when some difference is beyond {@link #bound()} standard errors, which keeps the
 * chance that any of all differences is said to be one, where there is none, at 5 % (Bonferroni); one without an error, when it
 * is beyond what arithmetic may have done.
 *
 * @param keys the keys that differ
 * @param rows that both have
 * @param onlyFirst rows that the first has alone
 * @param onlySecond rows that the second has alone
 * @param paired whether rows are paired
 */
public record RunComparison(
        List<ChangedKey> keys, List<RowPair> rows, List<String> onlyFirst, List<String> onlySecond, boolean paired) {

    private static final List<String> COSTS = List.of(
            "generations",
            "steps",
            "tokens",
            "inputTokens",
            "verifierCalls",
            "rounds",
            "latencySeconds",
            "flops",
            "usd");

    /** The chance of a false alarm, over all differences. */
    private static final double ALARM = 0.05;

    /** Sums in another order, or on another version of Java, may do this to what has no error, relatively. */
    private static final double ARITHMETIC = 1e-12;

    /** Copies the lists. */
    public RunComparison {
        keys = List.copyOf(keys);
        rows = List.copyOf(rows);
        onlyFirst = List.copyOf(onlyFirst);
        onlySecond = List.copyOf(onlySecond);
    }

    /**
     * A key whose values differ.
     *
     * @param path of the key
     * @param first its value; empty when it is not there
     * @param second its value; empty when it is not there
     */
    public record ChangedKey(String path, Optional<String> first, Optional<String> second) {}

    /**
     * A row that both have.
     *
     * @param row which
     * @param measures what was compared
     */
    public record RowPair(String row, List<MeasurePair> measures) {

        /** Copies the list. */
        public RowPair {
            measures = List.copyOf(measures);
        }
    }

    /**
     * A number that both have.
     *
     * @param measure its name
     * @param first in the first run
     * @param second in the second
     * @param stdError of the second less the first; 0 for none
     * @param slack that arithmetic may have made
     */
    public record MeasurePair(String measure, double first, double second, double stdError, double slack) {

        /** The second less the first. */
        public double difference() {
            return second - first;
        }

        /** Whether they differ by more than so many errors. */
        boolean beyond(double bound) {
            double size = Math.abs(difference());
            return Double.isNaN(first) != Double.isNaN(second) || (size > slack && size > bound * stdError + slack);
        }
    }

    /** Compares two runs. */
    public static RunComparison of(RunFolder first, RunFolder second) throws IOException {
        StoredResults one = StoredResults.of(first);
        StoredResults two = StoredResults.of(second);
        boolean seeds = first.fact("seed").equals(second.fact("seed"));
        boolean paired = seeds;
        List<RowPair> rows = new ArrayList<>();
        List<String> onlyFirst = new ArrayList<>();
        for (StoredRow row : one.rows().values()) {
            StoredRow other = two.rows().get(row.key());
            if (other == null) {
                onlyFirst.add(row.key().text());
                continue;
            }
            boolean pair = seeds && row.number("problems") == other.number("problems");
            paired &= pair;
            rows.add(new RowPair(
                    row.key().text(),
                    measures(
                            row,
                            other,
                            pair,
                            one.samples().get(row.key()),
                            two.samples().get(row.key()))));
        }
        List<String> onlySecond = two.rows().keySet().stream()
                .filter(key -> !one.rows().containsKey(key))
                .map(StoredRow.Key::text)
                .toList();
        return new RunComparison(keys(first, second), rows, onlyFirst, onlySecond, paired && !rows.isEmpty());
    }

    private static List<MeasurePair> measures(
            StoredRow row, StoredRow other, boolean pair, @Nullable StoredSample one, @Nullable StoredSample two) {
        List<MeasurePair> measures = new ArrayList<>();
        double slack = row.error("tolerance") + other.error("tolerance") + ARITHMETIC;
        double unpaired = pair
                ? rootOfSquares(row.error("stdError"), other.error("stdError"))
                : rootOfSquares(row.error("populationStdError"), other.error("populationStdError"));
        @Nullable StoredSample partner = pair ? one : null;
        measures.add(new MeasurePair(
                "accuracy",
                row.number("accuracy"),
                other.number("accuracy"),
                partner != null && two != null ? error(two, partner, Quantity.ACCURACY, row, other) : unpaired,
                slack));
        if (partner != null && two != null) {
            measures.add(new MeasurePair(
                    "coverage",
                    row.number("coverage"),
                    other.number("coverage"),
                    error(two, partner, Quantity.COVERAGE, row, other),
                    slack));
        }
        for (String cost : COSTS) {
            double first = row.number("cost." + cost);
            double second = other.number("cost." + cost);
            measures.add(new MeasurePair(
                    cost,
                    first,
                    second,
                    rootOfSquares(row.error("costStdError." + cost), other.error("costStdError." + cost)),
                    ARITHMETIC * Math.max(Math.abs(first), Math.abs(second))));
        }
        return measures;
    }

    private static double rootOfSquares(double one, double other) {
        return Math.sqrt(one * one + other * other);
    }

    /** Of a difference between rows without trials there is none. */
    private static double error(StoredSample two, StoredSample one, Quantity quantity, StoredRow row, StoredRow other) {
        return row.number("trials") == 0 && other.number("trials") == 0
                ? 0
                : PairedDifference.of(two, quantity, one, quantity, 1).stdError();
    }

    private static List<ChangedKey> keys(RunFolder first, RunFolder second) {
        Map<String, String> one = ScenarioKeys.of(first.scenario());
        Map<String, String> two = ScenarioKeys.of(second.scenario());
        TreeSet<String> all = new TreeSet<>(one.keySet());
        all.addAll(two.keySet());
        Map<String, ChangedKey> changed = new LinkedHashMap<>();
        for (String path : all) {
            Optional<String> before = Optional.ofNullable(one.get(path));
            Optional<String> after = Optional.ofNullable(two.get(path));
            if (!before.equals(after)) {
                changed.put(path, new ChangedKey(path, before, after));
            }
        }
        return List.copyOf(changed.values());
    }

    /** So many standard errors a difference must exceed. */
    public double bound() {
        long differences = rows.stream()
                .flatMap(row -> row.measures().stream())
                .filter(measure -> measure.stdError() > 0)
                .count();
        return FamilyWise.bound(ALARM, Math.max(1, differences));
    }

    /** The rows that have changed, with the measures in which they have. */
    public List<RowPair> changed() {
        double bound = bound();
        return rows.stream()
                .map(row -> new RowPair(
                        row.row(),
                        row.measures().stream()
                                .filter(measure -> measure.beyond(bound))
                                .toList()))
                .filter(row -> !row.measures().isEmpty())
                .toList();
    }

    /** Whether rows have changed, appeared or gone. */
    public boolean differs() {
        return !changed().isEmpty() || !onlyFirst.isEmpty() || !onlySecond.isEmpty();
    }
}
