package overthink.scenarios.results.table;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import overthink.core.estimate.Estimate;
import overthink.core.estimate.PairedTest;
import overthink.core.estimate.Row;
import overthink.core.estimate.Turn;
import overthink.core.estimate.TurningPoint;
import overthink.scenarios.text.Amount;
import overthink.scenarios.text.Figure;

/**
 * The numbers of one turning point as people read them: of all budgets where they are known, else of those listed, with no digit
 * that is not known.
 *
 * @param point the turning point
 * @param rows those of its curve, by budget
 * @param infinity the sign of a budget without end
 * @param error over what errors are that decide about digits
 */
record TurnText(TurningPoint point, Map<Double, Row> rows, String infinity, ErrorScope error) {

    /** From here on two digits are a power of ten's. */
    private static final double LARGE = 1e6;

    /** Less than this is not seen in two digits of a percentage. */
    private static final double UNSEEN = 0.005;

    private static final MathContext TWO_DIGITS = new MathContext(2, RoundingMode.HALF_EVEN);

    /** Where it turns. */
    Turn turn() {
        return point.turn();
    }

    /** Whether all budgets are known. */
    boolean ofAll() {
        return point.overall().isPresent();
    }

    /** The best budget; with a word when it is the edge of the list. */
    Cell best() {
        return new Cell(budget(turn().budget()), "", !ofAll() && point.edge() ? " edge" : "", false);
    }

    /** The best accuracy in percent. */
    String accuracy() {
        return accuracy(turn().budget(), turn().accuracy());
    }

    /** From where on the curve is level, and to where if it does not stay so. */
    String level() {
        OptionalDouble until = turn().until();
        String from = budget(turn().level());
        return until.isEmpty()
                ? from + " on"
                : until.getAsDouble() == turn().level() ? from : from + " to " + budget(until.getAsDouble());
    }

    /** The best budget and what it counts, as "1 generation". */
    String best(String unit) {
        String best = best().whole();
        return best.equals("1") ? Amount.budget(1, unit) : best + " " + unit;
    }

    /** The accuracy under the largest budget in percent. */
    String endAccuracy() {
        return accuracy(turn().end(), turn().endAccuracy());
    }

    /** The largest budget. */
    String end() {
        return budget(turn().end());
    }

    /** Whether the curve is seen to fall on these problems, by more than the last digit shown. */
    boolean falls() {
        return turn().drop().seen() && 100 * turn().drop().paired().difference() >= UNSEEN;
    }

    /**
     * Whether it turns down for people who choose a budget: it is seen to fall over the population, too, from a budget that was
     * looked at, and loses more of its gain than what is level.
     */
    boolean turnsDown() {
        Turn turn = turn();
        double level =
                turn.gain().seen() ? (1 - Turn.SHARE) * turn.gain().paired().difference() : 0;
        return falls()
                && turn.drop().seenOverPopulation()
                && turn.drop().paired().difference() > level
                && !(ofAll() && turn.budget() >= TurningPoint.FARTHEST);
    }

    /** By how much it falls, with the 95 % half-width over the population. */
    Cell drop() {
        PairedTest drop = turn().drop();
        double halfWidth = 100 * Estimate.Z95 * drop.paired().populationStdError();
        double percent = 100 * drop.paired().difference();
        if (!(halfWidth >= UNSEEN)) {
            return Cell.number(Figure.exact(percent).value(), "", false);
        }
        Figure figure = Figure.of(percent, halfWidth);
        return Cell.number(figure.value(), " ±" + figure.error(), false);
    }

    /** From where on the limit is nearly reached; empty when that is not known, or the curve has nowhere to go. */
    String arrival() {
        OptionalDouble arrival = point.arrival();
        if (arrival.isEmpty() || !(turn().gain().seen() || falls())) {
            return "";
        }
        return Double.isFinite(arrival.getAsDouble())
                ? "from %s on".formatted(budget(arrival.getAsDouble()))
                : "not even at 1e12";
    }

    private String accuracy(double budget, double accuracy) {
        Row row = ofAll() ? null : rows.get(budget);
        if (row == null) {
            return error.digits(accuracy, Grid.largest(rows));
        }
        Cell cell = error.accuracy(row, false);
        return cell.whole() + cell.fraction();
    }

    private String budget(double budget) {
        if (Double.isInfinite(budget)) {
            return infinity;
        }
        if (ofAll() && budget >= TurningPoint.FARTHEST) {
            return ">1e12";
        }
        return ofAll() && budget >= TurningPoint.FINEST ? "~" + rounded(budget) : Amount.budget(budget);
    }

    /** To two digits, as one part in {@link TurningPoint#FINENESS} supports. */
    private static String rounded(double budget) {
        return budget < LARGE
                ? Amount.mean(new BigDecimal(budget).round(TWO_DIGITS).doubleValue())
                : String.format(Locale.ROOT, "%.1e", budget).replaceFirst("e\\+0?", "e");
    }
}
