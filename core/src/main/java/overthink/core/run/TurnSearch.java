package overthink.core.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import overthink.core.estimate.BestBudget.Overall;
import overthink.core.estimate.Bin;
import overthink.core.estimate.FamilyWise;
import overthink.core.estimate.PairedDifference;
import overthink.core.estimate.PairedTest;
import overthink.core.estimate.Quantity;
import overthink.core.estimate.Sample;
import overthink.core.estimate.Turn;
import overthink.core.estimate.TurningPoint;
import overthink.core.estimate.Utility;
import overthink.core.experiment.Experiment;
import overthink.core.model.DrawnWorld;
import overthink.core.results.CostMaker;
import overthink.core.results.KnownSample;
import overthink.core.results.TurnMaker;
import overthink.core.route.ExpectedOutcome;
import overthink.core.route.ExpectedSpending;
import overthink.core.route.LimitOutcome;
import overthink.core.run.BudgetSearch.Point;

/**
 * Looks for where the accuracy of one strategy turns among all budgets: for its best by {@link BudgetSearch}, which here pays for
 * nothing and wants a right answer alone, and on the grid of that for the places where the curve comes up to its level, leaves
 * it, and comes near its limit. These are divided like the gap around the best, down to the single budget below
 * {@value TurningPoint#FINEST} and above to one part in {@value TurningPoint#FINENESS}; between two points of the grid the curve is taken to
 * cross a line once or not at all.
 *
 * <p>Whether it falls over the population is tested as if each point of the grid had been compared with the end.
 */
final class TurnSearch {

    private static final BudgetSearch.Mesh MESH =
            new BudgetSearch.Mesh(16, TurningPoint.FINEST, 12, TurningPoint.FINEST, TurningPoint.FINENESS, 8);

    /** How often each problem is visited, about. */
    static final int VISITS = 8;

    private static final Utility ACCURACY = new Utility(1, 0, 0, Map.of());

    private final Experiment experiment;
    private final DrawnWorld drawn;
    private final List<Bin> bins;
    private final CostMaker costs;
    private final ExactRun solving;

    TurnSearch(Stage stage, ExactRun solving) {
        experiment = stage.experiment();
        drawn = stage.drawn();
        bins = stage.bins();
        costs = stage.costs();
        this.solving = solving;
    }

    /**
     * The turns, by bin.
     *
     * @param limits by problem
     */
    List<TurnMaker.Searched> run(LimitOutcome[] limits) {
        BudgetSearch search = new BudgetSearch(
                experiment,
                drawn,
                bins,
                costs,
                solving,
                ACCURACY,
                MESH,
                (curve, limit, gaps) -> new Crossings(curve, limit).name(gaps));
        List<Overall> best = search.run(limits);
        long[] amounts = new long[bins.size() + 1];
        amounts[0] = search.unit();
        for (int i = 0; i < bins.size(); i++) {
            Crossings crossings = new Crossings(search.curves().get(i), mean(bins.get(i), limits));
            double budget = best.get(i).budget();
            amounts[i + 1] = Double.isFinite(budget) ? (long) budget : crossings.best() * search.unit();
        }
        ExpectedOutcome[][] outcomes = solving.solve(amounts).outcomes();
        List<TurnMaker.Searched> turns = new ArrayList<>();
        for (int i = 0; i < bins.size(); i++) {
            double limit = mean(bins.get(i), limits);
            turns.add(searched(
                    bins.get(i),
                    best.get(i),
                    new Crossings(search.curves().get(i), limit),
                    search.unit(),
                    outcomes,
                    i + 1,
                    limits));
        }
        return turns;
    }

    private static double mean(Bin bin, LimitOutcome[] limits) {
        double sum = 0;
        int[] problems = bin.problems();
        for (int i = 0; i < problems.length; i++) {
            sum += bin.weight(i) * limits[problems[i]].accuracy();
        }
        return sum / bin.total();
    }

