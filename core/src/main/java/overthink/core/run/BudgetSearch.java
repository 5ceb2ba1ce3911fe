package overthink.core.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import overthink.core.api.Resource;
import overthink.core.estimate.BestBudget.Overall;
import overthink.core.estimate.Bin;
import overthink.core.estimate.ExpectedUtility;
import overthink.core.estimate.Utility;
import overthink.core.experiment.Experiment;
import overthink.core.law.cost.Costs;
import overthink.core.model.DrawnWorld;
import overthink.core.results.CostMaker;
import overthink.core.route.ExpectedOutcome;
import overthink.core.route.LimitOutcome;
import overthink.core.route.Route;

/**
 * Looks for the budget of greatest mean utility on the problems of each bin, among all that pay for 1 to 2<sup>40</sup>
 * candidates, by exact values. (Budgets of steps: among the multiples of the steps of the shortest solution.)
 *
 * <p><b>Search.</b> All budgets to {@value #ALL}, then a grid of ratio √2; then the gap around the best of them is divided
 * again and again, to the single budget below {@value #FINEST}, above to one part in {@value #FINEST}, and no further than
 * the arithmetic can tell its ends from the best. Where latency is paid for, which jumps when one more call must wait, the
 * multiples of the concurrency next to the best are looked at, too. The grid ends early where what is paid, which does not
 * fall as budgets grow, exceeds all that an outcome could still gain, where nothing changes any more, or where the curve has
 * come as near to its limit as the arithmetic can tell.
 *
 * <p><b>Guarantee.</b> A curve with one peak has it between the neighbours of the best point of any grid, so the search finds
 * it. The first accepted candidate with abstention has such a curve when t ≥ f and what is paid for a candidate are the same
 * on all problems and a right answer is worth no less than none, none no less than a wrong one: the gain of one more draw,
 * E[(p·t·correct + (1 − p)·f·wrong − a·abstained − price)·(1 − a)<sup>K</sup>], changes sign once
 * ({@link overthink.core.exact.selection.FirstAcceptedLaw#bestCap}). For any other curve it is the best on the grid, refined; a second
 * peak narrower than the grid may hide beyond {@value #ALL}.
 *
 * <p>Of budgets whose utilities differ by less than the error of the arithmetic the least is taken.
 */
final class BudgetSearch {

    /** Every budget to this many candidates is looked at. */
    static final int ALL = 32;

    /** No landmark is beyond. */
    private static final long FARTHEST = 1 << 12;

    /** Budgets are told apart to one part in so many. */
    static final int FINEST = 1 << 13;

    private static final double ROOT = Math.sqrt(2);

    /** Problems times points in memory at once. */
    private static final int NUMBERS = 1 << 21;

    /** What is paid grows without end when it grows by more than this share when the budget doubles at last. */
    private static final double GROWTH = 1e-9;

    private final Experiment experiment;
    private final DrawnWorld drawn;
    private final List<Bin> bins;
    private final CostMaker costs;
    private final ExactRun solving;
    private final Utility utility;
    /** The budget that pays for one candidate. */
    private final long unit;
    /** Calls that run at once; with one more latency jumps. */
    private final long[] waves;

    private final List<NavigableMap<Long, Point>> curves = new ArrayList<>();

    private final Mesh mesh;
    private final Wish wish;

    /** At one budget: the mean utility, its error by arithmetic, and the mean of what is paid. */
    record Point(double utility, double error, double paid) {}

    /**
     * Which budgets are looked at.
     *
     * @param all every one to so many candidates
     * @param dense to so many candidates the grid beyond has a ratio of √2, and then of 2
     * @param octaves of the grid that are looked at before it is asked whether more are needed
     * @param finest budgets below this are told apart one by one
     * @param fineness those from there on to one part in so many
     * @param parts into which a gap is divided
     */
    record Mesh(int all, long dense, int octaves, int finest, int fineness, int parts) {

        private static final Mesh UTILITY = new Mesh(ALL, Route.Exact.MOST_CANDIDATES, 4, FINEST, FINEST, 4);
    }

    /** Which gaps of a curve are to be divided beside those around its best point. */
    @FunctionalInterface
    interface Wish {

        /**
         * Names gaps by their ends.
         *
         * @param curve the points looked at so far, by budget in candidates of the shortest solution
         * @param limit of the curve; negative infinity when it has none
         * @param gaps receives the end of each and what is before it
         */
        void name(NavigableMap<Long, Point> curve, double limit, BiConsumer<Long, Long> gaps);
    }

    BudgetSearch(
            Experiment experiment,
            DrawnWorld drawn,
            List<Bin> bins,
            CostMaker costs,
            ExactRun solving,
            Utility utility) {
        this(experiment, drawn, bins, costs, solving, utility, Mesh.UTILITY, (curve, limit, gaps) -> {});
    }

