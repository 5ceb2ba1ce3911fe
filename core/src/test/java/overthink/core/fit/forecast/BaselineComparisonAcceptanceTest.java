package overthink.core.fit.forecast;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import overthink.core.fit.SharedData;
import overthink.core.fit.curve.Reach;
import overthink.core.fit.curve.Recorded;
import overthink.core.fit.curve.Replay;
import overthink.core.fit.curve.Rule;
import overthink.core.fit.difficulty.TailExponent;
import overthink.core.world.Recording;

/**
 * Forecasts against baselines: mean absolute errors over subsamples of recordings, candidates drawn without replacement, seeds from
 * 1 on. Asserted are the bounds of the forecasts, which the tests of each forecast hold as well; which kind is nearest is printed,
 * for the table of the documentation, and so this runs on request.
 */
@Tag("slow")
@Tag("table")
@Tag("real-data")
class BaselineComparisonAcceptanceTest {

    /** Draws enough for a mean: what is compared here has no interval. */
    private static final int DRAWS = 200;

    /** Errors of each kind in a row of the table. */
    private record Line(String name, double bound, Map<Kind, Double> errors) {}

    private final List<Line> lines = new ArrayList<>();

    @Test
    void forecasts_ofAllRecordings_againstBaselines() {
        for (String model : new String[] {"Pythia-6.9B", "Pythia-410M"}) {
            Recording whole = Subsamples.counts("pythia-math/counts-10000.csv", model, 10_000);
            boolean large = model.equals("Pythia-6.9B");
            compare(model, Rule.COVERAGE, List.of(whole), 100, 10_000, 20, large ? .06 : .10);
            compare(model, Rule.COVERAGE, List.of(whole), 1000, 10_000, 20, large ? .020 : .040);
        }
        compare("evalperf", Rule.COVERAGE, evalperf(), 20, 100, 5, .0125);
        Recording llama = Recorded.llama();
        compare("llama8b", Rule.COVERAGE, List.of(llama), 8, 44, 50, .050);
        compare("llama8b", Rule.MAJORITY_VOTE, List.of(llama), 8, 44, 50, .025);
        Recording codet = Recorded.codet();
        compare("codet", Rule.COVERAGE, List.of(codet), 20, 100, 20, Double.NaN);
        compare("codet", Rule.BEST_OF_N, List.of(codet), 20, 50, 20, .035);
        compare("codet", Rule.BEST_OF_N, List.of(codet), 20, 100, 20, .045);
        compare("codet", Rule.MAJORITY_VOTE, List.of(codet), 20, 100, 20, Double.NaN);
        compare("codet", Rule.WEIGHTED_VOTE, List.of(codet), 20, 100, 20, .015);
        print();
        for (Line line : lines) {
            assertTrue(
                    Double.isNaN(line.bound) || line.errors.get(Kind.FORECAST) <= line.bound,
                    line.name + " " + line.errors + " bound " + line.bound);
        }
    }

    private static List<Recording> evalperf() {
        TreeSet<String> models = new TreeSet<>();
        TreeSet<String> fewer = new TreeSet<>();
        for (SharedData.Line line : SharedData.read("evalperf/counts.csv")) {
            (line.whole("n") == 100 ? models : fewer).add(line.text("model"));
        }
        models.removeAll(fewer);
        return models.stream()
                .map(model -> Subsamples.counts("evalperf/counts.csv", model, 100))
                .toList();
    }

    private void compare(String name, Rule rule, List<Recording> wholes, int n, int k, int times, double bound) {
        Map<Kind, Double> errors = new EnumMap<>(Kind.class);
        for (Recording whole : wholes) {
            double truth = new Replay(whole, Reach.ALL_PROBLEMS, new int[] {k}, 1)
                    .curve(rule)
                    .points()
                    .get(0)
                    .mean();
            for (int time = 1; time <= times; time++) {
                Question question =
                        new Question(List.of(rule), List.of((long) k), TailExponent.DEFAULT, DRAWS, time, Double.NaN);
                for (ForecastRow row : RecordingForecast.of(Subsamples.of(whole, n, time), question, stage -> {})
                        .rows()) {
                    errors.merge(row.kind(), Math.abs(row.mean() - truth) / times / wholes.size(), Double::sum);
                }
            }
        }
        lines.add(new Line("%s, %s, %d to %d".formatted(name, rule.label(), n, k), bound, errors));
    }

    private void print() {
        System.out.printf("%-40s %9s %9s %9s %9s%n", "mean absolute error", "forecast", "pow.law", "log-lin", "last");
        for (Line line : lines) {
            Map<Kind, Double> errors = line.errors;
            System.out.printf(
                    "%-40s %9.4f %9.4f %9.4f %9.4f%n",
                    line.name,
                    errors.get(Kind.FORECAST),
                    errors.getOrDefault(Kind.EXPONENTIATED_POWER_LAW, errors.get(Kind.SATURATING_POWER_LAW)),
                    errors.get(Kind.LOG_LINEAR),
                    errors.get(Kind.LAST_VALUE));
        }
    }
}
