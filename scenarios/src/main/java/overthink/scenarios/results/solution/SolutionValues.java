package overthink.scenarios.results.solution;

import overthink.core.estimate.Estimate;
import overthink.scenarios.analysis.question.Answer;
import overthink.scenarios.analysis.solve.Solution;
import overthink.scenarios.analysis.solve.Sought;
import overthink.scenarios.results.table.Cell;
import overthink.scenarios.text.Amount;
import overthink.scenarios.text.Figure;
import overthink.scenarios.text.Plain;

/** The values of a solution as people read them: shares in percent, digits as the error allows. */
final class SolutionValues {

    /** A difference of this share of the greatest one is none. */
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

    /** Cells of the table: one side, its error that of trials alone. */
    Cell side(Answer answer) {
        double times = shares ? 100 : 1;
        double error = Estimate.Z95 * times * answer.stdError();
        return error > 0
                ? Cell.number(Figure.of(times * answer.value(), error, 12).value(), shares ? " %" : "", false)
                : shares
                        ? Cell.number(Figure.exact(times * answer.value(), 0, 2).value(), " %", false)
                        : Cell.number(Plain.of(isNothing(answer) ? 0 : answer.value()), "", false);
    }

    /** The difference with its error over the population, or of trials where that is not known. */
    Cell difference(Answer answer) {
        double times = shares ? 100 : 1;
        double known = Double.isFinite(answer.populationStdError()) ? answer.populationStdError() : answer.stdError();
        double error = Estimate.Z95 * times * known;
        double greatest = greatest();
        if (!(error > NOTHING * times * greatest)) {
            return isNothing(answer) ? Cell.number("0", "", false) : side(answer);
        }
        Figure figure = Figure.of(times * answer.value(), error, 12);
        String sign = answer.value() > 0 && !figure.value().matches("[0.]*") ? "+" : "";
        return Cell.number(sign + figure.value(), " ±" + figure.error(), false);
    }

    /** What ± in the table is; empty without any. */
    String errors() {
        boolean population =
                solution.points().stream().anyMatch(point -> point.populationStdError() > NOTHING * greatest());
        boolean trials = solution.points().stream().anyMatch(point -> point.stdError() > 0);
        return population
                ? "± is the 95 %% half-width of the difference over the population of problems, of which these are %s, paired by problem."
                        .formatted(Amount.whole(problems()))
                : trials ? "± is the 95 % half-width of the difference over these problems, paired." : "";
    }

    private boolean isNothing(Answer answer) {
        return Math.abs(answer.value()) < NOTHING * greatest();
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