    BudgetSearch(
            Experiment experiment,
            DrawnWorld drawn,
            List<Bin> bins,
            CostMaker costs,
            ExactRun solving,
            Utility utility,
            Mesh mesh,
            Wish wish) {
        this.mesh = mesh;
        this.wish = wish;
        this.experiment = experiment;
        this.drawn = drawn;
        this.bins = bins;
        this.costs = costs;
        this.solving = solving;
        this.utility = utility;
        unit = experiment.budgets().resource() == Resource.STEPS
                ? IntStream.range(0, drawn.size()).map(drawn::steps).min().orElseThrow()
                : 1;
        bins.forEach(bin -> curves.add(new TreeMap<>()));
        Costs prices = experiment.world().costs();
        waves = utility.prices().getOrDefault(Resource.LATENCY, 0.0) > 0
                ? new long[] {
                    prices.policy().latency().concurrency(),
                    prices.verifier().latency().concurrency()
                }
                : new long[0];
    }

    /**
     * Some amounts, and behind them the powers of 4 below the largest: where these and the limit are right, so is what a search
     * meets between them.
     */
    static long[] withLandmarks(long[] amounts, long largest) {
        return LongStream.concat(
                        Arrays.stream(amounts),
                        LongStream.iterate(1, amount -> amount < Math.min(largest, FARTHEST), amount -> 4 * amount))
                .toArray();
    }

    /**
     * The best budgets, by bin.
     *
     * @param limits by problem
     */
    List<Overall> run(LimitOutcome[] limits) {
        long last = last();
        boolean complete = grid(last, limits);
        for (long[] more = refinement(last, limits); more.length > 0; more = refinement(last, limits)) {
            look(more);
        }
        List<Overall> best = new ArrayList<>();
        for (int i = 0; i < bins.size(); i++) {
            boolean endless = complete && last == Route.Exact.MOST_CANDIDATES;
            best.add(best(bins.get(i), curves.get(i), endless, limits));
        }
        return best;
    }

    /** The points looked at, by bin. */
    List<NavigableMap<Long, Point>> curves() {
        return curves;
    }

    /** The budget that pays for one candidate. */
    long unit() {
        return unit;
    }

    /** The multiple of the unit beyond which nothing changes, or beyond which nothing is known. */
    private long last() {
        long[] last = new long[drawn.size()];
        solving.each((problem, solver) -> last[problem] = solver.last());
        double most = 1;
        for (int problem = 0; problem < last.length; problem++) {
            double each = experiment.budgets().resource() == Resource.STEPS
                    ? Math.ceil((double) last[problem] * drawn.steps(problem) / unit)
                    : last[problem];
            most = Math.max(most, each);
        }
        return (long) Math.min(most, Route.Exact.MOST_CANDIDATES);
    }

    /** Looks at the grid; whether it was left because its end is known, rather than because more is paid in vain. */
    private boolean grid(long last, LimitOutcome[] limits) {
        look(range(1, Math.min(mesh.all(), last)));
        for (long from = mesh.all(); from < last; from <<= mesh.octaves()) {
            if (pointless()) {
                return false;
            }
            if (arrived(limits)) {
                return true;
            }
            TreeSet<Long> points = new TreeSet<>();
            for (int octave = 0; octave < mesh.octaves(); octave++) {
                if (from << octave < mesh.dense()) {
                    points.add(Math.min(last, (long) ((from << octave) * ROOT)));
                }
                points.add(Math.min(last, from << (octave + 1)));
            }
            look(points.stream().mapToLong(Long::longValue).toArray());
        }
        return true;
    }

    /** Whether more is paid already, in every bin, than the best outcome would gain over the best point. */
    private boolean pointless() {
        double most = Math.max(utility.correct(), utility.abstained());
        return curves.stream().allMatch(curve -> {
            double best = peak(curve).getValue().utility();
            return most - curve.lastEntry().getValue().paid() < best;
        });
    }

    /** Whether the last two points of every curve cannot be told from its limit. */
    private boolean arrived(LimitOutcome[] limits) {
        for (int i = 0; i < bins.size(); i++) {
            NavigableMap<Long, Point> curve = curves.get(i);
            double limit = limit(bins.get(i), curve, limits);
            Point last = curve.lastEntry().getValue();
            Point before = curve.lowerEntry(curve.lastKey()).getValue();
            if (!(Math.abs(last.utility() - limit) <= last.error()
                    && Math.abs(before.utility() - limit) <= before.error())) {
                return false;
            }
        }
        return true;
    }

    /** The points that divide the gaps around the best points; none when all are fine enough. */
    private long[] refinement(long last, LimitOutcome[] limits) {
        TreeSet<Long> points = new TreeSet<>();
        for (int i = 0; i < bins.size(); i++) {
            NavigableMap<Long, Point> curve = curves.get(i);
            wish.name(curve, limit(bins.get(i), curve, limits), (from, to) -> divide(from, to, to, 1, points));
            Map.Entry<Long, Point> best = peak(curve);
            Map.Entry<Long, Point> before = curve.lowerEntry(best.getKey());
            Map.Entry<Long, Point> after = curve.higherEntry(best.getKey());
            long from = (before == null ? best : before).getKey();
            long to = (after == null ? best : after).getKey();
            boolean flat = indistinct(best, before) && indistinct(best, after);
            if (!flat) {
                divide(from, to, best.getKey(), 2, points);
            }
            for (long wave : waves) {
                points.add(Math.max(1, best.getKey() / wave * wave));
                points.add(Math.min(last, (best.getKey() / wave + 1) * wave));
            }
        }
        curves.forEach(curve -> points.removeAll(curve.keySet()));
        return points.stream().mapToLong(Long::longValue).toArray();
    }

