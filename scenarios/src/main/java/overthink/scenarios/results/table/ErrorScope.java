package overthink.scenarios.results.table;

import java.util.List;
import java.util.Locale;
import overthink.core.estimate.Estimate;
import overthink.core.estimate.ExpectedUtility;
import overthink.core.estimate.Mean;
import overthink.core.estimate.Method;
import overthink.core.estimate.PairedDifference;
import overthink.core.estimate.Row;
import overthink.core.world.Gathering;
import overthink.scenarios.text.Figure;

/** Over what ± is an error. */
public enum ErrorScope {
    /** The population that the problems stand for. */
    POPULATION,
    /** These problems: only trials are random. */
    PROBLEMS;

    /** An error that is smaller beside the number is its rounding. */
    private static final double ROUNDING = 1e-13;

    /** More digits of a percentage than this help nobody. */
    private static final double FINEST_SHARE = 0.01;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** This scope, or that of these problems where nothing is known of a population, as of a single problem. */
    ErrorScope known(List<Row> rows) {
        return rows.stream().allMatch(row -> Double.isNaN(overPopulation(row))) ? PROBLEMS : this;
    }

    /** The standard error over the population of what a row is judged by: its accuracy, or its quality where none is right or wrong. */
    private static double overPopulation(Row row) {
        return row.rightOrWrong()
                ? row.populationStdError()
                : row.perTrial().wholeQuality().populationStdError();
    }

    /** A mean in its own unit, with the digits that its error supports. */
    Cell mean(Mean mean) {
        double half = Estimate.Z95 * (this == POPULATION ? mean.populationStdError() : mean.stdError());
        return cell(mean.value(), half, 0, false);
    }

    /** A difference in its own unit. */
    Cell plain(PairedDifference difference) {
        return cell(difference.difference(), halfWidth(difference), 0, false);
    }

    /** The half-width of the 95 % interval of a row's accuracy; 0 when it is known, {@code NaN} when that is not. */
    double halfWidth(Row row) {
        if (this == POPULATION) {
            return Estimate.Z95 * row.populationStdError();
        }
        return row.method() == Method.EXACT ? 0 : Math.max(row.upper() - row.accuracy(), row.accuracy() - row.lower());
    }

    /** The half-width of the 95 % interval of a row's utility, likewise. */
    double halfWidth(ExpectedUtility utility) {
        return Estimate.Z95 * (this == POPULATION ? utility.populationStdError() : utility.stdError());
    }

    /** The half-width of the 95 % interval of a difference, likewise. */
    double halfWidth(PairedDifference difference) {
        return Estimate.Z95 * (this == POPULATION ? difference.populationStdError() : difference.stdError());
    }

    /** A row's accuracy in percent with the digits that its error supports, and with the error where there is one. */
    Cell accuracy(Row row, boolean best) {
        return cell(100 * row.accuracy(), 100 * halfWidth(row), 100 * row.tolerance(), best);
    }

    /** A difference of accuracies in percent. */
    Cell difference(PairedDifference difference) {
        return cell(100 * difference.difference(), 100 * halfWidth(difference), 0, false);
    }

    /** A number known of a strategy, such as its limit, in percent with the digits that the error of one of its rows supports. */
    String digits(double share, Row like) {
        double error = 100 * halfWidth(like);
        return (error > ROUNDING * 100 * Math.max(share, like.accuracy())
                        ? figure(100 * share, error)
                        : Figure.exact(100 * share))
                .value();
    }

    /** Errors over a population are large and hard to make smaller: their digits count. */
    Figure figure(double value, double error) {
        return this == POPULATION ? Figure.finer(value, error) : Figure.of(value, error);
    }

    /** @param tolerance what arithmetic may have done, which limits the digits of a number that has no other error */
    private Cell cell(double percent, double error, double tolerance, boolean best) {
        if (error > ROUNDING * Math.abs(percent)) {
            Figure figure = figure(percent, error);
            return Cell.number(figure.value(), " ±" + figure.error(), best);
        }
        return Cell.number(Figure.exact(percent, tolerance).value(), Double.isNaN(error) ? " ±?" : "", best);
    }

    /**
     * A share of trials in percent. Trials divided equally among problems vary at most as much as those of one mean, and shares
     * of problems that were drawn at most as much as if each had it or not; what problems that were spread leave open is taken
     * to be what they leave open of the accuracy.
     */
    Cell share(Row row, double share) {
        double most = row.method() == Method.EXACT
                ? 0
                : deviation(share, row.trials()) + Estimate.Z95 * Estimate.Z95 / (2.0 * row.trials());
        if (this == POPULATION) {
            most = Math.max(
                    most, row.gathering() == Gathering.DRAWN ? deviation(share, row.problems()) : halfWidth(row));
        }
        return most > 0
                ? Cell.number(
                        figure(100 * share, Math.max(100 * most, FINEST_SHARE)).value(), "", false)
                : Cell.number(Figure.exact(100 * share).value(), "", false);
    }

    private static double deviation(double share, double n) {
        return Estimate.Z95 * Math.sqrt(Math.max(0, share * (1 - share)) / n);
    }
}
