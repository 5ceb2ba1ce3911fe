package overthink.scenarios.results;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import overthink.core.api.Resource;
import overthink.core.estimate.BestBudget;
import overthink.core.estimate.Cost;
import overthink.core.estimate.Difference;
import overthink.core.estimate.Estimate;
import overthink.core.estimate.ExpectedUtility;
import overthink.core.estimate.Method;
import overthink.core.estimate.PairedDifference;
import overthink.core.estimate.PerTrial;
import overthink.core.estimate.Row;
import overthink.core.estimate.Utility;
import overthink.core.fault.Fault;
import overthink.core.results.Results;
import overthink.core.world.Gathering;

/** Made-up results. */
public final class Made {

    public static final Manifest MANIFEST = new Manifest("made-up", "0123456789abcdef", 42, "0.1.0", "17.0.15", 2, 1.9);

    public static final Cost COST = new Cost(64, 512, 30720, 200, 512, 8, 7.2, 4.9e14, 0.0123);

    private Made() {}

    public static Row row(String strategy, Map<String, Object> parameters, double budget, String bin, double accuracy) {
        return row(strategy, parameters, budget, bin, Method.SIMULATED, accuracy, 0.004);
    }

    public static Row row(
            String strategy,
            Map<String, Object> parameters,
            double budget,
            String bin,
            Method method,
            double accuracy,
            double halfWidth) {
        boolean exact = method == Method.EXACT;
        return new Row(
                new Row.Asked(strategy, parameters, Resource.GENERATIONS, budget, bin),
                new Row.Basis(method, 500, 20000),
                new Estimate(
                        accuracy,
                        exact ? 0 : halfWidth / 1.96,
                        0.0137,
                        accuracy - halfWidth,
                        accuracy + halfWidth,
                        exact ? halfWidth : 0),
                new Row.Shares(0.9105, 0, 1 - accuracy),
                COST);
    }

    /** A simulated row with such an interval. */
    public static Row row(
            String strategy, double budget, double accuracy, double lower, double upper, boolean limited) {
        Row row = row(strategy, Map.of(), budget, "all", accuracy);
        return new Row(
                row.asked(),
                new Row.Basis(row.method(), row.problems(), row.trials(), limited, Gathering.DRAWN),
                new Estimate(accuracy, row.stdError(), row.populationStdError(), lower, upper, 0),
                row.shares(),
                COST);
    }

    /** A simulated row whose costs have errors. */
    public static Row row(String strategy, Cost costStdError) {
        Row row = row(strategy, Map.of(), 64, "all", 0.5);
        return new Row(
                row.asked(),
                row.basis(),
                row.estimate(),
                row.shares(),
                COST,
                costStdError,
                Optional.empty(),
                PerTrial.UNKNOWN);
    }

    /** A row with a utility. */
    public static Row row(String strategy, double budget, Method method, ExpectedUtility utility) {
        return new Row(
                new Row.Asked(strategy, Map.of(), Resource.GENERATIONS, budget, "all"),
                new Row.Basis(method, 500, method == Method.EXACT ? 0 : 20000),
                new Estimate(0.5, 0.01, 0.02, 0.48, 0.52, 0),
                new Row.Shares(0.75, 0.25, 0.25),
                COST,
                Cost.NOTHING,
                Optional.of(utility),
                PerTrial.UNKNOWN);
    }

