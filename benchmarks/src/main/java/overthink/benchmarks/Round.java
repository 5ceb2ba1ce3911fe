package overthink.benchmarks;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.DoubleStream;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/** What one run through all the benchmarks measured: several values, one an iteration, for each thing measured. */
final class Round {

    /** What is measured. */
    enum Quantity {
        /** Nanoseconds for a uniform and a Gaussian as the engine draws them. */
        FLOOR,
        /** Nanoseconds for a uniform and a Gaussian of Commons RNG. */
        COMMONS,
        /** Nanoseconds per candidate or step of a strategy at N. */
        DRAW,
        /** Nanoseconds per generation of a strategy at N. */
        GENERATION,
        /** Bytes allocated per trial of a strategy at N. */
        BYTES,
        /** Milliseconds for an experiment of a strategy on so many threads. */
        EXPERIMENT
    }

    /**
     * One thing measured.
     *
     * @param quantity what
     * @param strategy of which strategy; empty for the floor
     * @param size N, or the number of threads; 0 for the floor
     */
    record Cell(Quantity quantity, String strategy, int size) {

        /** A floor. */
        static Cell of(Quantity quantity) {
            return new Cell(quantity, "", 0);
        }
    }

    private final Map<Cell, double[]> values = new HashMap<>();

    /** Adds what was measured of a cell. */
    void put(Cell cell, double... measured) {
        if (measured.length == 0) {
            throw new IllegalArgumentException("%s was not measured".formatted(cell));
        }
        values.put(cell, measured.clone());
    }

    /** What was measured. */
    Set<Cell> cells() {
        return values.keySet();
    }

    /** All values of a cell, ascending. */
    double[] values(Cell cell) {
        double[] found = values.get(cell);
        if (found == null) {
            throw new IllegalArgumentException("%s was not measured".formatted(cell));
        }
        double[] sorted = found.clone();
        Arrays.sort(sorted);
        return sorted;
    }

    /** The middle value of a cell. */
    double median(Cell cell) {
        return median(values(cell));
    }

    /** The middle of ascending values; of an even number of them the mean of both in the middle. */
    static double median(double[] ascending) {
        int half = ascending.length / 2;
        return ascending.length % 2 == 1 ? ascending[half] : (ascending[half - 1] + ascending[half]) / 2;
    }

    /** What JMH measured. */
    static Round of(Collection<RunResult> results) {
        Round round = new Round();
        for (RunResult result : results) {
            round.add(result);
        }
        return round;
    }

    private void add(RunResult result) {
        BenchmarkParams params = result.getParams();
        String name = params.getBenchmark();
        List<IterationResult> iterations = result.getBenchmarkResults().stream()
                .map(BenchmarkResult::getIterationResults)
                .flatMap(Collection::stream)
                .toList();
        double[] primary = iterations.stream()
                .map(IterationResult::getPrimaryResult)
                .mapToDouble(found -> found.getScore())
                .toArray();
        if (name.equals(FloorBenchmark.class.getName() + ".addressed")) {
            put(Cell.of(Quantity.FLOOR), primary);
        } else if (name.equals(FloorBenchmark.class.getName() + ".commonsRng")) {
            put(Cell.of(Quantity.COMMONS), primary);
        } else if (name.equals(EngineBenchmark.class.getName() + ".run")) {
            int threads = Integer.parseInt(params.getParam("threads"));
            put(new Cell(Quantity.EXPERIMENT, params.getParam("strategy"), threads), primary);
        } else if (name.equals(StrategyBenchmark.class.getName() + ".block")) {
            String strategy = params.getParam("strategy");
            int n = Integer.parseInt(params.getParam("n"));
            put(new Cell(Quantity.DRAW, strategy, n), secondary(iterations, "draws"));
            put(new Cell(Quantity.GENERATION, strategy, n), secondary(iterations, "generations"));
            // an operation is a block of so many trials
            double trials = Round.median(primary) / Round.median(secondary(iterations, "trials"));
            double[] bytes = secondary(iterations, "bytes");
            put(
                    new Cell(Quantity.BYTES, strategy, n),
                    DoubleStream.of(bytes).map(block -> block / trials).toArray());
        } else {
            throw new IllegalArgumentException("no place in the table for " + name);
        }
    }

    private static double[] secondary(List<IterationResult> iterations, String label) {
        return iterations.stream()
                .mapToDouble(iteration -> {
                    Result<?> found = iteration.getSecondaryResults().get(label);
                    if (found == null) {
                        throw new IllegalStateException("JMH did not measure %s, only %s"
                                .formatted(
                                        label, iteration.getSecondaryResults().keySet()));
                    }
                    return found.getScore();
                })
                .toArray();
    }
}
