package overthink.scenarios.results.solution;

import overthink.core.estimate.Estimate;
import overthink.scenarios.analysis.question.Answer;
import overthink.scenarios.analysis.solve.GapPoint;
import overthink.scenarios.analysis.solve.LookedPoint;
import overthink.scenarios.analysis.solve.Solution;
import overthink.scenarios.analysis.solve.Sought;
import overthink.scenarios.results.table.Cell;
import overthink.scenarios.text.Amount;
import overthink.scenarios.text.Figure;
import overthink.scenarios.text.Plain;

/** The values of a solution as people read them: shares in percent, digits as the error allows. */
final class SolutionValues {

    /** At a crossing a difference of this share of the greatest one is none, and everywhere such an error of the sides. */
    private static final double NOTHING = 1e-6;

    private final Sought sought;
    private final Solution solution;
    private final boolean shares;

    SolutionValues(SolutionDocument document) {
        sought = document.sought();
        solution = document.solution();
        shares = sought.comparison().figures().stream()
                .allMatch(figure -> figure.measure().quantity().share());
    }

    /** A value with the error of trials. */
    String value(Answer answer, boolean signed) {
        double times = shares ? 100 : 1;
        double error = Estimate.Z95 * times * answer.stdError();
        String text = error > 0
                ? Figure.of(times * answer.value(), error, 12).value() + " ±"
                        + Figure.of(times * answer.value(), error, 12).error()
                : shares ? Figure.exact(times * answer.value(), 0, 2).value() : Plain.of(answer.value());
        return (signed && answer.value() > 0 ? "+" : "") + text + (shares ? " %" : "");
    }

    /** A difference without an error. */
    String gap(double gap) {
        return shares ? Plain.of(Math.round(1e4 * gap) / 1e2) + " %" : Plain.of(gap);
    }

    /** Cells of the table: the left side, its error that of trials alone. */
    Cell left(LookedPoint point) {
        GapPoint sides = sides(point);
        return side(sides.left(), isNothing(point) && !isSeen(sides.left(), sides.gap()));
    }

    /** The right side likewise. */
    Cell right(LookedPoint point) {
        GapPoint sides = sides(point);
        return side(sides.right(), isNothing(point) && !isSeen(sides.right(), sides.gap()));
    }

    private Cell side(Answer answer, boolean nothing) {
        double times = shares ? 100 : 1;
        double error = Estimate.Z95 * times * answer.stdError();
        return error > 0
                ? Cell.number(Figure.of(times * answer.value(), error, 12).value(), shares ? " %" : "", false)
                : shares
                        ? Cell.number(Figure.exact(times * answer.value(), 0, 2).value(), " %", false)
                        : Cell.number(Plain.of(nothing ? 0 : answer.value()), "", false);
    }

    /** The difference with its error over the population, or of trials where that is not known. */
    Cell difference(LookedPoint point) {
        Answer answer = sides(point).gap();
        double times = shares ? 100 : 1;
        if (!hasError(point)) {
            return isNothing(point) ? Cell.number("0", "", false) : side(answer, false);
        }
        Figure figure = Figure.of(times * answer.value(), Estimate.Z95 * times * error(answer), 12);
        String sign = answer.value() > 0 && !figure.value().matches("[0.]*") ? "+" : "";
        return Cell.number(sign + figure.value(), " ±" + figure.error(), false);
    }

    /** What ± in the table is; empty without any. */
    String errors() {
        boolean population = solution.points().stream()
                .anyMatch(point -> Double.isFinite(point.populationStdError()) && hasError(point));
        boolean trials = solution.points().stream().anyMatch(point -> point.stdError() > 0);
        return population
                ? "± is the 95 %% half-width of the difference over the population of problems, of which these are %s, paired by problem."
                        .formatted(Amount.whole(problems()))
                : trials ? "± is the 95 % half-width of the difference over these problems, paired." : "";
    }

    /** Over the population, or of trials where that is not known. */
    private static double error(Answer answer) {
        return Double.isFinite(answer.populationStdError()) ? answer.populationStdError() : answer.stdError();
    }

    /** Whether the difference has an error that is more than arithmetic's. */
    private boolean hasError(LookedPoint point) {
        return error(sides(point).gap()) > NOTHING * greater(sides(point));
    }

    /** Whether the difference is one of arithmetic, or what is left of it at a place where it goes through 0. */
    private boolean isNothing(LookedPoint point) {
        double gap = Math.abs(point.value());
        return gap <= NOTHING * NOTHING * greater(sides(point)) || (isCrossing(point) && gap < NOTHING * greatest());
    }

    private boolean isCrossing(LookedPoint point) {
        return !solution.range().whole()
                && solution.crossings().stream()
                        .anyMatch(crossing -> crossing.below() == point.at() || crossing.above() == point.at());
    }

    /** Whether a side is more than what is left of a difference that is nothing. */
    private static boolean isSeen(Answer side, Answer gap) {
        return Math.abs(side.value()) > 2 * Math.abs(gap.value());
    }

    private GapPoint sides(LookedPoint point) {
        return sought.curve().sides(point.at());
    }

    private static double greater(GapPoint sides) {
        return Math.max(Math.abs(sides.left().value()), Math.abs(sides.right().value()));
    }

    /** The difference that is furthest from 0. */
    private double greatest() {
        return Math.max(solution.most().value(), -solution.least().value());
    }

    /** How many problems the rows are of. */
    int problems() {
        return sought.curve().sides(solution.points().get(0).at()).problems();
    }
}
