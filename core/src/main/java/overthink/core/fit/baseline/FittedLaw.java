package overthink.core.fit.baseline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/**
 * A law through a curve, and how well it goes.
 *
 * @param law which it is
 * @param ks where it was fitted
 * @param residuals of the values there: value less law
 * @param parameters in the order of the law
 * @param curve value by k, beyond the places, too; not cut off at 0 and 1
 */
public record FittedLaw(
        CurveLaw law, List<Double> ks, List<Double> residuals, List<Parameter> parameters, DoubleUnaryOperator curve) {

    /** Copies the lists. */
    public FittedLaw {
        ks = List.copyOf(ks);
        residuals = List.copyOf(residuals);
        parameters = List.copyOf(parameters);
    }

    /**
     * A parameter.
     *
     * @param name of it
     * @param value of least squares
     * @param trialError its standard error from those of the values, as if they were independent: the root of the sum of the squares of
     *     what it moves as each value moves by its own; 0 where all are exact
     * @param placeError its standard error from the choice of places, by the jackknife: how much it hangs on any one of them, which
     *     is 0 for values that follow the law (Efron and Tibshirani 1993, “An Introduction to the Bootstrap”, chapter 11)
     */
    public record Parameter(String name, double value, double trialError, double placeError) {}

    /** The root of the mean square of the residuals. */
    public double deviation() {
        return Math.sqrt(residuals.stream().mapToDouble(one -> one * one).sum() / residuals.size());
    }

    static Optional<FittedLaw> of(CurveLaw law, double[] ks, double[] values, double[] errors) {
        CurveLaw.Solution found = law.solve(ks, values);
        if (!finite(found.parameters())) {
            return Optional.empty();
        }
        double[] trial = trialErrors(law, ks, values, errors);
        double[] place = placeErrors(law, ks, values);
        List<Parameter> parameters = new ArrayList<>();
        for (int i = 0; i < trial.length; i++) {
            parameters.add(new Parameter(law.parameters().get(i), found.parameters()[i], trial[i], place[i]));
        }
        List<Double> residuals = new ArrayList<>();
        for (int i = 0; i < ks.length; i++) {
            residuals.add(values[i] - found.curve().applyAsDouble(ks[i]));
        }
        return Optional.of(
                new FittedLaw(law, Arrays.stream(ks).boxed().toList(), residuals, parameters, found.curve()));
    }

    private static boolean finite(double[] parameters) {
        return Arrays.stream(parameters).allMatch(Double::isFinite);
    }

    private static double[] trialErrors(CurveLaw law, double[] ks, double[] values, double[] errors) {
        double[] squares = new double[law.parameters().size()];
        for (int i = 0; i < ks.length; i++) {
            if (errors[i] > 0) {
                double[] up = values.clone();
                double[] down = values.clone();
                up[i] = Math.min(1, values[i] + errors[i]);
                down[i] = Math.max(0, values[i] - errors[i]);
                double[] more = law.solve(ks, up).parameters();
                double[] less = law.solve(ks, down).parameters();
                for (int j = 0; j < squares.length; j++) {
                    double move = (more[j] - less[j]) / (up[i] - down[i]) * errors[i];
                    squares[j] += move * move;
                }
            }
        }
        return Arrays.stream(squares).map(Math::sqrt).toArray();
    }

    private static double[] placeErrors(CurveLaw law, double[] ks, double[] values) {
        int size = ks.length;
        double[][] found = new double[size][];
        for (int left = 0; left < size; left++) {
            found[left] = law.solve(without(ks, left), without(values, left)).parameters();
        }
        double[] errors = new double[law.parameters().size()];
        for (int j = 0; j < errors.length; j++) {
            double mean = 0;
            for (double[] one : found) {
                mean += one[j] / size;
            }
            double squares = 0;
            for (double[] one : found) {
                squares += (one[j] - mean) * (one[j] - mean);
            }
            errors[j] = Math.sqrt((size - 1.0) / size * squares);
        }
        return errors;
    }

    private static double[] without(double[] all, int left) {
        double[] rest = new double[all.length - 1];
        System.arraycopy(all, 0, rest, 0, left);
        System.arraycopy(all, left + 1, rest, left, rest.length - left);
        return rest;
    }
}
