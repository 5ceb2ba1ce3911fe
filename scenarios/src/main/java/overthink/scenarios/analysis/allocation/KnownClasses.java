package overthink.scenarios.analysis.allocation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import overthink.core.exact.allocation.PredictedDifficulty;

/**
 * What is known of problems when a budget is split: the class that each falls into, or each problem itself.
 *
 * @param correlation r
 * @param classes that were asked for; 0 for none
 * @param members P(class | problem), by class and problem; no class is empty
 */
@SuppressWarnings("ArrayRecordComponent")
record KnownClasses(double correlation, int classes, double[][] members) {

    /** What a signal tells of problems. */
    static KnownClasses of(double[] ease, double correlation, OptionalInt classes) {
        if (classes.isEmpty() && correlation == 1) {
            double[][] each = new double[ease.length][ease.length];
            for (int i = 0; i < each.length; i++) {
                each[i][i] = 1;
            }
            return new KnownClasses(correlation, 0, each);
        }
        int count = correlation == 0 && classes.isEmpty() ? 1 : classes.orElse(PredictedDifficulty.FINE);
        List<double[]> used = new ArrayList<>();
        for (double[] one : PredictedDifficulty.classes(ease, correlation, count)) {
            if (Arrays.stream(one).sum() > 0) {
                used.add(one);
            }
        }
        return new KnownClasses(correlation, classes.orElse(0), used.toArray(double[][]::new));
    }

    int size() {
        return members.length;
    }

    /** The expected share of all problems that are in a class. */
    double weight(int one) {
        return Arrays.stream(members[one]).sum() / members[one].length;
    }

    /** The mean of a class. */
    double mean(int one, double[] values) {
        double sum = 0;
        double weight = 0;
        for (int i = 0; i < values.length; i++) {
            if (members[one][i] > 0) {
                sum += members[one][i] * values[i];
                weight += members[one][i];
            }
        }
        return sum / weight;
    }
}
