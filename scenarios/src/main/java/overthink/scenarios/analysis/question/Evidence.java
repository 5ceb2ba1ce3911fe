package overthink.scenarios.analysis.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import overthink.core.estimate.Limit;
import overthink.core.estimate.PairedDifference;
import overthink.core.estimate.Row;
import overthink.core.estimate.Sample;
import overthink.core.results.Results;
import overthink.scenarios.expectation.Measure;

/**
 * What questions are answered from.
 *
 * @param rows of a run
 * @param samples what each row is made of, in the same order
 * @param limits where curves end
 */
public record Evidence(List<Row> rows, List<Sample> samples, List<Limit> limits) {

    /** Copies the lists. */
    public Evidence {
        rows = List.copyOf(rows);
        samples = List.copyOf(samples);
        limits = List.copyOf(limits);
    }

    /** What a run gave. */
    public static Evidence of(Results results) {
        return new Evidence(results.rows(), results.samples(), results.limits());
    }

    /** What a figure is; empty when there is no such row: its strategy was stopped, or no problem is in its bin. */
    public Optional<Answer> answer(AskedFigure figure) {
        return answer(new Side(List.of(new Side.Term(1, figure)), 0));
    }

    /**
     * What a sum is; empty when one of its rows is missing. Its variance is the sum of c<sub>i</sub>c<sub>j</sub>C<sub>ij</sub>
     * over its terms, the covariance C<sub>ij</sub> of two rows half of what the variance of their difference lacks to the sum
     * of both; for two terms this is {@link PairedDifference}.
     */
    public Optional<Answer> answer(Side side) {
        List<Part> parts = new ArrayList<>();
        for (Side.Term term : side.terms()) {
            Optional<Part> part = part(term);
            if (part.isEmpty()) {
                return Optional.empty();
            }
            parts.add(part.get());
        }
        double value = side.constant();
        double tolerance = 0;
        for (Part part : parts) {
            value += part.value;
            tolerance += part.tolerance;
        }
        double[] errors = errors(parts);
        return Optional.of(new Answer(value, errors[0], errors[1], tolerance));
    }

    /**
     * A term as it was found.
     *
     * @param at of its row; below 0 for a limit
     */
    private record Part(double times, Measure measure, int at, double value, double stdError, double tolerance) {}

    private Optional<Part> part(Side.Term term) {
        AskedFigure figure = term.figure();
        double times = term.times();
        if (figure.limit()) {
            return limit(figure)
                    .map(limit -> new Part(
                            times,
                            figure.measure(),
                            -1,
                            times * (figure.measure() == Measure.COVERAGE ? limit.coverage() : limit.accuracy()),
                            0,
                            0));
        }
        OptionalInt at = figure.row().find(rows);
        if (at.isEmpty()) {
            return Optional.empty();
        }
        Row row = rows.get(at.getAsInt());
        return Optional.of(new Part(
                times,
                figure.measure(),
                at.getAsInt(),
                times * figure.measure().of(row),
                Math.abs(times) * figure.measure().error(row),
                Math.abs(times) * figure.measure().tolerance(row)));
    }

    private Optional<Limit> limit(AskedFigure figure) {
        return limits.stream()
                .filter(limit -> limit.strategy().equals(figure.row().strategy())
                        && limit.parameters().equals(figure.row().parameters())
                        && limit.bin().equals(figure.row().bin()))
                .findFirst();
    }

    /** The standard errors over these problems and over the population. */
    private double[] errors(List<Part> parts) {
        if (parts.isEmpty()) {
            return new double[] {0, 0};
        }
        if (parts.size() == 1) {
            return new double[] {parts.get(0).stdError, population(parts.get(0))};
        }
        if (parts.size() == 2) {
            return paired(parts.get(0), parts.get(1));
        }
        double these = 0;
        double population = 0;
        for (int i = 0; i < parts.size(); i++) {
            Part one = parts.get(i);
            double v = one.stdError * one.stdError;
            double w = square(population(one));
            these += v;
            population += w;
            for (int j = 0; j < i; j++) {
                Part other = parts.get(j);
                double[] both = paired(one, other);
                these += both[0] * both[0] - v - other.stdError * other.stdError;
                population += both[1] * both[1] - w - square(population(other));
            }
        }
        return new double[] {Math.sqrt(Math.max(0, these)), Math.sqrt(Math.max(0, population))};
    }

    private static double square(double number) {
        return number * number;
    }

    /** The errors of the sum of two terms. */
    private double[] paired(Part one, Part other) {
        if (one.at < 0 || other.at < 0) {
            return new double[] {Math.sqrt(square(one.stdError) + square(other.stdError)), Double.NaN};
        }
        if (!one.measure.mean() || !other.measure.mean()) {
            return new double[] {one.stdError + other.stdError, Double.NaN};
        }
        PairedDifference difference = PairedDifference.of(
                samples.get(one.at),
                one.measure.quantity(),
                samples.get(other.at),
                other.measure.quantity(),
                -other.times / one.times);
        double times = Math.abs(one.times);
        boolean exact = one.stdError == 0 && other.stdError == 0;
        double together = times * difference.stdError();
        double sum = one.stdError + other.stdError;
        double these = exact ? 0 : together < sum || Double.isNaN(sum) ? together : sum;
        return new double[] {these, times * difference.populationStdError()};
    }

    private double population(Part part) {
        if (part.at < 0 || !part.measure.mean()) {
            return Double.NaN;
        }
        Row row = rows.get(part.at);
        double error = part.measure == Measure.ACCURACY
                ? row.populationStdError()
                : PairedDifference.of(
                                samples.get(part.at),
                                part.measure.quantity(),
                                samples.get(part.at),
                                part.measure.quantity(),
                                0)
                        .populationStdError();
        return Math.abs(part.times) * error;
    }
}
