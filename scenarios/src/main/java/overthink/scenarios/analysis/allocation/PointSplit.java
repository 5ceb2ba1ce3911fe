package overthink.scenarios.analysis.allocation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
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
    private final int fixed;
    private final double average;
    private final double[] weights;
    private final boolean crossed;

    /**
     * A split.
     *
     * @param fixed the point that all problems are put at instead
     * @param average that is spent on a problem
     */
    PointSplit(Curves curves, KnownClasses known, int fixed, double average) {
        this.curves = curves;
        this.known = known;
        this.fixed = fixed;
        this.average = average;
        weights = IntStream.range(0, known.size()).mapToDouble(known::weight).toArray();
        crossed = !curves.exact() && curves.divisible();
    }

    /** What it has. */
    AllocationRow row(Candidate candidate, double budget) {
        double[][] all = new double[curves.points()][];
        for (int point = 0; point < all.length; point++) {
            all[point] = curves.values(point);
        }
        Chosen chosen = choose(all);
        double value = 0;
        double[][] parts = new double[curves.points()][curves.problems()];
        if (crossed) {
            for (int half = 0; half < 2; half++) {
                double[][] seen = half(half);
                double[][] own = choose(seen).parts();
                value += value(own, half(1 - half)) / 2;
                add(own, 0.5, parts);
            }
        } else {
            parts = chosen.parts();
            value = value(parts, all);
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
                known.classes(),
                uniform,
                value,
                curves.exact() ? 0 : curves.stdError(parts),
                curves.populationStdError(parts),
                crossed,
                known.classes() > 0 ? chosen.shares() : List.of());
    }

    private double[][] half(int half) {
        double[][] values = new double[curves.points()][];
        for (int point = 0; point < values.length; point++) {
            values[point] = curves.values(point, half);
        }
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

    private Chosen choose(double[][] values) {
        List<ConcaveEnvelope> envelopes = new ArrayList<>();
        for (int one = 0; one < known.size(); one++) {
            double[] cost = new double[curves.points()];
            double[] value = new double[curves.points()];
            for (int point = 0; point < cost.length; point++) {
                cost[point] = known.mean(one, curves.costs(point));
                value[point] = Math.max(0, known.mean(one, values[point]));
            }
            envelopes.add(ConcaveEnvelope.of(cost, value));
        }
        return new Chosen(envelopes, BudgetSplit.of(weights, envelopes, average));
    }

    /** A split that was chosen. */
    private final class Chosen {

        private final List<ConcaveEnvelope> envelopes;
        private final BudgetSplit split;

        Chosen(List<ConcaveEnvelope> envelopes, BudgetSplit split) {
            this.envelopes = envelopes;
            this.split = split;
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
            for (int problem = 0; problem < curves.problems() && point != ConcaveEnvelope.ORIGIN; problem++) {
                parts[point][problem] += share * known.members()[one][problem];
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
