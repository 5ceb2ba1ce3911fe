package overthink.scenarios.analysis.allocation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import overthink.core.exact.allocation.PredictedDifficulty;

/**
 * What is known of problems when a budget is split: the class that each falls into, or each problem itself, which then is a class
 * of its own.
 */
final class KnownClasses {

    private final double correlation;
    private final int asked;
    private final int problems;
    /** P(class | problem), by class and problem, no class being empty; none where each problem is a class. */
    private final double[][] members;
    /** The expected number of problems of each class. */
    private final double[] sizes;

    private KnownClasses(double correlation, int asked, int problems, double[][] members) {
        this.correlation = correlation;
        this.asked = asked;
        this.problems = problems;
        this.members = members;
        sizes = Arrays.stream(members)
                .mapToDouble(one -> Arrays.stream(one).sum())
                .toArray();
    }

    /** What a signal tells of problems. */
    static KnownClasses of(double[] ease, double correlation, OptionalInt classes) {
        if (classes.isEmpty() && correlation == 1) {
            return new KnownClasses(correlation, 0, ease.length, new double[0][]);
        }
        int count = correlation == 0 && classes.isEmpty() ? 1 : classes.orElse(PredictedDifficulty.FINE);
        List<double[]> used = new ArrayList<>();
        for (double[] one : PredictedDifficulty.classes(ease, correlation, count)) {
            if (Arrays.stream(one).sum() > 0) {
                used.add(one);
            }
        }
        return new KnownClasses(correlation, classes.orElse(0), ease.length, used.toArray(double[][]::new));
    }

    double correlation() {
        return correlation;
    }

    /** How many classes were asked for; 0 for none. */
    int asked() {
        return asked;
    }

    private boolean eachProblem() {
        return members.length == 0;
    }

    int size() {
        return eachProblem() ? problems : members.length;
    }

    /** The expected share of all problems that are in each class. */
    double[] weights() {
        double[] weights = new double[size()];
        Arrays.setAll(weights, one -> (eachProblem() ? 1 : sizes[one]) / problems);
        return weights;
    }

    /** The mean of a class. */
    double mean(int one, double[] values) {
        if (eachProblem()) {
            return values[one];
        }
        double[] own = members[one];
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += own[i] * values[i];
        }
        return sum / sizes[one];
    }

    /** Adds a share of each problem of a class to what it has. */
    void add(int one, double share, double[] into) {
        if (eachProblem()) {
            into[one] += share;
            return;
        }
        for (int i = 0; i < into.length; i++) {
            into[i] += share * members[one][i];
        }
    }
}