    /** Rows with a utility: one strategy whose every budget is known, one endless, one simulated. */
    public static ResultDocument valued() {
        ExpectedUtility low = new ExpectedUtility(0.125, 0.01, Double.NaN, 0);
        ExpectedUtility high = new ExpectedUtility(0.5, 0, 0.02, 1e-14);
        List<Row> rows = List.of(
                row("known", 4, Method.EXACT, new ExpectedUtility(-0.25, 0, 0.02, 1e-14)),
                row("known", 8, Method.EXACT, high),
                row("endless", 4, Method.EXACT, new ExpectedUtility(0.25, 0, 0.02, 1e-14)),
                row("endless", 8, Method.EXACT, new ExpectedUtility(0.375, 0, 0.02, 1e-14)),
                row("simulated", 4, Method.SIMULATED, low),
                row("simulated", 8, Method.SIMULATED, new ExpectedUtility(0.0625, Double.NaN, Double.NaN, 0)));
        List<BestBudget> best = List.of(
                best("known", 8, Method.EXACT, high, Optional.of(new BestBudget.Overall(1234, 0.625))),
                best(
                        "endless",
                        8,
                        Method.EXACT,
                        new ExpectedUtility(0.375, 0, 0.02, 1e-14),
                        Optional.of(new BestBudget.Overall(Double.POSITIVE_INFINITY, 0.75))),
                best("simulated", 4, Method.SIMULATED, low, Optional.empty()));
        Utility utility = new Utility(1, -2, 0, Map.of(Resource.USD, 5.0, Resource.LATENCY, 0.01));
        return new ResultDocument(
                MANIFEST,
                new Results(
                        rows, List.of(), List.of(), List.of(), best, List.of(), List.of(), List.of(), Optional.empty()),
                Optional.of(utility),
                List.of(),
                "",
                List.of());
    }

    private static BestBudget best(
            String strategy,
            double budget,
            Method method,
            ExpectedUtility worth,
            Optional<BestBudget.Overall> overall) {
        return new BestBudget(
                strategy, Map.of(), Resource.GENERATIONS, "all", new BestBudget.Listed(budget, method, worth), overall);
    }

    /** One strategy compared with another: exactly, and by trials. */
    public static ResultDocument compared() {
        return new ResultDocument(
                MANIFEST,
                new Results(
                        List.of(
                                row("single", Map.of(), 64, "all", Method.EXACT, 0.25, 1e-14),
                                row("beam-search", Map.of("width", 4L), 64, "all", Method.EXACT, 0.5, 1e-14),
                                row("best-of-n", Map.of(), 64, "all", 0.375)),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(
                                difference(
                                        "beam-search", Map.of("width", 4L), new PairedDifference(0.25, 0, Double.NaN)),
                                difference("best-of-n", Map.of(), new PairedDifference(0.125, 0.002, 0.01))),
                        List.of(),
                        List.of(),
                        Optional.empty()),
                Optional.empty(),
                List.of(),
                "",
                List.of());
    }

    private static Difference difference(String strategy, Map<String, Object> parameters, PairedDifference accuracy) {
        return new Difference(strategy, parameters, "single", Map.of(), Resource.GENERATIONS, 64, "all", accuracy);
    }

    public static ResultDocument document(List<Row> rows, Fault... faults) {
        return new ResultDocument(MANIFEST, rows, List.of(faults), List.of(), List.of());
    }

    /** A row as in the design, and one whose numbers are awkward. */
    public static ResultDocument golden() {
        Row plain = new Row(
                new Row.Asked("beam-search", Map.of("width", 4L), Resource.GENERATIONS, 64, "all"),
                new Row.Basis(Method.SIMULATED, 500, 20000),
                new Estimate(0.7312, 0.0021, 0.0137, 0.7271, 0.7353, 0),
                new Row.Shares(0.9105, 0, 0.2688),
                COST);
        Row awkward = new Row(
                new Row.Asked(
                        "odd, \"name\"",
                        new TreeMap<>(Map.of("flag", true, "select", "vote", "temperature", 0.5)),
                        Resource.USD,
                        0.05,
                        "q1"),
                new Row.Basis(Method.EXACT, 1, 3_000_000_000L),
                new Estimate(1.0 / 3, 0, Double.NaN, 1.0 / 3, 1.0 / 3, 0),
                new Row.Shares(1, 1e-7, 2.0 / 3),
                new Cost(0.1, 1, 2e-3, 0, 12345678.9, 1, 100, 1e23, 0));
        return document(
                List.of(plain, awkward),
                new Fault("looping", Map.of("k", 3L), Fault.Kind.LOOPED, "at problem 3, \"trial\" 7"));
    }
}
