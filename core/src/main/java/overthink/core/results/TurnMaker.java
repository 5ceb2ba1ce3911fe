package overthink.core.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import overthink.core.estimate.FamilyWise;
import overthink.core.estimate.PairedDifference;
import overthink.core.estimate.PairedTest;
import overthink.core.estimate.Quantity;
import overthink.core.estimate.Row;
import overthink.core.estimate.Turn;
import overthink.core.estimate.TurningPoint;

/**
 * Finds where curves turn.
 *
 * <p>Of the listed budgets the best is chosen by what the rows say, so comparing it with another is as good as comparing all
 * with that one: the tests are of all budgets of all strategies in a bin at once, which holds whatever was chosen.
 */
public final class TurnMaker {

    private final int budgets;
    private final double bound;

    /**
     * For curves of so many points.
     *
     * @param budgets of a curve
     * @param strategies whose curves are compared with their ends at once
     */
    public TurnMaker(int budgets, int strategies) {
        this.budgets = budgets;
        bound = FamilyWise.bound(PairedTest.ALARM, (long) strategies * Math.max(1, budgets - 1));
    }

    /**
     * What is known of one curve under all budgets.
     *
     * @param turn where it turns
     * @param arrival as {@link TurningPoint} has it
     */
    public record Searched(Turn turn, double arrival) {}

    /**
     * The turning points of one strategy, by bin; none where a single budget is all that is known.
     *
     * @param rows of the strategy, bin by bin, each from the smallest budget to the largest
     * @param searched by bin in the order of the rows, or none
     */
    public List<TurningPoint> of(List<RowMaker.Made> rows, List<Searched> searched) {
        List<TurningPoint> points = new ArrayList<>();
        for (int bin = 0; bin * budgets < rows.size(); bin++) {
            List<RowMaker.Made> curve = rows.subList(bin * budgets, (bin + 1) * budgets);
            if (budgets > 1 || !searched.isEmpty()) {
                points.add(point(curve, searched.isEmpty() ? Optional.empty() : Optional.of(searched.get(bin))));
            }
        }
        return points;
    }

    private TurningPoint point(List<RowMaker.Made> curve, Optional<Searched> searched) {
        Row any = curve.get(0).row();
        int best = best(curve);
        return new TurningPoint(
                any.strategy(),
                any.parameters(),
                any.resource(),
                any.bin(),
                any.method(),
                turn(curve, best),
                best > 0 && best == curve.size() - 1,
                searched.map(Searched::turn),
                searched.map(one -> OptionalDouble.of(one.arrival())).orElse(OptionalDouble.empty()));
    }

    /** The least budget whose accuracy none exceeds by more than arithmetic may have done. */
    private static int best(List<RowMaker.Made> curve) {
        double least = curve.stream()
                .map(RowMaker.Made::row)
                .mapToDouble(row -> row.accuracy() - row.tolerance())
                .max()
                .orElseThrow();
        int best = 0;
        while (curve.get(best).row().accuracy() + curve.get(best).row().tolerance() < least) {
            best++;
        }
        return best;
    }

    private Turn turn(List<RowMaker.Made> curve, int best) {
        int last = curve.size() - 1;
        PairedTest gain = test(curve.get(best), curve.get(0));
        int level = gain.seen() ? best : 0;
        int until = best;
        if (gain.seen()) {
            double least =
                    accuracy(curve, best) - (1 - Turn.SHARE) * gain.paired().difference();
            while (level > 0 && accuracy(curve, level - 1) >= least) {
                level--;
            }
            while (until < last && accuracy(curve, until + 1) >= least) {
                until++;
            }
        }
        return new Turn(
                budget(curve, best),
                accuracy(curve, best),
                budget(curve, level),
                gain.seen() && until < last ? OptionalDouble.of(budget(curve, until)) : OptionalDouble.empty(),
                gain,
                budget(curve, last),
                accuracy(curve, last),
                test(curve.get(best), curve.get(last)));
    }

    private PairedTest test(RowMaker.Made one, RowMaker.Made other) {
        return new PairedTest(
                PairedDifference.of(one.sample(), Quantity.ACCURACY, other.sample(), Quantity.ACCURACY, 1),
                one.row().tolerance() + other.row().tolerance(),
                bound);
    }

    private static double accuracy(List<RowMaker.Made> curve, int at) {
        return curve.get(at).row().accuracy();
    }

    private static double budget(List<RowMaker.Made> curve, int at) {
        return curve.get(at).row().budget();
    }
}
