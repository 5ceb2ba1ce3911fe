package overthink.benchmarks;

import overthink.core.estimate.Method;
import overthink.core.estimate.Row;

/**
 * How many trials a simulator needs for a standard error over fixed problems. With accuracies a<sub>i</sub> of P problems and
 * n trials on each, the error of their mean is √(v/(P·n)) with v = mean a<sub>i</sub>(1 − a<sub>i</sub>), the variance of one
 * trial within a problem; so n = v/(P·e²) for an error of e.
 *
 * @param within v
 * @param problems P
 */
record TrialsNeeded(double within, int problems) {

    /**
     * Of the problems of a row found exactly. With A the mean of the a<sub>i</sub> and V = Σ (a<sub>i</sub> − A)²/P, which is
     * (P − 1) times the square of the row's error over the population, v = A(1 − A) − V.
     *
     * @throws IllegalArgumentException when the row was found by trials, whose chance would count as difference between problems
     */
    static TrialsNeeded of(Row exact) {
        if (exact.method() != Method.EXACT) {
            throw new IllegalArgumentException("%s was %s, not exact"
                    .formatted(exact.strategy(), exact.method().label()));
        }
        int problems = exact.problems();
        double between = problems == 1 ? 0 : (problems - 1) * Math.pow(exact.populationStdError(), 2);
        return new TrialsNeeded(Math.max(0, exact.accuracy() * (1 - exact.accuracy()) - between), problems);
    }

    /** n: whole trials on each problem, at least 1, for an error of at most {@code error}. */
    double perProblem(double error) {
        return Math.max(1, Math.ceil(within / (problems * error * error)));
    }

    /** The error that {@code perProblem} trials on each problem leave. */
    double error(double perProblem) {
        return Math.sqrt(within / (problems * perProblem));
    }

    /** Seconds until the error is at most {@code error}, at so many seconds per trial. */
    double seconds(double error, double perTrial) {
        return perProblem(error) * problems * perTrial;
    }
}
