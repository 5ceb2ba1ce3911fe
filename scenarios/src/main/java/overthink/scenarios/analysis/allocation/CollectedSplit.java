package overthink.scenarios.analysis.allocation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import overthink.core.exact.allocation.BudgetSplit;
import overthink.core.exact.allocation.ConcaveEnvelope;
import overthink.core.exact.allocation.RightAnswers;

/** Collecting right answers of every problem: the cap differs from problem to problem, or is the same for all. */
final class CollectedSplit {

    private final int cap;
    /** By cap and problem. */
    private final double[][] drawn;

    private final double[][] right;
    private final ConcaveEnvelope uniform;
    private final Map<KnownClasses, List<ConcaveEnvelope>> envelopes = new LinkedHashMap<>();

    /**
     * Splits by what is known.
     *
     * @param ps of the problems
     */
    CollectedSplit(RightAnswers answers, double[] ps, List<KnownClasses> known) {
        cap = answers.cap();
        drawn = new double[cap + 1][ps.length];
        right = new double[cap + 1][ps.length];
        for (int i = 0; i < ps.length; i++) {
            double[] own = answers.drawn(ps[i]);
            for (int n = 0; n <= cap; n++) {
                drawn[n][i] = own[n];
                right[n][i] = ps[i] * own[n];
            }
        }
        uniform = envelope(KnownClasses.of(ps, 0, OptionalInt.of(1)), 0);
        for (KnownClasses one : known) {
            envelopes.put(
                    one,
                    IntStream.range(0, one.size())
                            .mapToObj(number -> envelope(one, number))
                            .toList());
        }
    }

    private ConcaveEnvelope envelope(KnownClasses known, int one) {
        double[] costs = new double[cap + 1];
        double[] values = new double[cap + 1];
        for (int n = 0; n <= cap; n++) {
            costs[n] = known.mean(one, drawn[n]);
            values[n] = known.mean(one, right[n]);
        }
        return ConcaveEnvelope.of(costs, values);
    }

    /** What the splits of some average budgets have. */
    List<AllocationRow> rows(List<Double> budgets) {
        List<AllocationRow> rows = new ArrayList<>();
        for (double budget : budgets) {
            envelopes.forEach((known, curves) -> rows.add(row(known, curves, budget)));
        }
        return rows;
    }

    private AllocationRow row(KnownClasses known, List<ConcaveEnvelope> curves, double budget) {
        double[] weights = known.weights();
        BudgetSplit split = BudgetSplit.of(weights, curves, budget);
        List<AllocationRow.ClassShare> shares = new ArrayList<>();
        for (int one = 0; one < (known.asked() > 0 ? known.size() : 0); one++) {
            int vertex = split.vertex(one);
            double share = split.share(one);
            shares.add(new AllocationRow.ClassShare(
                    weights[one],
                    split.cost(one),
                    cap(curves.get(one), vertex),
                    share > 0 ? cap(curves.get(one), vertex + 1) : "",
                    share));
        }
        return new AllocationRow(
                Candidate.COLLECTED,
                Candidate.COLLECTED.strategy(),
                budget,
                split.spent(),
                known.correlation(),
                known.asked(),
                uniform.at(budget),
                split.value(),
                0,
                Double.NaN,
                false,
                shares);
    }

    private static String cap(ConcaveEnvelope envelope, int vertex) {
        return envelope.point(vertex) <= 0 ? "" : "cap " + envelope.point(vertex);
    }
}