    /** Adds the points that divide a gap around a budget, if it is wider than need be. */
    private void divide(long from, long to, long around, int least, Set<Long> points) {
        if (to - from > Math.max(least, around < mesh.finest() ? 0 : around / mesh.fineness())) {
            for (int part = 1; part < mesh.parts(); part++) {
                points.add(from + (long) ((double) (to - from) * part / mesh.parts()));
            }
        }
    }

    private static boolean indistinct(Map.Entry<Long, Point> best, Map.@Nullable Entry<Long, Point> neighbour) {
        return neighbour == null
                || best.getValue().utility() - neighbour.getValue().utility()
                        <= best.getValue().error() + neighbour.getValue().error();
    }

    static Map.Entry<Long, Point> peak(NavigableMap<Long, Point> curve) {
        Map.Entry<Long, Point> best = curve.firstEntry();
        for (Map.Entry<Long, Point> point : curve.entrySet()) {
            if (point.getValue().utility() > best.getValue().utility()) {
                best = point;
            }
        }
        return best;
    }

    private Overall best(Bin bin, NavigableMap<Long, Point> curve, boolean endless, LimitOutcome[] limits) {
        Map.Entry<Long, Point> peak = peak(curve);
        double least = peak.getValue().utility() - peak.getValue().error();
        Map.Entry<Long, Point> first = curve.entrySet().stream()
                .filter(point -> point.getValue().utility() + point.getValue().error() >= least)
                .findFirst()
                .orElseThrow();
        if (endless && first.getKey() > 1) {
            double limit = limit(bin, curve, limits);
            if (limit >= least) {
                return new Overall(Double.POSITIVE_INFINITY, limit);
            }
            if (first.getKey() == Route.Exact.MOST_CANDIDATES) {
                return new Overall(Double.POSITIVE_INFINITY, first.getValue().utility());
            }
        }
        return new Overall((double) first.getKey() * unit, first.getValue().utility());
    }

    /** The limit of the utility; negative infinity when what is paid has none. */
    private double limit(Bin bin, NavigableMap<Long, Point> curve, LimitOutcome[] limits) {
        Point last = curve.lastEntry().getValue();
        Map.Entry<Long, Point> half = curve.floorEntry(curve.lastKey() / 2);
        if (half == null || last.paid() > half.getValue().paid() * (1 + GROWTH)) {
            return Double.NEGATIVE_INFINITY;
        }
        double right = 0;
        double abstained = 0;
        int[] problems = bin.problems();
        for (int i = 0; i < problems.length; i++) {
            right += bin.weight(i) * limits[problems[i]].accuracy();
            abstained += bin.weight(i) * limits[problems[i]].abstained();
        }
        return utility.mean(right / bin.total(), abstained / bin.total(), last.paid());
    }

    /** Adds points to the curves of all bins, so many at once that their numbers fit. */
    private void look(long[] candidates) {
        int atOnce = Math.max(1, NUMBERS / drawn.size());
        for (int from = 0; from < candidates.length; from += atOnce) {
            lookAtOnce(Arrays.copyOfRange(candidates, from, Math.min(candidates.length, from + atOnce)));
        }
    }

    private void lookAtOnce(long[] candidates) {
        int points = candidates.length;
        double[] right = new double[drawn.size() * points];
        double[] abstained = new double[right.length];
        double[] error = new double[right.length];
        double[] paid = new double[right.length];
        solving.each((problem, solver) -> {
            for (int k = 0; k < points; k++) {
                ExpectedOutcome outcome = solving.at(solver, problem, candidates[k] * unit);
                int at = problem * points + k;
                right[at] = outcome.accuracy();
                abstained[at] = outcome.abstained();
                error[at] = outcome.error();
                paid[at] = utility.paid(costs.of(outcome.spending(), 1));
            }
        });
        for (int i = 0; i < bins.size(); i++) {
            Bin bin = bins.get(i);
            for (int k = 0; k < points; k++) {
                curves.get(i)
                        .put(
                                candidates[k],
                                point(
                                        mean(right, bin, points, k),
                                        mean(abstained, bin, points, k),
                                        mean(error, bin, points, k),
                                        mean(paid, bin, points, k)));
            }
        }
    }

    private Point point(double right, double abstained, double error, double paid) {
        return new Point(utility.mean(right, abstained, paid), ExpectedUtility.exactError(utility, paid, error), paid);
    }

    private static double mean(double[] values, Bin bin, int points, int k) {
        int[] problems = bin.problems();
        double sum = 0;
        for (int i = 0; i < problems.length; i++) {
            sum += bin.weight(i) * values[problems[i] * points + k];
        }
        return sum / bin.total();
    }

    private static long[] range(long from, long to) {
        long[] range = new long[(int) (to - from + 1)];
        Arrays.setAll(range, i -> from + i);
        return range;
    }
}
