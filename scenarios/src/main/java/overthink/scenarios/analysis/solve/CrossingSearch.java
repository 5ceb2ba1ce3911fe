package overthink.scenarios.analysis.solve;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import overthink.core.estimate.FamilyWise;

/**
 * Finds where a curve changes its sign within a range.
 *
 * <p>The range is looked at in even steps. Where the curve comes nearer to 0 between two steps than at them, it is looked at
 * more closely, as long as what it gained in the last halving, doubled, could bring it to 0: two crossings between two steps are
 * found by the dip between them. Places of different signs are brought together: by the method of Oliveira and Takahashi (ACM
 * Transactions on Mathematical Software 47, 2020) to a ten-millionth of the range where the curve is exact; where it is made of
 * trials by interpolation of the one curve that the seed gives at every place, the sample average (Chen and Schmeiser,
 * IIE Transactions 33, 2001).
 *
 * <p>A sign of trials counts where it is beyond chance: the value is further from 0 than {@code errors} standard errors, by
 * Bonferroni's bound for {@value #MOST_SEEN} places that are looked at, so that the chance of one wrong sign among all of them is
 * at most {@value #ALARM}. A change of sign between two such places is a crossing; whatever lies between is noise.
 */
public final class CrossingSearch {

    /** The chance that chance alone gives any sign that counts. */
    public static final double ALARM = 0.05;

    /** The most places that are looked at where trials are needed. */
    public static final int MOST_SEEN = 200;

    /** The steps through the range where the curve is exact. */
    public static final int EXACT_STEPS = 32;

    /** The steps through the range where it takes trials. */
    public static final int TRIAL_STEPS = 16;

    private static final int MOST_EXACT = 2_000;

    /** How often a dip is looked at more closely. */
    private static final int EXACT_HALVINGS = 14;

    private static final int TRIAL_HALVINGS = 3;

    /** Neighbours that differ by less are level. */
    private static final double FLAT = 1e-12;

    private final Looked looked;
    private final boolean exact;
    private final double errors;

    private CrossingSearch(Looked looked) {
        this.looked = looked;
        exact = looked.exact();
        errors = exact ? 0 : FamilyWise.bound(ALARM, MOST_SEEN);
    }

    /** Searches a range in as many steps as is usual. */
    public static Solution search(Curve curve, SearchRange range) {
        return search(curve, range, 0, places -> {});
    }

    /**
     * Searches a range.
     *
     * @param steps through the range; 0 for {@value #EXACT_STEPS} where the curve is exact, {@value #TRIAL_STEPS} where it is not
     * @param progress hears how many places have been looked at, before more are
     */
    public static Solution search(Curve curve, SearchRange range, int steps, IntConsumer progress) {
        Looked looked = new Looked(curve, range, progress);
        looked.lookAt(List.of(range.least(), range.place(0.5), range.most()));
        int all = steps > 0 ? steps : looked.exact() ? EXACT_STEPS : TRIAL_STEPS;
        looked.lookAt(places(range, all));
        CrossingSearch search = new CrossingSearch(looked);
        search.dips();
        List<Crossing> crossings = search.exact && looked.exact()
                ? new ExactCrossings(looked).find()
                : new TrialCrossings(looked, search.errors).find();
        return new Solution(range, looked.all(), crossings, search.spans(crossings), looked.exact(), search.errors);
    }

    /** The places at even steps through a range; through shares also some near the ends, where they are most unlike. */
    public static List<Double> places(SearchRange range, int steps) {
        List<Double> places = new ArrayList<>();
        for (int i = 0; i <= steps; i++) {
            places.add(range.place((double) i / steps));
        }
        if (!range.whole() && !range.logarithmic()) {
            for (double near : new double[] {0.001, 0.01}) {
                places.add(range.place(near));
                places.add(range.place(1 - near));
            }
        }
        return places.stream().distinct().sorted().toList();
    }

    /** Looks more closely where neighbours of one sign have a place between them that is nearer to 0. */
    private void dips() {
        List<LookedPoint> seen = looked.all();
        for (int i = 0; i < seen.size(); i++) {
            LookedPoint before = seen.get(Math.max(0, i - 1));
            LookedPoint here = seen.get(i);
            LookedPoint after = seen.get(Math.min(seen.size() - 1, i + 1));
            int sign = here.sign(0);
            boolean alike = sign != 0 && before.sign(0) == sign && after.sign(0) == sign;
            double left = sign * (before.value() - here.value());
            double right = sign * (after.value() - here.value());
            if (alike && left >= 0 && right >= 0 && Math.max(left, right) > FLAT) {
                dip(before, here, after, sign, exact ? Double.POSITIVE_INFINITY : Math.max(left, right));
            }
        }
    }

    private void dip(LookedPoint before, LookedPoint lowest, LookedPoint after, int sign, double drop) {
        LookedPoint lower = before;
        LookedPoint here = lowest;
        LookedPoint upper = after;
        double gained = drop;
        for (int halving = 0; halving < (exact ? EXACT_HALVINGS : TRIAL_HALVINGS); halving++) {
            double wanted = exact ? 0 : -errors * here.stdError();
            if (sign * here.value() - 2 * gained > wanted || here.sign(errors) == -sign || crowded()) {
                return;
            }
            double last = sign * here.value();
            List<Double> halves = new ArrayList<>();
            Consumer<OptionalDouble> add = place -> place.ifPresent(halves::add);
            add.accept(lower.at() < here.at() ? looked.between(lower, here, 0.5) : OptionalDouble.empty());
            add.accept(here.at() < upper.at() ? looked.between(here, upper, 0.5) : OptionalDouble.empty());
            if (halves.isEmpty()) {
                return;
            }
            looked.lookAt(halves);
            List<LookedPoint> around = looked.between(lower.at(), upper.at());
            int best = 0;
            for (int i = 1; i < around.size(); i++) {
                best = sign * around.get(i).value() < sign * around.get(best).value() ? i : best;
            }
            here = around.get(best);
            lower = around.get(Math.max(0, best - 1));
            upper = around.get(Math.min(around.size() - 1, best + 1));
            double more = last - sign * here.value();
            gained = exact && halving == 0 ? Math.max(more, last / 2) : more;
        }
    }

    private boolean crowded() {
        return looked.size() >= (exact ? MOST_EXACT : MOST_SEEN);
    }

    /** The signs between the crossings; where no sign counts between two that agree, or at an end, 0. */
    private List<Span> spans(List<Crossing> crossings) {
        List<Span> spans = new ArrayList<>();
        double from = looked.range().least();
        for (Crossing crossing : crossings) {
            add(spans, from, crossing.below());
            from = crossing.above();
        }
        add(spans, from, looked.range().most());
        return spans;
    }

    private void add(List<Span> spans, double from, double to) {
        if (from > to) {
            return;
        }
        double start = from;
        int sign = 2;
        double last = from;
        for (LookedPoint point : looked.between(from, to)) {
            int next = point.sign(errors);
            if (sign != 2 && next != sign) {
                spans.add(new Span(start, last, sign));
                start = point.at();
            }
            sign = next;
            last = point.at();
        }
        if (sign != 2) {
            spans.add(new Span(start, to, sign));
        }
    }
}