    private TurnMaker.Searched searched(
            Bin bin,
            Overall best,
            Crossings crossings,
            long unit,
            ExpectedOutcome[][] outcomes,
            int column,
            LimitOutcome[] limits) {
        ExpectedOutcome[][] points = new ExpectedOutcome[drawn.size()][];
        // A curve that grows still at the last point, though its limit is below, turns beyond.
        boolean endless = Double.isInfinite(best.budget()) && best.utility() <= crossings.limit();
        double error = 0;
        int[] problems = bin.problems();
        for (int i = 0; i < problems.length; i++) {
            int problem = problems[i];
            ExpectedOutcome end = atLimit(limits[problem]);
            ExpectedOutcome top = endless ? end : outcomes[problem][column];
            points[problem] = new ExpectedOutcome[] {outcomes[problem][0], top, end};
            error += bin.weight(i) * (outcomes[problem][0].error() + 2 * top.error());
        }
        double tolerance = error / bin.total() + ROUNDING;
        double bound = FamilyWise.bound(
                PairedTest.ALARM,
                (long) experiment.strategies().size() * crossings.curve().size());
        Sample first = sample(bin, points, 0);
        Sample top = sample(bin, points, 1);
        Sample end = sample(bin, points, 2);
        PairedTest gain = new PairedTest(difference(top, first), tolerance, bound);
        Turn turn = new Turn(
                Double.isFinite(best.budget()) || endless ? best.budget() : (double) crossings.best() * unit,
                best.utility(),
                gain.seen() ? (double) crossings.level() * unit : unit,
                gain.seen() ? times(crossings.until(), unit) : OptionalDouble.empty(),
                gain,
                Double.POSITIVE_INFINITY,
                crossings.limit(),
                new PairedTest(difference(top, end), tolerance, bound));
        Long arrival = crossings.arrival();
        return new TurnMaker.Searched(turn, arrival == null ? Double.POSITIVE_INFINITY : (double) arrival * unit);
    }

    /** Of means of a few million numbers in [0, 1], with room. */
    private static final double ROUNDING = 1e-14;

    private static OptionalDouble times(@Nullable Long candidates, long unit) {
        return candidates == null ? OptionalDouble.empty() : OptionalDouble.of((double) candidates * unit);
    }

    private static ExpectedOutcome atLimit(LimitOutcome limit) {
        return new ExpectedOutcome(limit.accuracy(), 0, limit.coverage(), limit.abstained(), ExpectedSpending.NOTHING);
    }

    private Sample sample(Bin bin, ExpectedOutcome[][] points, int at) {
        return new KnownSample(bin, points, at, costs, Optional.empty());
    }

    private static PairedDifference difference(Sample one, Sample other) {
        return PairedDifference.of(one, Quantity.ACCURACY, other, Quantity.ACCURACY, 1);
    }

    /**
     * Where a curve crosses the lines of interest, as far as its points tell.
     *
     * @param curve its points
     * @param limit of it; negative infinity when it has none
     */
    record Crossings(NavigableMap<Long, Point> curve, double limit) {

        private static final double EDGE = 1 - Turn.SHARE;

        /** The best budget, which is the last where the curve grows towards its limit. */
        private long best() {
            Map.Entry<Long, Point> peak = BudgetSearch.peak(curve);
            return limit > peak.getValue().utility() ? curve.lastKey() : peak.getKey();
        }

        private double line() {
            double most = Math.max(limit, BudgetSearch.peak(curve).getValue().utility());
            return most - EDGE * (most - curve.firstEntry().getValue().utility());
        }

        private boolean isLevel(Map.Entry<Long, Point> point) {
            return point.getValue().utility() >= line();
        }

        /** The least budget from which on, up to the best, the curve is level; the best when none before it is. */
        long level() {
            long level = best();
            for (Map.Entry<Long, Point> point :
                    curve.headMap(level, false).descendingMap().entrySet()) {
                if (!isLevel(point)) {
                    break;
                }
                level = point.getKey();
            }
            return level;
        }

        /** The greatest budget up to which, from the best on, it is; null when it stays so. */
        @Nullable
        Long until() {
            long until = best();
            for (Map.Entry<Long, Point> point : curve.tailMap(until, false).entrySet()) {
                if (!isLevel(point)) {
                    return until;
                }
                until = point.getKey();
            }
            return null;
        }

        /** The least budget from which on it is near its limit; null when it is not at the last. */
        @Nullable
        Long arrival() {
            Long arrival = null;
            for (Map.Entry<Long, Point> point : curve.descendingMap().entrySet()) {
                if (!(Math.abs(point.getValue().utility() - limit) <= TurningPoint.NEAR)) {
                    break;
                }
                arrival = point.getKey();
            }
            return arrival;
        }

        void name(BiConsumer<Long, Long> gaps) {
            Long level = level();
            Long before = curve.lowerKey(level);
            if (before != null) {
                gaps.accept(before, level);
            }
            Long until = until();
            Long after = until == null ? null : curve.higherKey(until);
            if (until != null && after != null) {
                gaps.accept(until, after);
            }
            Long arrival = arrival();
            Long far = arrival == null ? null : curve.lowerKey(arrival);
            if (arrival != null && far != null) {
                gaps.accept(far, arrival);
            }
        }
    }
}
