package overthink.scenarios.analysis.allocation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import overthink.core.exact.allocation.BudgetSplit;
import overthink.core.exact.allocation.ConcaveEnvelope;
import overthink.scenarios.text.Plain;

/**
 * The best split of an average budget among the points of some rows. Where rows are found by trials, the split is chosen by one half
 * of them and measured on the other, and the other way around: chosen and measured by the same trials it would take luck for
 * skill.
 */
final class PointSplit {

    private final Curves curves;
    private final KnownClasses known;
    private final double[] weights;
    private final boolean crossed;
    /** Of each class, by all trials and by each half of them where those choose. */
    private final List<List<ConcaveEnvelope>> envelopes = new ArrayList<>();

    PointSplit(Curves curves, KnownClasses known) {
        this.curves = curves;
        this.known = known;
        weights = known.weights();
        crossed = !curves.exact() && curves.divisible();
        envelopes.add(envelopes(all()));
        for (int half = 0; half < (crossed ? 2 : 0); half++) {
            envelopes.add(envelopes(half(half)));
        }
    }

    private List<ConcaveEnvelope> envelopes(double[][] values) {
        List<ConcaveEnvelope> made = new ArrayList<>();
        for (int one = 0; one < known.size(); one++) {
            double[] cost = new double[curves.points()];
            double[] value = new double[curves.points()];
            for (int point = 0; point < cost.length; point++) {
                cost[point] = known.mean(one, curves.costs(point));
                value[point] = Math.max(0, known.mean(one, values[point]));
            }
            made.add(ConcaveEnvelope.of(cost, value));
        }
        return made;
    }

    /**
     * What it has.
     *
     * @param fixed the point that all problems are put at instead
     * @param average that is spent on a problem
     */
    AllocationRow row(Candidate candidate, double budget, int fixed, double average) {
        Chosen chosen = new Chosen(envelopes.get(0), average);
        double value = 0;
        double[][] parts = new double[curves.points()][curves.problems()];
        if (crossed) {
            for (int half = 0; half < 2; half++) {
                double[][] own = new Chosen(envelopes.get(1 + half), average).parts();
                value += value(own, half(1 - half)) / 2;
                add(own, 0.5, parts);
            }
        } else {
            parts = chosen.parts();
            value = value(parts, all());
        }
        double uniform = AllocationAnalysis.mean(curves.values(fixed));
        for (int problem = 0; problem < curves.problems(); problem++) {
            parts[fixed][problem] -= 1;
        }
        return new AllocationRow(
                candidate,
                curves.measure(),
                budget,
                chosen.split.spent(),
                known.correlation(),
                known.asked(),
                uniform,
                value,
                curves.exact() ? 0 : curves.stdError(parts),
                curves.populationStdError(parts),
                crossed,
                known.asked() > 0 ? chosen.shares() : List.of());
    }

    private double[][] all() {
        double[][] values = new double[curves.points()][];
        Arrays.setAll(values, curves::values);
        return values;
    }

    private double[][] half(int half) {
        double[][] values = new double[curves.points()][];
        Arrays.setAll(values, point -> curves.values(point, half));
        return values;
    }

    private static void add(double[][] from, double times, double[][] into) {
        for (int point = 0; point < into.length; point++) {
            for (int problem = 0; problem < into[point].length; problem++) {
                into[point][problem] += times * from[point][problem];
            }
        }
    }

    private double value(double[][] parts, double[][] values) {
        double sum = 0;
        for (int point = 0; point < parts.length; point++) {
            for (int problem = 0; problem < curves.problems(); problem++) {
                sum += parts[point][problem] * values[point][problem];
            }
        }
        return sum / curves.problems();
    }

    /** A split that was chosen. */
    private final class Chosen {

        private final List<ConcaveEnvelope> envelopes;
        private final BudgetSplit split;

        Chosen(List<ConcaveEnvelope> envelopes, double average) {
            this.envelopes = envelopes;
            split = BudgetSplit.of(weights, envelopes, average);
        }

        /** The part of each problem that is put at each point. */
        double[][] parts() {
            double[][] parts = new double[curves.points()][curves.problems()];
            for (int one = 0; one < known.size(); one++) {
                add(one, split.vertex(one), 1 - split.share(one), parts);
                if (split.share(one) > 0) {
                    add(one, split.vertex(one) + 1, split.share(one), parts);
                }
            }
            return parts;
        }

        private void add(int one, int vertex, double share, double[][] parts) {
            int point = envelopes.get(one).point(vertex);
            if (point != ConcaveEnvelope.ORIGIN) {
                known.add(one, share, parts[point]);
            }
        }

        List<AllocationRow.ClassShare> shares() {
            List<AllocationRow.ClassShare> shares = new ArrayList<>();
            for (int one = 0; one < known.size(); one++) {
                int vertex = split.vertex(one);
                double share = split.share(one);
                shares.add(new AllocationRow.ClassShare(
                        weights[one],
                        split.cost(one),
                        name(one, vertex),
                        share > 0 ? name(one, vertex + 1) : "",
                        share));
            }
            return shares;
        }

        private String name(int one, int vertex) {
            int point = envelopes.get(one).point(vertex);
            return point == ConcaveEnvelope.ORIGIN
                    ? ""
                    : "%s@%s"
                            .formatted(
                                    curves.row(point).strategy(),
                                    Plain.of(curves.row(point).budget()));
        }
    }
}
